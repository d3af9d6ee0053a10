import { MEASURES, type Language } from '#vocabulary';
import type { ExportContent, ExportedFigure, ExportedNode, ExportedSource, Statement } from './content.ts';
import { evidenceOf, markOf, type Rows } from './rows.ts';
import { nameIn, type Said, type SaidEvidence, type SaidOfNode } from './said.ts';

/** The content of a file: rows, the figures of their nodes, and every source behind any of it. */
export function contentOf(statement: Statement, rows: Rows, said: Said): ExportContent {
  const { language } = statement;
  const figures = rows.nodes.flatMap((node) => figuresOf(node, said.nodes.get(node.id), language));
  return { statement, ...rows, figures, sources: sourcesOf(rows, said, language) };
}

function isMeasure(measure: string): measure is keyof typeof MEASURES {
  return measure in MEASURES;
}

function figuresOf(node: ExportedNode, more: SaidOfNode | undefined, language: Language): readonly ExportedFigure[] {
  return (more?.figures ?? []).map((figure) => ({
    id: figure.id,
    about: node.id,
    aboutName: node.name,
    measure: figure.measure,
    measureLabel: isMeasure(figure.measure) ? MEASURES[figure.measure].label[language] : figure.measure,
    within: figure.within === null ? null : nameIn(figure.within, language),
    value: figure.value,
    unit: figure.unit,
    text: figure.text,
    approximate: figure.approximate,
    definition: figure.definition,
    from: figure.period.from,
    to: figure.period.to,
    attested: figure.period.attested,
    disputed: figure.disagreement !== null && figure.disagreement !== undefined,
    ...markOf(figure),
    evidence: evidenceOf(figure.evidence),
  }));
}

/** Every distinct source of relations, nodes and figures: newest first, undated last, then by title. */
function sourcesOf(rows: Rows, said: Said, language: Language): readonly ExportedSource[] {
  const pieces: readonly SaidEvidence[] = [
    ...rows.relations.flatMap(({ id }) => said.relations.get(id)?.evidence ?? []),
    ...rows.nodes.flatMap(({ id }) => {
      const more = said.nodes.get(id);
      return more === undefined ? [] : [...more.evidence, ...more.figures.flatMap(({ evidence }) => evidence)];
    }),
  ];
  const sources = new Map(
    pieces.map(({ source }) => {
      const { id, title, publisher, url, date, language: spoken, licence } = source;
      return [id, { id, title, publisher, url, date, language: spoken, licence, ...markOf(source) }];
    }),
  );
  return [...sources.values()].sort(
    (a, b) => (b.date ?? '').localeCompare(a.date ?? '') || a.title.localeCompare(b.title, language),
  );
}
