import {
  useEffect,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type ReactElement,
  type RefObject,
} from 'react';
import { useTranslation } from 'react-i18next';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Button } from 'react-aria-components/Button';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Input, SearchField } from 'react-aria-components/SearchField';
import type { NodeType } from '#vocabulary';
import { search, type SearchMatch } from '../../actions/asking.ts';
import { useExplorer } from '../../actions/explorer-context.ts';
import { nameIn, placeNames } from '../../actions/known.ts';
import { NodeGlyph } from '../../appearance/node-glyph.tsx';
import { useFormats } from '../../languages/use-language.ts';
import { Icon } from '../../ui/icon.tsx';
import { PHONE, useMedia } from '../../ui/use-media.ts';
import { focusDetails } from '../focus-details.ts';
import { askTyped, howItAsks } from '../questions/asks.ts';
import { typeWord } from '../words.ts';

/** Typing pauses so long before the search is asked, in milliseconds. */
const PAUSE = 120;
/** The longest text the API takes. */
const LONGEST = 200;

/** What a text found. */
export interface Hits {
  readonly text: string;
  readonly status: 'ready' | 'failed';
  readonly totalCount: number;
  readonly matches: readonly SearchMatch[];
}

const NO_HITS: Hits = { text: '', status: 'ready', totalCount: 0, matches: [] };

/** The hits for a text once typing pauses; those of an older text are given up. */
export function useHits(text: string, types?: readonly NodeType[]): Hits {
  const [hits, setHits] = useState(NO_HITS);
  useEffect(() => {
    const wanted = text.trim();
    if (wanted === '') return undefined;
    const controller = new AbortController();
    const timer = window.setTimeout(() => {
      search(wanted, controller.signal, types).then(
        ({ totalCount, matches }) => setHits({ text: wanted, status: 'ready', totalCount, matches }),
        () => {
          if (!controller.signal.aborted) setHits({ ...NO_HITS, text: wanted, status: 'failed' });
        },
      );
    }, PAUSE);
    return () => {
      window.clearTimeout(timer);
      controller.abort();
    };
  }, [text, types]);
  return text.trim() === '' ? NO_HITS : hits;
}

/** Finds any node by a name half remembered; Enter opens it, Shift Enter puts it into the picture as well. */
export function SearchBox({ inputRef }: { readonly inputRef: RefObject<HTMLInputElement | null> }): ReactElement {
  const { t } = useTranslation();
  const { openNode, place } = useExplorer();
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  const hits = useHits(text);
  const phone = useMedia(PHONE);
  const withShift = useRef(false);

  const asks = howItAsks(text);
  const asksFirst = asks === 'CLEARLY';
  /** No hit: the text as a question, where it reads like one. */
  const open = (match?: SearchMatch): void => {
    if (!match && asks === 'NO') return;
    setText('');
    setOpen(false);
    inputRef.current?.blur();
    if (!match) return askTyped(text);
    if (withShift.current) place(match.node);
    openNode(match.node);
    focusDetails();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    withShift.current = event.shiftKey;
    if (event.key === 'Escape' && isOpen) {
      setOpen(false);
      event.stopPropagation();
    } else if (event.key === 'Escape') {
      inputRef.current?.blur();
    } else if (event.key === 'Enter' && inputRef.current?.getAttribute('aria-activedescendant') === null) {
      // Nothing is chosen yet: the best hit is meant, or the question.
      open(asksFirst ? undefined : hits.matches[0]);
    } else if (event.key.startsWith('Arrow')) {
      setOpen(true);
    }
  };
  const leave = (event: FocusEvent<HTMLElement>): void => {
    if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
  };

  return (
    <div
      className="search"
      onKeyDownCapture={onKeyDown}
      onPointerDownCapture={() => {
        withShift.current = false;
      }}
      onBlur={leave}
    >
      <Autocomplete
        disableAutoFocusFirst
        inputValue={text}
        onInputChange={(value) => {
          setText(value.slice(0, LONGEST));
          setOpen(true);
        }}
      >
        <SearchField className="search-field" aria-label={t('search.label')}>
          <Icon name="search" />
          {/* React Aria says which list it controls. */}
          <Input
            ref={inputRef}
            // oxlint-disable-next-line jsx-a11y/role-has-required-aria-props
            role="combobox"
            aria-expanded={isOpen && text.trim() !== ''}
            className="search-input"
            placeholder={phone ? t('search.label') : t('search.placeholder')}
            enterKeyHint="search"
            onFocus={() => setOpen(true)}
          />
          {text === '' ? (
            <kbd aria-hidden="true">{SLASH}</kbd>
          ) : (
            <Button className="search-clear" aria-label={t('search.clear')}>
              <Icon name="close" size={14} />
            </Button>
          )}
        </SearchField>
        <div className="pop search-pop" hidden={!isOpen || text.trim() === ''}>
          <ListBox
            aria-label={t('search.label')}
            className="options search-hits"
            onAction={(key) => open(hits.matches.find(({ node }) => node.id === key))}
            renderEmptyState={() => <NoHit text={text} hits={hits} />}
          >
            {asksFirst && <Question text={text} />}
            {hits.matches.map((match) => (
              <Hit key={match.node.id} match={match} text={hits.text} />
            ))}
            {asks === 'PERHAPS' && <Question text={text} />}
          </ListBox>
          {hits.matches.length > 0 && <Foot hits={hits} />}
        </div>
      </Autocomplete>
    </div>
  );
}

/** The text as a question, beside the nodes that it may be the name of. */
function Question({ text }: { readonly text: string }): ReactElement {
  const { t } = useTranslation();
  return (
    <ListBoxItem id={ASK} className="option">
      {t('search.ask', { text })}
    </ListBoxItem>
  );
}

/** Said in place of hits: waiting, failed, or none. */
export function NoHit({ text, hits }: { readonly text: string; readonly hits: Hits }): ReactElement {
  const { t } = useTranslation();
  const settled = hits.text === text.trim();
  const words = !settled ? t('search.waiting') : hits.status === 'failed' ? t('search.failed') : null;
  return <p className="options-empty">{words ?? t('search.nothing', { text: text.trim() })}</p>;
}

/** One hit as an option of a list. */
export function Hit({ match, text }: { readonly match: SearchMatch; readonly text: string }): ReactElement {
  const { t } = useTranslation();
  const { language } = useFormats();
  const { node, matchedName, isAlias } = match;
  const name = nameIn(node, language);
  const aliasShown = isAlias && matchedName !== name;
  return (
    <ListBoxItem id={node.id} textValue={name} className="option hit">
      <NodeGlyph type={node.type} size={20} />
      <span className="option-text">
        <span className="hit-name">{aliasShown ? name : <Marked name={name} text={text} />}</span>
        {aliasShown && (
          <span className="option-note">
            {t('search.also')} <Marked name={matchedName} text={text} whole />
          </span>
        )}
        <span className="option-note">
          {[typeWord(node.type, language), ...placeNames(node, language)].join(' · ')}
        </span>
      </span>
      {node.restricted && <span className="tag">{t('search.restricted')}</span>}
    </ListBoxItem>
  );
}

/** Marks where the typed text stands in the name; `whole` marks the first word when it is spelt otherwise. */
function Marked({
  name,
  text,
  whole = false,
}: {
  readonly name: string;
  readonly text: string;
  readonly whole?: boolean;
}): ReactElement {
  const at = name.toLocaleLowerCase().indexOf(text.toLocaleLowerCase());
  if (at >= 0 && text !== '') {
    return (
      <>
        {name.slice(0, at)}
        <mark>{name.slice(at, at + text.length)}</mark>
        {name.slice(at + text.length)}
      </>
    );
  }
  return whole ? <mark>{name}</mark> : <>{name}</>;
}

function Foot({ hits }: { readonly hits: Hits }): ReactElement {
  const { t } = useTranslation();
  const { number } = useFormats();
  const shown = hits.matches.length;
  return (
    <div className="search-foot">
      {hits.totalCount > shown && <p>{t('search.more', { shown: number(shown), total: number(hits.totalCount) })}</p>}
      <p className="search-keys" aria-hidden="true">
        <kbd>{ENTER}</kbd> {t('search.open')} <kbd>{SHIFT}</kbd> <kbd>{ENTER}</kbd> {t('search.add')}
      </p>
    </div>
  );
}

/** Names of keys are the same in every language. */
const SLASH = '/';
const ENTER = 'Enter';
/** Not the id of a node. */
const ASK = 'ask';
const SHIFT = 'Shift';
