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
import type { StatedTrace, TierPictureForm } from './save-tier-picture.ts';
import { tierFiles } from './tier-file.ts';
import { REACH_WORDS } from './tiers-asked.tsx';
import { useExtent } from './use-extent.ts';
import { usePicturedNodes } from './use-pictured-nodes.ts';

/** How a trace is saved, each as every other export is. */
export interface TierFiles {
  /** Tables in one ZIP. */
  readonly saveTables: () => void;
  /** The picture. Rejects when the browser cannot draw it. */
  readonly savePicture: (form: TierPictureForm) => Promise<void>;
}

/** Saves the trace as CSV tables, and its picture as SVG and PNG. */
export function useTierFiles(asked: TraceAsked, trace: Trace): TierFiles {
  const { t } = useTranslation();
  const formats = useFormats();
  const { language, list } = formats;
  const { store } = useExplorer();
  const extent = useExtent(trace);
  const { nodeOf } = usePicturedNodes(trace);
  const evidence = useExploration((exploration) => exploration.question.evidence);
  const stated = (): StatedTrace => {
    const name = store.getState().nodes[asked.root]?.name ?? asked.root;
    return {
      name,
      question: [t(`tiers.${asked.direction}`), name, t('tiers.depth', { count: asked.depth })].join(' · '),
      types: list(asked.relationTypes.map((type) => typeName(type, language))),
      evidence: t(REACH_WORDS[evidenceReach(evidence)]),
      date: dateText(trace.asOf, language),
      extent,
      revision: trace.revision,
      madeAt: new Date(),
    };
  };
  return {
    saveTables: () => {
      const { name, question, types, evidence: reach, date, revision, madeAt } = stated();
      const about = [
        ['question', question],
        ['root', asked.root],
        ['types', types],
        ['evidence', reach],
        ['as_of', `${trace.asOf} (${date})`],
        ['shown', extent],
        ['revision', revision],
        ['made', madeAt.toISOString()],
      ] as const;
      const blob = new Blob([zipped(tierFiles(asked, trace, about, language), madeAt)], { type: 'application/zip' });
      save({ name: fileName(t('tiers.fileName', { name }), madeAt, 'zip'), blob });
    },
    savePicture: async (form) => {
      const { saveTierPicture } = await import('./save-tier-picture.ts');
      await saveTierPicture(form, { asked, trace, stated: stated(), nodeOf, formats, t });
    },
  };
}
