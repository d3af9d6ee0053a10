/** A row as it stands in the file as the record that it means, whoever wrote it, or why it means none. */
import { z } from 'zod';
import { EVIDENCE_KINDS, NODE_TYPES, RELATION_TYPES, periodBounds, strongestEvidence } from '#vocabulary';
import type {
  DisagreementRecord,
  Evidence,
  EvidenceKind,
  FigureRecord,
  NodeRecord,
  NodeType,
  PartialDate,
  Period,
  RelationRecord,
  RelationType,
  Source,
} from '#vocabulary';
import {
  disagreementReading,
  figureReading,
  nodeReading,
  relationReading,
  shapeFaults,
  sourceReading,
  type Reading,
} from '../record-form.ts';
import { markOf } from '../restricted.ts';
import { sortName } from '../sort-name.ts';
import type { Columns } from './sql/found.ts';

/** Text whose form is checked after it was read: by record-form.ts. */
function text<T extends string>() {
  return z.custom<T>((value) => typeof value === 'string');
}

function word<T extends string>(words: Readonly<Record<T, unknown>>) {
  return z.custom<T>((value) => typeof value === 'string' && Object.hasOwn(words, value));
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** A list that stands in its column as JSON. */
function list<T>(of: z.ZodType<T>) {
  return z.string().transform(parsed).pipe(z.array(of));
}

const texts = list(z.string());
const textOrNull = z.string().nullable();
const numberOrNull = z.number().nullable();

const PERIOD = {
  period_from: text<PartialDate>().nullable(),
  period_to: text<PartialDate>().nullable(),
  attested: list(text<PartialDate>()),
};

function periodOf(row: {
  period_from: PartialDate | null;
  period_to: PartialDate | null;
  attested: PartialDate[];
}): Period {
  return { from: row.period_from, to: row.period_to, attested: row.attested };
}

const pieces = list(
  z
    .tuple([text<Evidence['source']>().nullable(), word<EvidenceKind>(EVIDENCE_KINDS), textOrNull, texts])
    .transform(([source, kind, note, facts]) => ({ source, kind, note, facts })),
);
type Piece = z.output<typeof pieces>[number];

function withSource(piece: Piece): piece is Piece & { readonly source: Evidence['source'] } {
  return piece.source !== null;
}

/** The evidence, or that a piece of it leads to no source. */
function evidenceOf(name: string, found: readonly Piece[]): Reading<readonly Evidence[]> {
  const whole = found.filter(withSource);
  return whole.length === found.length
    ? { record: whole }
    : { faults: [`${name}: evidence leads to no source that is here`] };
}

/** 0 or 1; whatever else is no record, so that no mark is read as none. */
const restricted = z.union([z.literal(0), z.literal(1)]);

const sourceRow = z.object({
  id: text<Source['id']>(),
  title: z.string(),
  publisher: z.string(),
  url: textOrNull,
  date: text<PartialDate>().nullable(),
  language: textOrNull,
  licence: z.string(),
  note: textOrNull,
  facts: texts,
  restricted,
});

const nodeRow = z.object({
  id: text<NodeRecord['id']>(),
  type: word<NodeType>(NODE_TYPES),
  name: z.string(),
  names: list(z.object({ language: text<NodeRecord['names'][number]['language']>(), text: z.string() })),
  aliases: list(z.object({ text: z.string(), kind: text<NodeRecord['aliases'][number]['kind']>() })),
  kind: textOrNull,
  code: textOrNull,
  scheme: text<NonNullable<NodeRecord['scheme']>>().nullable(),
  latitude: numberOrNull,
  longitude: numberOrNull,
  description: textOrNull,
  restricted,
  ...PERIOD,
  evidence: pieces,
});

const disagreementRow = z.object({
  id: text<DisagreementRecord['id']>(),
  about: text<DisagreementRecord['about']>(),
  question: z.string(),
  restricted,
});

/** Whether a column names a row that is not there. */
const tied = z.literal(0);

const relationRow = z.object({
  id: text<RelationRecord['id']>(),
  type: word<RelationType>(RELATION_TYPES),
  from: text<RelationRecord['from']>(),
  to: text<RelationRecord['to']>(),
  share: numberOrNull,
  carries: text<NonNullable<RelationRecord['carries']>>().nullable(),
  value_million_rp: numberOrNull,
  coefficient: numberOrNull,
  status: text<NonNullable<RelationRecord['status']>>().nullable(),
  role: textOrNull,
  restricted,
  disagreement: text<NonNullable<RelationRecord['disagreement']>>().nullable(),
  loose: tied,
  ...PERIOD,
  evidence: pieces,
});

const figureRow = z.object({
  id: text<FigureRecord['id']>(),
  about: text<FigureRecord['about']>(),
  measure: text<FigureRecord['measure']>(),
  within: text<NonNullable<FigureRecord['within']>>().nullable(),
  value: numberOrNull,
  unit: text<NonNullable<FigureRecord['unit']>>().nullable(),
  text: textOrNull,
  approximate: z.union([z.literal(0), z.literal(1)]),
  definition: textOrNull,
  restricted,
  disagreement: text<NonNullable<FigureRecord['disagreement']>>().nullable(),
  loose: tied,
  ...PERIOD,
  evidence: pieces,
});

function parse<T>(of: z.ZodType<T>, name: string, columns: Columns): Reading<T> {
  const row = of.safeParse(columns);
  return row.success ? { record: row.data } : { faults: shapeFaults(name, row.error) };
}

export function readSource(name: string, columns: Columns): Reading<Source> {
  const row = parse(sourceRow, name, columns);
  if ('faults' in row) return row;
  const { restricted: mark, ...source } = row.record;
  return sourceReading(name, { ...source, ...markOf(mark === 1) });
}

export function readNode(name: string, columns: Columns): Reading<NodeRecord> {
  const row = parse(nodeRow, name, columns);
  if ('faults' in row) return row;
  const { period_from, period_to, attested, evidence: found, restricted: mark, ...rest } = row.record;
  const evidence = evidenceOf(name, found);
  if ('faults' in evidence) return evidence;
  return nodeReading(name, {
    ...rest,
    ...markOf(mark === 1),
    period: periodOf({ period_from, period_to, attested }),
    evidence: evidence.record,
  });
}

export function readDisagreement(name: string, columns: Columns): Reading<DisagreementRecord> {
  const row = parse(disagreementRow, name, columns);
  if ('faults' in row) return row;
  const { restricted: mark, ...disagreement } = row.record;
  return disagreementReading(name, { ...disagreement, ...markOf(mark === 1) });
}

export function readRelation(name: string, columns: Columns): Reading<RelationRecord> {
  const row = parse(relationRow, name, columns);
  if ('faults' in row) return row;
  const { period_from, period_to, attested, evidence: found, ...more } = row.record;
  const { loose: _loose, value_million_rp, restricted: mark, ...plain } = more;
  const rest = { ...plain, ...markOf(mark === 1) };
  const evidence = evidenceOf(name, found);
  if ('faults' in evidence) return evidence;
  const period = periodOf({ period_from, period_to, attested });
  return relationReading(name, { ...rest, valueMillionRp: value_million_rp, period, evidence: evidence.record });
}

export function readFigure(name: string, columns: Columns): Reading<FigureRecord> {
  const row = parse(figureRow, name, columns);
  if ('faults' in row) return row;
  const { period_from, period_to, attested, evidence: found, ...more } = row.record;
  const { loose: _loose, approximate, restricted: mark, ...plain } = more;
  const rest = { ...plain, ...markOf(mark === 1) };
  const evidence = evidenceOf(name, found);
  if ('faults' in evidence) return evidence;
  const period = periodOf({ period_from, period_to, attested });
  return figureReading(name, { ...rest, approximate: approximate === 1, period, evidence: evidence.record });
}

type Derived = Readonly<Record<string, string | number>>;

function boundsOf(period: Period): Derived {
  const { earliestStart, latestStart, earliestEnd, latestEnd } = periodBounds(period);
  return { earliest_start: earliestStart, latest_start: latestStart, earliest_end: earliestEnd, latest_end: latestEnd };
}

/** What the other columns of a record's row have to be. */
export const derivedOf = {
  source: (): Derived => ({}),
  disagreement: (): Derived => ({}),
  node: ({ name, period }: NodeRecord): Derived => ({ sort_name: sortName(name), ...boundsOf(period) }),
  relation: ({ evidence, period }: RelationRecord): Derived => ({
    evidence_class: strongestEvidence(evidence.map(({ kind }) => kind)) ?? '',
    ...boundsOf(period),
  }),
  figure: ({ period }: FigureRecord): Derived => boundsOf(period),
};
