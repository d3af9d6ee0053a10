import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Checkbox, CheckboxGroup } from 'react-aria-components/CheckboxGroup';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components/Popover';
import { parseNodeId } from '#vocabulary';
import type { NodeDetails } from '../../actions/asking.ts';
import { useExploration, useExplorer } from '../../actions/explorer-context.ts';
import { nameIn } from '../../actions/known.ts';
import { LineGlyph } from '../../appearance/line-glyph.tsx';
import { NodeGlyph } from '../../appearance/node-glyph.tsx';
import { EXPAND_AT_MOST, groupId, type GroupKey } from '../../exploration/groups.ts';
import { visibleGraphSelector } from '../../exploration/visible-graph.ts';
import { useFormats, useLanguage } from '../../languages/use-language.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useExpandRequest } from '../expand-request.ts';
import { capitalised, isMutual, relationWord, typesWord } from '../words.ts';

/** From this many on, adding is worth a second thought. */
const MUCH = 200;

/** What can be done with a node in the picture. */
export function NodeActions({ node }: { readonly node: NodeDetails }): ReactElement {
  const { t } = useTranslation();
  const { place, unplace, collapseAll } = useExplorer();
  const id = parseNodeId(node.id);
  const graphOf = useMemo(() => visibleGraphSelector(), []);
  const drawn = useExploration(graphOf).nodes.some((visible) => visible.id === id);
  const placed = useExploration((exploration) => exploration.placed.includes(id));
  const expanded = useExploration((exploration) =>
    exploration.expansions.some((expansion) => expansion.group.of === id),
  );
  return (
    <div className="details-actions">
      {node.relationGroups.length > 0 && <ExpandMenu node={node} />}
      {expanded && <Button onPress={() => collapseAll(id)}>{t('details.collapse')}</Button>}
      {/* One button, so that the focus stays on it when adding turns it into removing, and back. */}
      {(placed || !drawn) && (
        <Button onPress={() => (placed ? unplace(id) : place(node))}>
          {placed ? t('details.removeFromGraph') : t('details.addToGraph')}
        </Button>
      )}
    </div>
  );
}

interface OpenGroup {
  readonly key: string;
  readonly group: GroupKey;
  readonly family: NodeDetails['relationGroups'][number]['family'];
  readonly count: number;
  /** What the next step would add. */
  readonly next: number;
}

/** The groups that are not wholly in the picture yet. */
function useOpenGroups(node: NodeDetails): readonly OpenGroup[] {
  const expansions = useExploration((exploration) => exploration.expansions);
  return node.relationGroups.flatMap(({ relationType, direction, nodeType, family, count }) => {
    const group: GroupKey = { of: parseNodeId(node.id), relationType, direction, nodeType };
    const key = groupId(group);
    const open = expansions.find((expansion) => groupId(expansion.group) === key);
    const left = count - (open?.relations.length ?? 0);
    return left <= 0 ? [] : [{ key, group, family, count, next: Math.min(left, EXPAND_AT_MOST) }];
  });
}

/** Says how many of each kind there are before anything is added. */
function ExpandMenu({ node }: { readonly node: NodeDetails }): ReactElement {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useExpandRequest(node.id);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <AriaButton className="button button-solid">
        {t('details.expand')} <Icon name="down" size={12} />
      </AriaButton>
      <Popover className="pop" placement="bottom start" offset={4}>
        <Dialog className="pop-body expand" aria-label={t('details.expandTitle', { name: node.name })}>
          <ExpandForm node={node} close={() => setOpen(false)} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function ExpandForm({ node, close }: { readonly node: NodeDetails; readonly close: () => void }): ReactElement {
  const { t } = useTranslation();
  const { number } = useFormats();
  const language = useLanguage();
  const { expand } = useExplorer();
  const groups = useOpenGroups(node);
  const [chosen, choose] = useState<readonly string[]>(() => groups.slice(0, 1).map(({ key }) => key));
  const adds = groups.filter(({ key }) => chosen.includes(key)).reduce((sum, { next }) => sum + next, 0);
  const add = (): void => {
    void expand(groups.filter(({ key }) => chosen.includes(key)).map(({ group }) => group));
    close();
  };
  if (groups.length === 0) return <p className="expand-note">{t('details.expandNothing')}</p>;
  return (
    <>
      <p className="expand-title">
        <NodeGlyph type={node.type} size={20} /> {nameIn(node, language)}
      </p>
      <CheckboxGroup
        aria-label={t('details.relations')}
        value={[...chosen]}
        onChange={(keys) => choose(keys)}
        className="expand-groups"
      >
        {groups.map(({ key, group, family, count }, index) => (
          // The menu was opened on purpose: the keyboard belongs in it.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          <Checkbox key={key} value={key} className="expand-group" autoFocus={index === 0}>
            {({ isSelected }) => (
              <>
                <LineGlyph
                  family={family}
                  reversed={group.direction === 'IN'}
                  directed={!isMutual(group.relationType)}
                />
                <span className="expand-words">
                  {capitalised(relationWord(group.relationType, group.direction, language))}
                  <span className="expand-type">{typesWord(group.nodeType, language)}</span>
                </span>
                <span className="expand-count">{number(count)}</span>
                <span className="box">{isSelected && <Icon name="check" size={12} />}</span>
              </>
            )}
          </Checkbox>
        ))}
      </CheckboxGroup>
      <p className="expand-note">
        {adds > MUCH ? t('details.expandAsk') : t('details.expandHint', { count: EXPAND_AT_MOST })}
      </p>
      <div className="field-actions">
        <Button look="solid" isDisabled={adds === 0} onPress={add}>
          {t('details.expandAdd', { count: adds })}
        </Button>
      </div>
    </>
  );
}
