import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useExploration, useExplorer } from '../../actions/explorer-context.ts';
import { dateText } from '../../exploration/period-text.ts';
import { WITH_INFERRED } from '../../exploration/question.ts';
import { useFormats } from '../../languages/use-language.ts';
import { Button } from '../../ui/button.tsx';
import { useSentence } from './use-sentence.ts';

/** The sentence, the strip of clusters and the counts. */
export function AnswerHead(): ReactElement | null {
  const { t } = useTranslation();
  const { number, language } = useFormats();
  const { ask } = useExplorer();
  const sentence = useSentence();
  const answer = useExploration((exploration) => exploration.answer);
  const answered = useExploration((exploration) => exploration.answered);
  const nodes = useExploration((exploration) => exploration.nodes);
  if (answer === null || answered === null) return null;
  const { summary } = answer;
  const place = answered.place === null ? undefined : nodes[answered.place]?.name;
  const sector = answered.sector === null ? undefined : nodes[answered.sector]?.name;
  const scopeWords = [
    // Without any cluster the sentence itself says where.
    place === undefined || summary.clusterCount === 0 ? null : t('answer.inPlace', { place }),
    sector === undefined || summary.clusterCount === 0 ? null : t('answer.inSector', { sector }),
    answered.asOf === null ? null : t('answer.asOf', { date: dateText(answered.asOf, language) }),
  ].filter((words) => words !== null);
  const counts = [
    t('answer.ties', { count: answer.totalCount }),
    t('answer.relations', { count: summary.relationCount }),
    t('answer.sources', { count: summary.sourceCount }),
  ];
  const onlyDocumented = !answered.evidence.includes('INFERRED');
  return (
    <header className="answer-head">
      <h1 className="answer-sentence">{sentence}</h1>
      {scopeWords.length > 0 && <p className="answer-scope">{scopeWords.join(' ')}</p>}
      <Strip tied={summary.tiedClusterCount} untied={summary.clusterCount - summary.tiedClusterCount} />
      <p className="answer-counts">
        {counts.join(', ')}
        {language === 'ja' ? '。' : '. '}
        {summary.newestEvidence !== null && t('answer.newest', { date: dateText(summary.newestEvidence, language) })}
      </p>
      {onlyDocumented && summary.inferredTieCount > 0 && (
        <p className="answer-inferred">
          <Button look="text" onPress={() => ask({ evidence: WITH_INFERRED })}>
            {t('answer.inferredAdds', { count: summary.inferredTieCount })}
          </Button>
        </p>
      )}
      <span className="spoken">
        {t('answer.strip', {
          tied: number(summary.tiedClusterCount),
          untied: number(summary.clusterCount - summary.tiedClusterCount),
        })}
      </span>
    </header>
  );
}

/** Above this many the strip would no longer be counted by eye. */
const STRIP_MOST = 60;
const HEXAGON = 'M6 0.8L10.9 3.6V9.2L6 12L1.1 9.2V3.6Z';

/** One hexagon a cluster: filled with a tie, hollow without. A long row becomes a bar in the same proportion. */
function Strip({ tied, untied }: { readonly tied: number; readonly untied: number }): ReactElement | null {
  const all = tied + untied;
  if (all === 0) return null;
  if (all > STRIP_MOST) {
    return (
      <svg className="strip-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        <rect width="100" height="6" fill="var(--sunken)" />
        <rect width={(tied / all) * 100} height="6" fill="var(--smi)" />
      </svg>
    );
  }
  return (
    <div className="strip" aria-hidden="true">
      {Array.from({ length: all }, (_, index) => (
        <svg key={index} width="12" height="13" viewBox="0 0 12 12.8">
          <path
            d={HEXAGON}
            fill={index < tied ? 'var(--smi)' : 'none'}
            stroke="var(--smi)"
            strokeWidth="1.1"
            strokeLinejoin="round"
          />
        </svg>
      ))}
    </div>
  );
}
