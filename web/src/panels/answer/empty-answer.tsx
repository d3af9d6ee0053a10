import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeId } from '#vocabulary';
import { useTieCounts } from '../../actions/asking-details.ts';
import { useExploration, useExplorer } from '../../actions/explorer-context.ts';
import { NodeGlyph } from '../../appearance/node-glyph.tsx';
import {
  evidenceReach,
  FIRST_QUESTION,
  WITH_INFERRED,
  type EvidenceReach,
  type Question,
} from '../../exploration/question.ts';
import { dateText } from '../../exploration/period-text.ts';
import { useFormats } from '../../languages/use-language.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import AllQuestions from '../start/all-questions.tsx';
import { PanelRow } from '../start/panel-row.tsx';

/** How many names the nearest truth gives. */
const NAMED = 3;

const EMPTY_TITLES = {
  DOCUMENTED: 'state.emptyTitle',
  GENERAL: 'state.emptyGeneralTitle',
  ANY: 'state.emptyAnyTitle',
} as const satisfies Record<EvidenceReach, string>;

/** What was asked, the nearest truth, and ways out. */
export default function EmptyAnswer(): ReactElement | null {
  const { t } = useTranslation();
  const { list, language } = useFormats();
  const { ask } = useExplorer();
  const answer = useExploration((exploration) => exploration.answer);
  const question = useExploration((exploration) => exploration.answered);
  const nodes = useExploration((exploration) => exploration.nodes);
  const ways = useWaysOut(question, answer?.summary.inferredTieCount ?? 0);
  if (answer === null || question === null) return null;
  const name = (id: Question['place']): string => (id === null ? '' : (nodes[id]?.name ?? id));
  const title = [
    t(EMPTY_TITLES[evidenceReach(question.evidence)]),
    question.largeIndustry === null ? null : t('state.emptyFirm', { firm: name(question.largeIndustry) }),
    question.place === null ? null : t('state.emptyPlace', { place: name(question.place) }),
    question.sector === null ? null : t('state.emptySector', { sector: name(question.sector) }),
    question.asOf === null ? null : t('state.emptyDate', { date: dateText(question.asOf, language) }),
  ].filter((part) => part !== null);
  const object = question.largeIndustry === null ? t('question.anyLarge') : name(question.largeIndustry);
  const count = answer.untied.length;
  const names = list(answer.untied.slice(0, NAMED).map(name));
  const { inferredTieCount } = answer.summary;
  return (
    <>
      <Notice
        glyph={<NodeGlyph type="SmiCluster" size={36} hollow />}
        title={title.join(' ')}
        actions={ways.map(({ words, change, ties }) => (
          <Button key={words} onPress={() => ask(change)}>
            {ties === null ? t(words) : t('state.wayOut', { way: t(words), ties: t('answer.ties', { count: ties }) })}
          </Button>
        ))}
      >
        <p>{t('state.asked', { subject: t(`question.${question.scope}`), object })}</p>
        <p>{count === 0 ? t('state.nearestNoCluster') : t('state.nearestNone', { count, names, object })}</p>
        {inferredTieCount > 0 && <p>{t('state.nearestInferred', { count: inferredTieCount })}</p>}
      </Notice>
      <OtherQuestions question={question} cluster={count === 1 ? (answer.untied[0] ?? null) : null} />
    </>
  );
}

/** What else the data answer here: what is made in the place, who could deal with whom, and every named question. */
function OtherQuestions({
  question: { place, largeIndustry },
  cluster,
}: {
  readonly question: Question;
  /** The only one that fits; null: none, or several. */
  readonly cluster: NodeId | null;
}): ReactElement {
  const { t } = useTranslation();
  const name = useExploration(({ nodes }) => (place === null ? null : (nodes[place]?.name ?? null)));
  return (
    <section className="start empty-others" aria-label={t('start.others')}>
      <h2 className="start-title">{t('start.others')}</h2>
      {place !== null && name !== null && (
        <PanelRow panel={{ kind: 'PLACES', place }} icon="map" words={t('start.profile', { place: name })} />
      )}
      <PanelRow panel={{ kind: 'GAPS', cluster, firm: largeIndustry }} icon="graph" words={t('start.candidates')} />
      <AllQuestions />
    </section>
  );
}

type WayOut =
  | 'state.includeInferred'
  | 'state.clearPlace'
  | 'state.clearSector'
  | 'state.clearFirm'
  | 'state.clearDate'
  | 'state.clearAll'
  | 'state.showGroups'
  | 'state.showClusters';

/** A change of the question that may lead to an answer. */
interface Way {
  readonly words: WayOut;
  readonly change: Partial<Question>;
}

/** As many ways as a person weighs at a glance. */
const WAYS_MOST = 3;

/** Every change that lets go of one filter; after them, of all. */
function changesOf(question: Question): readonly Way[] {
  const ways: Way[] = [];
  if (!question.evidence.includes('INFERRED')) {
    ways.push({ words: 'state.includeInferred', change: { evidence: WITH_INFERRED } });
  }
  if (question.place !== null) ways.push({ words: 'state.clearPlace', change: { place: null } });
  if (question.sector !== null) ways.push({ words: 'state.clearSector', change: { sector: null } });
  if (question.largeIndustry !== null) ways.push({ words: 'state.clearFirm', change: { largeIndustry: null } });
  if (question.asOf !== null) ways.push({ words: 'state.clearDate', change: { asOf: null } });
  if (question.scope === 'GROUP') ways.push({ words: 'state.showClusters', change: { scope: FIRST_QUESTION.scope } });
  // Groups have no one place: with a place none is found.
  else if (question.place === null) ways.push({ words: 'state.showGroups', change: { scope: 'GROUP' } });
  const { scope, evidence } = question;
  return [...ways, { words: 'state.clearAll', change: { ...FIRST_QUESTION, scope, evidence } }];
}

/**
 * The changes that lead to ties, most ties first, each with how many; letting go of all filters only where no single one is enough. While
 * they are counted, and when that fails, the likeliest ones without a number.
 */
function useWaysOut(question: Question | null, inferred: number): readonly (Way & { readonly ties: number | null })[] {
  const changes = question === null ? [] : changesOf(question);
  const counts = useTieCounts(question === null ? [] : changes.map(({ change }) => ({ ...question, ...change })));
  if (counts.status !== 'ready') {
    const likely = changes.filter(
      ({ words }) => words !== 'state.clearAll' && (words !== 'state.includeInferred' || inferred > 0),
    );
    return likely.slice(0, WAYS_MOST).map((way) => ({ ...way, ties: null }));
  }
  const counted = changes.map((way, index) => ({ ...way, ties: counts.value[index] ?? 0 }));
  const leading = counted.filter(({ words, ties }) => words !== 'state.clearAll' && ties > 0);
  if (leading.length === 0) return counted.filter(({ words }) => words === 'state.clearAll');
  return leading.sort((a, b) => b.ties - a.ties).slice(0, WAYS_MOST);
}
