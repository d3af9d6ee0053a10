import { useState, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import { Autocomplete, useFilter } from 'react-aria-components/Autocomplete';
import { Button } from 'react-aria-components/Button';
import { Header } from 'react-aria-components/Header';
import { ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components/Popover';
import { Input, SearchField } from 'react-aria-components/SearchField';
import { Icon } from './icon.tsx';

/** One choice of a menu. */
interface Choice {
  readonly id: string;
  readonly text: string;
  /** A smaller second line. */
  readonly note?: string;
  /** What stands at the end of the row, such as a count. */
  readonly end?: string;
  readonly glyph?: ReactNode;
}

/** Choices that belong together. */
export interface ChoiceSection {
  readonly id: string;
  /** null: the choices stand without a heading. */
  readonly title: string | null;
  readonly choices: readonly Choice[];
}

/** What the search field of a long menu says. */
export interface FindWords {
  readonly label: string;
  readonly nothing: string;
  /** Said below the choices when not all are shown. */
  readonly cut: (shown: number, total: number) => string;
}

/** A menu: what it is about, what is chosen, and what else there is. */
export interface ChoiceMenuProps {
  /** What is chosen, spoken before the choice itself. */
  readonly label: string;
  /** The choice as the button shows it. */
  readonly value: ReactNode;
  /** `word` inside the question's sentence, `filter` in the row of filters, `plain` in the top bar. */
  readonly look: 'word' | 'filter' | 'plain';
  readonly chosen: string;
  readonly sections: readonly ChoiceSection[];
  readonly onChoose: (id: string) => void;
  /** True marks a filter that is not at its default. */
  readonly active?: boolean;
  /** Texts of the search field; absent for short menus. */
  readonly find?: FindWords;
  /** Shown in place of the choices while `loaded` is false; the search field stands above it. */
  readonly instead?: ReactNode;
  /** False while the choices are still to come; default true. */
  readonly loaded?: boolean;
  /** Called when the menu is opened, so that choices can be loaded then. */
  readonly onOpen?: () => void;
}

/** A button that opens a list to choose one from; long lists have a search field. */
export function ChoiceMenu(props: ChoiceMenuProps): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const { label, value, look, active = false, onOpen } = props;
  const change = (open: boolean): void => {
    if (open) onOpen?.();
    setOpen(open);
  };
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={change}>
      <Button className={`choice choice-${look}${active ? ' choice-active' : ''}`}>
        {look === 'filter' ? <span className="choice-label">{label}</span> : <span className="spoken">{label}</span>}{' '}
        <span className="choice-value">{value}</span>
        <Icon name="down" size={12} />
      </Button>
      <Popover className="pop" placement={look === 'filter' ? 'bottom end' : 'bottom start'} offset={4}>
        <Dialog className="pop-body" aria-label={label}>
          <Choices {...props} close={() => setOpen(false)} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** More rows than this make opening and typing slow, and nobody reads them; typing finds the rest. */
const MOST_ROWS = 80;

/** The choices that fit the text, the first so many of them, and how many there are. */
function shownChoices(
  sections: readonly ChoiceSection[],
  fits: (text: string) => boolean,
): { readonly sections: readonly ChoiceSection[]; readonly shown: number; readonly total: number } {
  let total = 0;
  const kept = sections.map((section) => {
    const choices = section.choices.filter((choice) => fits(choice.text));
    const room = Math.max(0, MOST_ROWS - total);
    total += choices.length;
    return { ...section, choices: choices.slice(0, room) };
  });
  return { sections: kept.filter(({ choices }) => choices.length > 0), shown: Math.min(total, MOST_ROWS), total };
}

function Choices(props: ChoiceMenuProps & { readonly close: () => void }): ReactElement {
  const { find, instead, label, sections, loaded = true } = props;
  const { contains } = useFilter({ sensitivity: 'base' });
  const [text, setText] = useState('');
  if (find === undefined) return loaded ? <List {...props} /> : <div className="pop-instead">{instead}</div>;
  const found = shownChoices(sections, (name) => contains(name, text.trim()));
  /** The best hit is meant as long as no other is chosen; nothing is while nothing is typed. */
  const chooseFirst = (event: KeyboardEvent<HTMLInputElement>): void => {
    const chosen = event.currentTarget.getAttribute('aria-activedescendant');
    if (event.key !== 'Enter' || text.trim() === '' || (chosen !== null && chosen !== '')) return;
    const id = found.sections[0]?.choices[0]?.id;
    if (id === undefined) return;
    if (id !== props.chosen) props.onChoose(id);
    props.close();
  };
  return (
    <Autocomplete inputValue={text} onInputChange={setText}>
      {/* The menu was opened on purpose: the keyboard belongs in it, and what is typed while the choices come is kept. */}
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
      <SearchField className="pop-find" aria-label={`${find.label}: ${label}`} autoFocus>
        <Icon name="search" />
        {/* React Aria says which list it controls. */}
        <Input
          // oxlint-disable-next-line jsx-a11y/role-has-required-aria-props
          role="combobox"
          aria-expanded={loaded}
          className="pop-find-input"
          placeholder={find.label}
          onKeyDown={chooseFirst}
        />
      </SearchField>
      {loaded ? <List {...props} sections={found.sections} /> : <div className="pop-instead">{instead}</div>}
      {found.shown < found.total && <p className="pop-cut">{find.cut(found.shown, found.total)}</p>}
    </Autocomplete>
  );
}

function List({
  label,
  sections,
  chosen,
  onChoose,
  close,
  find,
}: ChoiceMenuProps & { readonly close: () => void }): ReactElement {
  return (
    <ListBox
      aria-label={label}
      className="options"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[chosen]}
      // The menu was opened on purpose: the keyboard belongs in it.
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      autoFocus={find === undefined ? 'first' : false}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : [...keys];
        if (key !== undefined && key !== chosen) onChoose(String(key));
        close();
      }}
      renderEmptyState={() => <p className="options-empty">{find?.nothing}</p>}
    >
      {sections.map((section) =>
        section.title === null ? (
          section.choices.map((choice) => <Option key={choice.id} choice={choice} />)
        ) : (
          <ListBoxSection key={section.id} className="options-section">
            <Header className="options-title">{section.title}</Header>
            {section.choices.map((choice) => (
              <Option key={choice.id} choice={choice} />
            ))}
          </ListBoxSection>
        ),
      )}
    </ListBox>
  );
}

function Option({ choice }: { readonly choice: Choice }): ReactElement {
  return (
    <ListBoxItem id={choice.id} textValue={choice.text} className="option">
      {({ isSelected }) => (
        <>
          <span className="option-mark">{isSelected ? <Icon name="check" size={14} /> : choice.glyph}</span>
          <span className="option-text">
            {choice.text}
            {choice.note !== undefined && <span className="option-note">{choice.note}</span>}
          </span>
          {choice.end !== undefined && <span className="option-end">{choice.end}</span>}
        </>
      )}
    </ListBoxItem>
  );
}
