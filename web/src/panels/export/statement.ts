import type { TFunction } from 'i18next';
import type { Language, NodeId } from '#vocabulary';
import type { Answer } from '../../exploration/answer.ts';
import type { Exploration } from '../../exploration/exploration.ts';
import { dateText } from '../../exploration/period-text.ts';
import { evidenceReach, type Question } from '../../exploration/question.ts';
import type { VisibleGraph } from '../../exploration/visible-graph.ts';
import type { ExportScope, Statement, StatementLine } from '../../export/content.ts';

/** What a statement is made from. */
export interface Stated {
  readonly exploration: Exploration;
  readonly answer: Answer;
  readonly answered: Question;
  readonly graph: VisibleGraph;
  /** How much of the picture is in the file. */
  readonly shown: Statement['shown'];
  readonly scope: ExportScope;
  readonly sentence: string;
  readonly madeAt: Date;
  readonly language: Language;
  readonly number: (value: number) => string;
  readonly t: TFunction;
}

const REACH = { DOCUMENTED: 'filter.documented', GENERAL: 'filter.general', ANY: 'filter.inferred' } as const;

/** The question in words: "Which SMI clusters are tied to large industry?" */
function questionText(question: Question, nodes: Exploration['nodes'], t: TFunction): string {
  const object =
    (question.largeIndustry === null ? undefined : nodes[question.largeIndustry]?.name) ?? t('question.anyLarge');
  return t('export.question', { subject: t(`question.${question.scope}`), object });
}

/** What the view shows and on what ground, in the language on screen. */
export function statementOf(stated: Stated): Statement {
  const { exploration, answer, answered, graph, shown, scope, sentence, madeAt, language, number, t } = stated;
  const question = questionText(answered, exploration.nodes, t);
  const filters = filterLines(stated);
  const hidden = exploration.hidden.length;
  const candidates = candidatesIn(stated);
  const extent = t('export.extent', {
    shownNodes: number(shown.nodes),
    nodes: number(graph.total.nodes),
    shownRelations: number(shown.relations),
    relations: number(graph.total.relations),
  });
  const lines: readonly (StatementLine | null)[] = [
    { key: 'question', label: t('question.region'), text: question },
    { key: 'answer', label: t('answer.region'), text: sentence },
    ...filters,
    { key: 'shown', label: t('export.shown'), text: extent },
    scope === 'MARKED' ? { key: 'scope', label: t('export.what'), text: t('export.onlyMarked') } : null,
    hidden === 0
      ? null
      : {
          key: 'hidden',
          label: t('export.hidden'),
          text: t('export.hiddenNote', { count: hidden, shown: number(hidden) }),
        },
    candidates === 0
      ? null
      : {
          key: 'candidates',
          label: t('export.candidates'),
          text: t('export.candidatesNote', { count: candidates, shown: number(candidates) }),
        },
    { key: 'revision', label: t('export.revision'), text: answer.revision },
    { key: 'made', label: t('export.made'), text: madeAt.toISOString() },
  ];
  return {
    language,
    question,
    answer: sentence,
    filters,
    asOf: answered.asOf,
    revision: answer.revision,
    madeAt: madeAt.toISOString(),
    scope,
    shown,
    total: graph.total,
    hidden,
    lines: lines.filter((line) => line !== null),
  };
}

/** Candidates between nodes of the picture. */
function candidatesIn({ exploration, graph }: Stated): number {
  const there = new Set(graph.nodes.map(({ id }) => id));
  return (exploration.looks.candidates?.pairs ?? []).filter(
    ({ cluster, firm }) => there.has(cluster) && there.has(firm),
  ).length;
}

function filterLines({ exploration, answered, language, t }: Stated): readonly StatementLine[] {
  const name = (id: NodeId | null, otherwise: string): string =>
    id === null ? otherwise : (exploration.nodes[id]?.name ?? id);
  const { place, sector, asOf, evidence } = answered;
  return [
    { key: 'place', label: t('filter.PLACE'), text: name(place, t('filter.allPlaces')) },
    { key: 'sector', label: t('filter.SECTOR'), text: name(sector, t('filter.allSectors')) },
    { key: 'as_of', label: t('filter.ASOF'), text: asOf === null ? t('filter.anyDate') : dateText(asOf, language) },
    { key: 'evidence', label: t('filter.EVIDENCE'), text: t(REACH[evidenceReach(evidence)]) },
  ];
}
