import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Button } from 'react-aria-components/Button';
import { ListBox } from 'react-aria-components/ListBox';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components/Popover';
import { Input, SearchField } from 'react-aria-components/SearchField';
import type { NodeId, NodeType } from '#vocabulary';
import type { SearchMatch } from '../actions/asking.ts';
import { useExploration, useExplorer } from '../actions/explorer-context.ts';
import { NodeGlyph } from '../appearance/node-glyph.tsx';
import { Icon } from '../ui/icon.tsx';
import { Hit, NoHit, useHits } from './bar/search-box.tsx';

/** The longest text the API takes. */
const LONGEST = 200;

/** A word of a sentence that names a node: opens a search, by which another is chosen. Misspelt names are found. */
export function NodeChoice({
  label,
  node,
  startsOpen = false,
  none,
  types,
  onChoose,
}: {
  readonly label: string;
  /** null: none is chosen yet. */
  readonly node: NodeId | null;
  readonly startsOpen?: boolean;
  /** Said while none is chosen; absent: that one has to be. */
  readonly none?: string;
  /** Finds only nodes of these types; absent: any. */
  readonly types?: readonly NodeType[];
  /** The node is known by then. */
  readonly onChoose: (id: NodeId) => void;
}): ReactElement {
  const { t } = useTranslation();
  const known = useExploration((exploration) => (node === null ? undefined : exploration.nodes[node]));
  const [isOpen, setOpen] = useState(startsOpen);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button className="choice choice-word node-choice">
        <span className="spoken">{label}</span> {known !== undefined && <NodeGlyph type={known.type} size={16} />}
        <span className="choice-value">{known?.name ?? node ?? none ?? t('paths.choose')}</span>
        <Icon name="down" size={12} />
      </Button>
      <Popover className="pop" placement="bottom start" offset={4}>
        <Dialog className="pop-body node-search" aria-label={label}>
          <NodeSearch
            label={label}
            types={types}
            onChoose={(id) => {
              setOpen(false);
              onChoose(id);
            }}
          />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function NodeSearch({
  label,
  types,
  onChoose,
}: {
  readonly label: string;
  readonly types: readonly NodeType[] | undefined;
  readonly onChoose: (id: NodeId) => void;
}): ReactElement {
  const { t } = useTranslation();
  const { know } = useExplorer();
  const [text, setText] = useState('');
  const hits = useHits(text, types);
  const choose = (key: unknown): void => {
    const match = hits.matches.find(({ node }) => node.id === key);
    if (match !== undefined) onChoose(know(match.node));
  };
  return (
    <Autocomplete inputValue={text} onInputChange={(value) => setText(value.slice(0, LONGEST))}>
      {/* It was opened on purpose: the keyboard belongs in it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
      <SearchField className="pop-find" aria-label={label} autoFocus>
        <Icon name="search" />
        <Input
          className="pop-find-input"
          placeholder={t('search.placeholder')}
          onKeyDown={(event) => {
            // The best hit is meant as long as no other is chosen.
            const chosen = event.currentTarget.getAttribute('aria-activedescendant');
            if (event.key === 'Enter' && (chosen === null || chosen === '')) choose(hits.matches[0]?.node.id);
          }}
        />
      </SearchField>
      {text.trim() !== '' && (
        <ListBox
          aria-label={label}
          className="options search-hits"
          items={hits.matches.map((match) => ({ id: match.node.id, match }))}
          onAction={choose}
          renderEmptyState={() => <NoHit text={text} hits={hits} />}
        >
          {({ match }: { readonly match: SearchMatch }) => <Hit match={match} text={hits.text} />}
        </ListBox>
      )}
    </Autocomplete>
  );
}
