import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { broughtByTrace, drawnTrace, type Trace, type TraceAsked } from '../../actions/tracing.ts';
import { useExploration, useExplorer } from '../../actions/explorer-context.ts';
import { useLanguage } from '../../languages/use-language.ts';
import { Button } from '../../ui/button.tsx';
import { openPanel } from '../open-panel.ts';
import { useWorking, WorkFailed } from '../working.tsx';
import { useTierFiles } from './use-tier-file.ts';

const PICTURES = ['SVG', 'PNG'] as const;

/** Adds the trace to the picture in one step, or takes it out again; saves it as a file. */
export function TierActions({ asked, trace }: { readonly asked: TraceAsked; readonly trace: Trace }): ReactElement {
  const { t } = useTranslation();
  const { addWay, dropWay, setView } = useExplorer();
  const language = useLanguage();
  const asOf = useExploration((exploration) => exploration.question.asOf);
  const way = useMemo(() => drawnTrace(asked, trace.ways), [asked, trace]);
  const added = useExploration((exploration) => exploration.ways.some(({ id }) => id === way?.id));
  const { saveTables, savePicture } = useTierFiles(asked, trace);
  const working = useWorking();
  const showGraph = (): void => {
    openPanel(null);
    setView('GRAPH');
  };
  return (
    <div className="tier-actions">
      {way !== null && (
        <Button
          look={added ? 'outline' : 'solid'}
          onPress={() => (added ? dropWay(way.id) : addWay(way, broughtByTrace(trace.ways, language, asOf)))}
        >
          {t(added ? 'tiers.drop' : 'tiers.add')}
        </Button>
      )}
      {added && <Button onPress={showGraph}>{t('tiers.toGraph')}</Button>}
      <Button onPress={saveTables}>{t('tiers.file')}</Button>
      {PICTURES.map((form) => (
        <Button key={form} onPress={() => working.run(() => savePicture(form))}>
          {t('tiers.savePicture', { form })}
        </Button>
      ))}
      <WorkFailed working={working} />
    </div>
  );
}
