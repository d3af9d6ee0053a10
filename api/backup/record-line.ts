/** A record as a line of a backup, and back: nothing of a line is trusted. */
import { z } from 'zod';
import {
  EVIDENCE_KINDS,
  MEASURES,
  NODE_TYPES,
  RELATION_TYPES,
  type DisagreementRecord,
  type EvidenceKind,
  type FigureRecord,
  type Measure,
  type NodeRecord,
  type NodeType,
  type RelationRecord,
  type RelationType,
  type Source,
} from '#vocabulary';
import type { WholeRecord } from '../store/graph-store.ts';
import {
  disagreementReading,
  figureReading,
  nodeReading,
  relationReading,
  sourceReading,
  type Reading,
} from '../store/record-form.ts';
import { canonicalText, recordDigest } from '../store/revision.ts';

/** Text whose form is checked after it was read: by record-form.ts. */
function text<T extends string>() {
  return z.custom<T>((value) => typeof value === 'string');
}

function word<T extends string>(words: Readonly<Record<T, unknown>>) {
  return z.custom<T>((value) => typeof value === 'string' && Object.hasOwn(words, value));
}

const texts = z.array(z.string());
const textOrNull = z.string().nullable();
const numberOrNull = z.number().nullable();
const restricted = z.literal(true).exactOptional();
type Date = NonNullable<Source['date']>;
const period = z.strictObject({
  from: text<Date>().nullable(),
  to: text<Date>().nullable(),
  attested: z.array(text<Date>()),
});
const evidence = z.array(
  z.strictObject({
    source: text<Source['id']>(),
    kind: word<EvidenceKind>(EVIDENCE_KINDS),
    note: textOrNull,
    facts: texts,
  }),
);

const sourceForm = z.strictObject({
  id: text<Source['id']>(),
  title: z.string(),
  publisher: z.string(),
  url: textOrNull,
  date: text<Date>().nullable(),
  language: textOrNull,
  licence: z.string(),
  note: textOrNull,
  facts: texts,
  restricted,
});

const nodeForm = z.strictObject({
  id: text<NodeRecord['id']>(),
  type: word<NodeType>(NODE_TYPES),
  name: z.string(),
  names: z.array(z.strictObject({ language: text<NodeRecord['names'][number]['language']>(), text: z.string() })),
  aliases: z.array(z.strictObject({ text: z.string(), kind: text<NodeRecord['aliases'][number]['kind']>() })),
  kind: textOrNull,
  code: textOrNull,
  scheme: text<NonNullable<NodeRecord['scheme']>>().nullable(),
  latitude: numberOrNull,
  longitude: numberOrNull,
  period,
  description: textOrNull,
  evidence,
  restricted,
});

const disagreementForm = z.strictObject({
  id: text<DisagreementRecord['id']>(),
  about: text<DisagreementRecord['about']>(),
  question: z.string(),
  restricted,
});

const relationForm = z.strictObject({
  id: text<RelationRecord['id']>(),
  type: word<RelationType>(RELATION_TYPES),
  from: text<RelationRecord['from']>(),
  to: text<RelationRecord['to']>(),
  period,
  share: numberOrNull,
  carries: text<NonNullable<RelationRecord['carries']>>().nullable(),
  valueMillionRp: numberOrNull,
  coefficient: numberOrNull,
  status: text<NonNullable<RelationRecord['status']>>().nullable(),
  role: textOrNull,
  disagreement: text<NonNullable<RelationRecord['disagreement']>>().nullable(),
  evidence,
  restricted,
});

const figureForm = z.strictObject({
  id: text<FigureRecord['id']>(),
  about: text<FigureRecord['about']>(),
  measure: word<Measure>(MEASURES),
  within: text<FigureRecord['about']>().nullable(),
  value: numberOrNull,
  unit: text<NonNullable<FigureRecord['unit']>>().nullable(),
  text: textOrNull,
  approximate: z.boolean(),
  definition: textOrNull,
  period,
  disagreement: text<NonNullable<FigureRecord['disagreement']>>().nullable(),
  evidence,
  restricted,
});

const line = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('source'), record: sourceForm }),
  z.strictObject({ kind: z.literal('node'), record: nodeForm }),
  z.strictObject({ kind: z.literal('disagreement'), record: disagreementForm }),
  z.strictObject({ kind: z.literal('relation'), record: relationForm }),
  z.strictObject({ kind: z.literal('figure'), record: figureForm }),
]);

/** Equal records give equal lines. */
export function lineOf({ kind, record }: WholeRecord): string {
  return `${canonicalText({ kind, record })}\n`;
}

function checked<T>(reading: Reading<T>): T {
  if ('faults' in reading) throw new Error(reading.faults.join('; '));
  return reading.record;
}

/** @throws Error that says why the value is no record */
export function recordOf(value: unknown): WholeRecord {
  const parsed = line.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Error(`${issue?.path.join('.') ?? ''} is missing or of another kind`);
  }
  const { data } = parsed;
  const { id } = data.record;
  switch (data.kind) {
    case 'source': {
      const record = checked(sourceReading(id, data.record));
      return { kind: 'source', id: record.id, record, digest: recordDigest('source', record) };
    }
    case 'node': {
      const record = checked(nodeReading(id, data.record));
      return { kind: 'node', id: record.id, record, digest: recordDigest('node', record) };
    }
    case 'disagreement': {
      const record = checked(disagreementReading(id, data.record));
      return { kind: 'disagreement', id: record.id, record, digest: recordDigest('disagreement', record) };
    }
    case 'relation': {
      const record = checked(relationReading(id, data.record));
      return { kind: 'relation', id: record.id, record, digest: recordDigest('relation', record) };
    }
    case 'figure': {
      const record = checked(figureReading(id, data.record));
      return { kind: 'figure', id: record.id, record, digest: recordDigest('figure', record) };
    }
  }
}
