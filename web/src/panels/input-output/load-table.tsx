import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { readTable, type OwnTable } from '../../actions/input-output.ts';
import { useLanguage } from '../../languages/use-language.ts';
import { Button } from '../../ui/button.tsx';
import { useWorking, WorkFailed } from '../working.tsx';
import { keepOwnTable } from './own-tables.ts';
import { ABOUT_FIELDS, fileOf, NOTHING_SAID, readAbout, type About } from './table-about.ts';

/** Largest file; with the question it has to be below what the server takes. */
const MOST_BYTES = 900_000;

/** A CSV of one's own with what is to be known of it; every fault of a faulty one is told. */
export function LoadTable({ onRead }: { readonly onRead: (own: OwnTable) => void }): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const working = useWorking();
  const [csv, setCsv] = useState<{ readonly name: string; readonly text: string } | null>(null);
  const [about, setAbout] = useState<About>(NOTHING_SAID);
  const [faults, setFaults] = useState<readonly string[]>([]);
  const choose = async (files: readonly File[]): Promise<void> => {
    setFaults([]);
    for (const file of files) {
      if (file.size > MOST_BYTES) {
        setFaults([t('inputOutput.tooLarge', { name: file.name, most: MOST_BYTES / 1000 })]);
        continue;
      }
      const text = await file.text();
      if (!file.name.toLowerCase().endsWith('.json')) {
        setCsv({ name: file.name, text });
        continue;
      }
      const read = readAbout(text);
      if (read === null) setFaults([t('inputOutput.noJson', { name: file.name })]);
      else setAbout(read);
    }
  };
  const load = async (): Promise<void> => {
    if (csv === null) return;
    const read = await readTable(fileOf(csv.text, about), language);
    if ('faults' in read) {
      setFaults(read.faults);
      return;
    }
    keepOwnTable(read.own);
    onRead(read.own);
  };
  return (
    <form
      className="io-load"
      aria-label={t('inputOutput.load')}
      onSubmit={(event) => {
        event.preventDefault();
        if (csv === null) setFaults([t('inputOutput.chooseFirst')]);
        else working.run(load);
      }}
    >
      <p className="io-load-note">{t('inputOutput.loadNote')}</p>
      <label className="field">
        <span className="field-label">{t('inputOutput.file')}</span>
        <input
          type="file"
          accept=".csv,.json,text/csv,application/json"
          multiple
          className="io-file"
          onChange={(event) => working.run(async () => choose([...(event.target.files ?? [])]))}
        />
      </label>
      {csv !== null && <p className="io-load-note">{t('inputOutput.chosenFile', { name: csv.name })}</p>}
      {ABOUT_FIELDS.map(({ id, required }) => (
        <label key={id} className="field">
          <span className="field-label">{t(`inputOutput.field.${id}`)}</span>
          <input
            className="field-input"
            required={required}
            value={about[id]}
            onChange={(event) => setAbout({ ...about, [id]: event.target.value })}
          />
        </label>
      ))}
      <label className="io-check">
        <input
          type="checkbox"
          checked={about.ofBps17}
          onChange={(event) => setAbout({ ...about, ofBps17: event.target.checked })}
        />
        {t('inputOutput.ofBps17')}
      </label>
      <div className="rank-buttons">
        <Button look="solid" type="submit">
          {t('inputOutput.loadIt')}
        </Button>
      </div>
      <WorkFailed working={working} />
      {faults.length > 0 && (
        <div className="io-faults" role="alert">
          <p>{t('inputOutput.faulty')}</p>
          <ul lang="en">
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </div>
      )}
    </form>
  );
}
