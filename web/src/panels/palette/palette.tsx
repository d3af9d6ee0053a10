import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Dialog } from 'react-aria-components/Dialog';
import { Header } from 'react-aria-components/Header';
import { ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Input, SearchField } from 'react-aria-components/SearchField';
import { useExplorer } from '../../actions/explorer-context.ts';
import { useLanguage } from '../../languages/use-language.ts';
import { Icon } from '../../ui/icon.tsx';
import { allCommands, COMMAND_GROUPS, type Command } from './commands.ts';
import { askTyped, howItAsks } from '../questions/asks.ts';
import { explorerCommands } from './explorer-commands.ts';
import { fuzzyFind } from './fuzzy.ts';
import './palette.css';

/** Every action of the page by its name: typed, chosen with the arrows, done with Enter. */
export default function Palette({
  isOpen,
  onOpenChange,
}: {
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <ModalOverlay className="sheet-ground palette-ground" isDismissable isOpen={isOpen} onOpenChange={onOpenChange}>
      <Modal className="palette">
        <Dialog className="sheet-dialog" aria-label={t('palette.title')}>
          <Commands close={() => onOpenChange(false)} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Commands({ close }: { readonly close: () => void }): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const explorer = useExplorer();
  // What can be done does not change while it is looked for.
  const [commands] = useState(() => allCommands(explorerCommands(explorer, { t, language })));
  const [typed, type] = useState('');
  const found = fuzzyFind(commands, ({ text, group }) => `${text} ${t(`palette.group.${group}`)}`, typed);
  // In the list even where no command fits.
  const asks = howItAsks(typed);
  const asked: readonly Command[] =
    asks !== 'NO'
      ? [
          {
            id: 'ask-typed',
            group: 'question',
            text: t('search.ask', { text: typed.trim() }),
            run: () => askTyped(typed),
          },
        ]
      : [];
  const plain = (text: string): string => text.trim().toLocaleLowerCase(language);
  // Somebody who typed a command's own words means the command.
  const isFirst = asks === 'CLEARLY' && !found.some(({ text }) => plain(text).includes(plain(typed)));
  const listed = isFirst ? [...asked, ...found] : [...found, ...asked];
  const run = (id: string): void => {
    close();
    [...asked, ...commands].find((command) => command.id === id)?.run();
  };
  return (
    <Autocomplete inputValue={typed} onInputChange={type}>
      {/* The palette was opened on purpose: the keyboard belongs in it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
      <SearchField className="pop-find palette-find" aria-label={t('palette.find')} autoFocus>
        <Icon name="search" />
        {/* React Aria says which list it controls. */}
        <Input
          // oxlint-disable-next-line jsx-a11y/role-has-required-aria-props
          role="combobox"
          aria-expanded
          className="pop-find-input"
          placeholder={t('palette.find')}
          onKeyDown={(event) => {
            // What stands first while it was typed is not chosen yet, and is meant.
            const chosen = event.currentTarget.getAttribute('aria-activedescendant');
            const [first] = listed;
            if (event.key === 'Enter' && (chosen === null || chosen === '') && first !== undefined) run(first.id);
          }}
        />
      </SearchField>
      <ListBox
        aria-label={t('palette.title')}
        className="options palette-options"
        onAction={(key) => run(String(key))}
        renderEmptyState={() => <p className="options-empty">{t('palette.nothing', { text: typed })}</p>}
      >
        {typed.trim() === ''
          ? COMMAND_GROUPS.map((group) => {
              const own = found.filter((command) => command.group === group);
              return own.length === 0 ? null : (
                <ListBoxSection key={group} id={group} className="options-section">
                  <Header className="options-title">{t(`palette.group.${group}`)}</Header>
                  {own.map((command) => (
                    <Option key={command.id} command={command} />
                  ))}
                </ListBoxSection>
              );
            })
          : listed.map((command) => <Option key={command.id} command={command} />)}
      </ListBox>
    </Autocomplete>
  );
}

function Option({ command }: { readonly command: Command }): ReactElement {
  return (
    <ListBoxItem id={command.id} textValue={command.text} className="option">
      <span className="option-text">{command.text}</span>
      {command.keys !== undefined && <kbd className="option-end">{command.keys}</kbd>}
    </ListBoxItem>
  );
}
