import { useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { localeOf, useLanguage } from '../../languages/use-language.ts';
import { cleanName, NAME_AT_MOST } from '../../sharing/view-file.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { rename, type KeepFault, type KeptView } from './kept-views.ts';
import { saveFile } from './view-files.ts';

/** A view that is kept, and what can be done with it. */
export function KeptRow({
  view,
  open,
  forget,
  changed,
}: {
  readonly view: KeptView;
  readonly open: () => void;
  readonly forget: () => void;
  /** It has another name, or why it has not. */
  readonly changed: (fault: KeepFault | null) => void;
}): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const row = useRef<HTMLLIElement>(null);
  const [name, setName] = useState<string | null>(null);
  const when = new Date(view.keptAt);
  const day = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeStyle: 'short' }).format(when);
  const leave = (): void => {
    setName(null);
    // The keyboard goes back to where it came from, once that is there again.
    requestAnimationFrame(() => row.current?.querySelector<HTMLElement>('[data-rename-place] button')?.focus());
  };
  if (name !== null) {
    const clean = cleanName(name);
    return (
      <li ref={row} className="views-item">
        <form
          className="views-row"
          onSubmit={(event) => {
            event.preventDefault();
            if (clean === '') return;
            if (clean !== view.name) changed(rename(view, clean));
            leave();
          }}
        >
          <input
            className="field-input views-name"
            aria-label={t('views.renameNamed', { name: view.name })}
            value={name}
            maxLength={NAME_AT_MOST}
            dir="auto"
            // The name was asked to be changed: the keyboard belongs in it.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            onFocus={(event) => event.currentTarget.select()}
            onChange={(event) => setName(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return;
              event.stopPropagation();
              leave();
            }}
          />
          <Button type="submit" isDisabled={clean === ''}>
            {t('views.renameDone')}
          </Button>
        </form>
      </li>
    );
  }
  return (
    <li ref={row} className="views-item">
      <button
        type="button"
        className="views-open"
        aria-label={t('views.openNamed', { name: view.name })}
        onClick={open}
      >
        <bdi className="views-open-name" title={view.name}>
          {view.name}
        </bdi>
        <span className="views-open-day">{day}</span>
      </button>
      <span data-rename-place="">
        <IconButton
          icon="more"
          label={t('views.renameNamed', { name: view.name })}
          onPress={() => setName(view.name)}
        />
      </span>
      <IconButton
        icon="export"
        label={t('views.takeOutNamed', { name: view.name })}
        onPress={() => saveFile([view], view.name)}
      />
      <IconButton icon="close" label={t('views.forgetNamed', { name: view.name })} onPress={forget} />
    </li>
  );
}
