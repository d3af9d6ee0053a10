import { useTranslation } from 'react-i18next';
import type { Trace, TraceAsked } from '../../actions/tracing.ts';
import { useExploration, useExplorer } from '../../actions/explorer-context.ts';
import { dateText } from '../../exploration/period-text.ts';
import { evidenceReach } from '../../exploration/question.ts';
import { fileName } from '../../export/file-name.ts';
import { zipped } from '../../export/zip.ts';
import { useFormats } from '../../languages/use-language.ts';
import { save } from '../export/save.ts';
import { typeName } from '../paths/way-steps.tsx';
import { tierFiles } from './tier-file.ts';
import { REACH_WORDS } from './tiers-asked.tsx';
import { useExtent } from './use-extent.ts';

/** Saves the trace as CSV tables in one ZIP, as every other export does. */
export function useTierFile(asked: TraceAsked, trace: Trace): () => void {
  const { t } = useTranslation();
  const { language, list } = useFormats();
  const { store } = useExplorer();
  const extent = useExtent(trace);
  const evidence = useExploration((exploration) => exploration.question.evidence);
  return () => {
    const name = store.getState().nodes[asked.root]?.name ?? asked.root;
    const madeAt = new Date();
    const question = [t(`tiers.${asked.direction}`), name, t('tiers.depth', { count: asked.depth })].join(' · ');
    const about = [
      ['question', question],
      ['root', asked.root],
      ['types', list(asked.relationTypes.map((type) => typeName(type, language)))],
      ['evidence', t(REACH_WORDS[evidenceReach(evidence)])],
      ['as_of', `${trace.asOf} (${dateText(trace.asOf, language)})`],
      ['shown', extent],
      ['revision', trace.revision],
      ['made', madeAt.toISOString()],
    ] as const;
    const files = tierFiles(asked, trace, about, language);
    const blob = new Blob([zipped(files, madeAt)], { type: 'application/zip' });
    save({ name: fileName(t('tiers.fileName', { name }), madeAt, 'zip'), blob });
  };
}
