import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useExploration, useExplorer } from '../../actions/explorer-context.ts';
import { NodeGlyph } from '../../appearance/node-glyph.tsx';
import { dateText } from '../../exploration/period-text.ts';
import { WITH_INFERRED, type Question } from '../../exploration/question.ts';
import { useFormats } from '../../languages/use-language.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { Asked } from './asked.ts';

/** The filters that can close the last way, as the panel tells them apart. */
const CLOSERS = ['relationTypes', 'usualTypes', 'direction', 'evidence', 'asOf', 'excludeNodes'] as const;
type Closer = (typeof CLOSERS)[number];

function closerOf(closedBy: string | null, { withoutTypes }: Asked): Closer | null {
  if (closedBy === 'relationTypes' && withoutTypes.length === 0) return 'usualTypes';
  return CLOSERS.find((closer) => closer === closedBy) ?? null;
}

/** No way: which filter closed the last one, and the press that lets go of it. */
export function NoWay({
  asked,
  closedBy,
  question,
  change,
}: {
  readonly asked: Asked;
  readonly closedBy: string | null;
  readonly question: Question;
  readonly change: (change: Partial<Asked>) => void;
}): ReactElement {
  const { t } = useTranslation();
  const { list, language } = useFormats();
  const { ask } = useExplorer();
  const nodes = useExploration((exploration) => exploration.nodes);
  const name = (id: Asked['from']): string => (id === null ? '' : (nodes[id]?.name ?? id));
  const closer = closerOf(closedBy, asked);
  const letGo: Readonly<Record<Closer, () => void>> = {
    relationTypes: () => change({ withoutTypes: [] }),
    usualTypes: () => change({ everyType: true }),
    direction: () => change({ direction: 'BOTH' }),
    evidence: () => ask({ evidence: WITH_INFERRED }),
    asOf: () => ask({ asOf: null }),
    excludeNodes: () => change({ withoutNodes: [] }),
  };
  const { asOf } = question;
  const why =
    closer === null
      ? t('paths.closedBy.nothing')
      : t(`paths.closedBy.${closer}`, {
          date: asOf === null ? '' : dateText(asOf, language),
          names: list(asked.withoutNodes.map(name)),
        });
  return (
    <Notice
      glyph={
        <NodeGlyph type={(asked.to === null ? undefined : nodes[asked.to])?.type ?? 'SmiCluster'} size={36} hollow />
      }
      title={t('paths.noneTitle', { from: name(asked.from), to: name(asked.to) })}
      actions={
        <>
          {closer !== null && (
            <Button look="solid" onPress={letGo[closer]}>
              {t(`paths.letGo.${closer}`)}
            </Button>
          )}
          <Button onPress={() => change({ to: null })}>{t('paths.otherEnd')}</Button>
        </>
      }
    >
      <p>{why}</p>
    </Notice>
  );
}
