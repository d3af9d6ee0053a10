import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { useExploration, useExplorer } from '../../actions/explorer-context.ts';
import { useFormats } from '../../languages/use-language.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { PHONE, useMedia } from '../../ui/use-media.ts';
import { FORMS, formOf, type FormId } from './forms.ts';
import type { StandingNow } from './standing-now.ts';
import { useExport, type Exporting, type What } from './use-export.ts';
import './export.css';

/** Chooses form and extent of a file, says what will be in it, and makes it. */
export default function ExportDialog({
  standing,
  close,
}: {
  readonly standing: () => Promise<StandingNow>;
  readonly close: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const { setView } = useExplorer();
  const phone = useMedia(PHONE);
  const [form, setForm] = useState<FormId>('PNG');
  const [what, setWhat] = useState<What>('VIEW');
  const now = useStanding(standing);
  const marked = useExploration((exploration) => exploration.marked.length);
  const picture = formOf(form).picture && form !== 'BRIEF';
  const choices: readonly What[] = [
    'VIEW',
    ...(picture && now !== null && now.look !== null ? (['SCREEN'] as const) : []),
    ...(marked > 0 ? (['MARKED'] as const) : []),
  ];
  const chosen = choices.includes(what) ? what : 'VIEW';
  const exporting = useExport(chosen, now);
  const undrawn = now !== null && now.places.size === 0;
  const { making } = exporting;
  const busy = making.at === 'asking' || making.at === 'making';

  return (
    <Sheet
      title={t('export.title')}
      close={t('app.close')}
      at={phone ? 'bottom' : 'middle'}
      isOpen
      onOpenChange={(open) => !open && close()}
    >
      <div className="export">
        <RadioGroup className="export-forms" value={form} onChange={(id) => setForm(formIdOf(id))}>
          <Label className="section-title">{t('export.form')}</Label>
          <div className="export-grid">
            {FORMS.map(({ id }) => (
              <Radio key={id} value={id} className="export-form">
                <span className="export-form-name">{t(`export.forms.${id}`)}</span>
                <span className="export-form-note">{t(`export.notes.${id}`)}</span>
              </Radio>
            ))}
          </div>
          <p className="export-note export-chosen">{t(`export.notes.${form}`)}</p>
        </RadioGroup>
        <RadioGroup className="export-what" value={chosen} onChange={(id) => setWhat(whatOf(id))}>
          <Label className="section-title">{t('export.what')}</Label>
          {choices.map((choice) => (
            <Radio key={choice} value={choice} className="export-choice">
              {t(WHAT_TEXT[choice])}
            </Radio>
          ))}
        </RadioGroup>
        <Inside exporting={exporting} form={form} />
        {formOf(form).picture && undrawn && (
          <p className="export-note">
            {t('export.noPicture')}{' '}
            <Button
              look="text"
              onPress={() => {
                setView('GRAPH');
                close();
              }}
            >
              {t('export.openGraph')}
            </Button>
          </p>
        )}
        <div className="export-foot">
          <p className="export-state" role="status">
            <State exporting={exporting} />
          </p>
          {busy && <Button onPress={exporting.cancel}>{t('export.cancel')}</Button>}
          <Button look="solid" isPending={busy} isDisabled={picture && undrawn} onPress={() => exporting.go(form)}>
            {t('export.go')}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}

const WHAT_TEXT = { VIEW: 'export.whole', SCREEN: 'export.screen', MARKED: 'export.onlyMarked' } as const;

function formIdOf(id: string): FormId {
  return FORMS.find((form) => form.id === id)?.id ?? 'PNG';
}

function whatOf(id: string): What {
  return id === 'MARKED' || id === 'SCREEN' ? id : 'VIEW';
}

/** Asked once: the picture does not move while the dialog lies over it. */
function useStanding(standing: () => Promise<StandingNow>): StandingNow | null {
  const [now, setNow] = useState<StandingNow | null>(null);
  useEffect(() => {
    let wanted = true;
    void standing().then((answer) => {
      if (wanted) setNow(answer);
    });
    return () => {
      wanted = false;
    };
    // The dialog is opened anew for another picture.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  return now;
}

/** What every file says of itself, before it is made. */
function Inside({ exporting, form }: { readonly exporting: Exporting; readonly form: FormId }): ReactElement | null {
  const { t } = useTranslation();
  const { number } = useFormats();
  const { preview, folded } = exporting;
  if (preview === null) return null;
  return (
    <section className="export-inside">
      <h3 className="section-title">{t('export.inside')}</h3>
      <dl className="export-lines">
        {preview.statement.lines.map(({ key, label, text }) => (
          <div key={key} className="export-line">
            <dt>{label}</dt>
            <dd>
              {text}
              {key === 'shown' && folded > 0 && !formOf(form).picture && (
                <> {t('export.folded', { count: folded, shown: number(folded) })}</>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {form === 'CSV' && <p className="export-note">{t('export.cellNote')}</p>}
    </section>
  );
}

function State({ exporting: { making } }: { readonly exporting: Exporting }): ReactElement | null {
  const { t } = useTranslation();
  const { number } = useFormats();
  switch (making.at) {
    case 'idle':
      return null;
    case 'asking':
      return <>{t('export.asking', { loaded: number(making.loaded), total: number(making.total) })}</>;
    case 'making':
      return <>{t('export.making')}</>;
    case 'done':
      return <>{t('export.done', { name: making.name })}</>;
    case 'failed':
      return <>{t('export.failed')}</>;
  }
}
