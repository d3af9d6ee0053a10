import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { useSentence } from '../answer/use-sentence.ts';
import { useFormats } from '../../languages/use-language.ts';
import { cleanName, NAME_AT_MOST, readViewFile } from '../../sharing/view-file.ts';
import { Button } from '../../ui/button.tsx';
import { KeptRow } from './kept-row.tsx';
import { forget, keep, keepAgain, onKeptElsewhere, readKept, type Kept, type KeptView } from './kept-views.ts';
import { saveFile } from './view-files.ts';
import type { ViewSharing } from './view-sharing.ts';

/** A file of views is not larger. */
const FILE_AT_MOST = 20_000_000;

/** Views kept in this browser: keeps one, opens, renames and forgets them, and takes them out and in as a file. */
export function KeptList({
  sharing,
  close,
}: {
  readonly sharing: ViewSharing;
  readonly close: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const { number } = useFormats();
  const [kept, setKept] = useState<Kept>(readKept);
  const [said, say] = useState('');
  const [gone, setGone] = useState<KeptView | null>(null);
  const reread = (): void => setKept(readKept());
  useEffect(() => onKeptElsewhere(() => setKept(readKept())), []);

  const keepThis = (name: string): void => {
    const view = sharing.view();
    if (view === null) return;
    const { kept: added, fault } = keep([{ name, keptAt: new Date().toISOString(), view }]);
    reread();
    setGone(null);
    say(fault === null ? t('views.kept', { name: added[0]?.name ?? name }) : t(`views.keepFault.${fault}`));
  };

  const take = async (files: FileList | null): Promise<void> => {
    const [file] = files ?? [];
    if (file === undefined) return;
    setGone(null);
    if (file.size > FILE_AT_MOST) return say(t('views.fileFault.NO_VIEWS'));
    const read = readViewFile(await file.text());
    if (read.fault !== null) return say(t(`views.fileFault.${read.fault}`));
    const { kept: added, same, renamed, fault } = keep(read.views);
    reread();
    const parts = [
      t('views.taken', {
        count: added.length,
        shown: number(added.length),
        of: number(read.views.length + read.unreadable),
      }),
      ...(renamed > 0 ? [t('views.takenRenamed', { count: renamed, shown: number(renamed) })] : []),
      ...(same > 0 ? [t('views.takenSame', { count: same, shown: number(same) })] : []),
      ...(read.unreadable > 0
        ? [t('views.takenUnreadable', { count: read.unreadable, shown: number(read.unreadable) })]
        : []),
      ...(fault === null ? [] : [t(`views.keepFault.${fault}`)]),
    ];
    return say(parts.join(' '));
  };

  return (
    <section className="views-part" aria-label={t('views.keptTitle')}>
      <h3 className="section-title">{t('views.keptTitle')}</h3>
      <KeepForm keepThis={keepThis} />
      <p className="views-said" role="status">
        {said}
        {gone !== null && (
          <>
            {' '}
            <Button
              look="text"
              onPress={() => {
                const fault = keepAgain(gone);
                say(fault === null ? t('views.keptAgain', { name: gone.name }) : t(`views.keepFault.${fault}`));
                setGone(null);
                reread();
              }}
            >
              {t('views.bringBack')}
            </Button>
          </>
        )}
      </p>
      {kept.views.length === 0 ? (
        <p className="field-note">{t('views.none')}</p>
      ) : (
        <ul className="views-list">
          {kept.views.map((view) => (
            <KeptRow
              key={view.id}
              view={view}
              open={() => {
                close();
                void sharing.open(view.view, view.name);
              }}
              forget={() => {
                forget(view);
                setGone(view);
                say(t('views.forgotten', { name: view.name }));
                reread();
              }}
              changed={(fault) => {
                say(fault === null ? '' : t(`views.keepFault.${fault}`));
                reread();
              }}
            />
          ))}
        </ul>
      )}
      {kept.unreadable > 0 && (
        <p className="field-note">
          {t('views.unreadable', { count: kept.unreadable, shown: number(kept.unreadable) })}
        </p>
      )}
      <div className="views-foot">
        <FileTrigger acceptedFileTypes={['application/json', '.json']} onSelect={(files) => void take(files)}>
          <Button>{t('views.takeIn')}</Button>
        </FileTrigger>
        <Button isDisabled={kept.views.length === 0} onPress={() => saveFile(kept.views, t('views.keptTitle'))}>
          {t('views.takeOut')}
        </Button>
      </div>
    </section>
  );
}

/** The name under which the view is kept; at first what it answers. */
function KeepForm({ keepThis }: { readonly keepThis: (name: string) => void }): ReactElement {
  const { t } = useTranslation();
  const sentence = cleanName(useSentence());
  const [name, setName] = useState(sentence);
  const clean = cleanName(name);
  return (
    <form
      className="views-row"
      onSubmit={(event) => {
        event.preventDefault();
        if (clean !== '') keepThis(clean);
      }}
    >
      <input
        className="field-input views-name"
        aria-label={t('views.name')}
        placeholder={t('views.name')}
        value={name}
        maxLength={NAME_AT_MOST}
        dir="auto"
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit" isDisabled={clean === ''}>
        {t('views.keep')}
      </Button>
    </form>
  );
}
