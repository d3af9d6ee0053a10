/**
 * What each field of a written record may hold. Every scalar arrives as text. The schemas are strict: a field that the
 * format does not know is a fault, and what is absent becomes null.
 */
import {
  ALIAS_KINDS,
  CARRIED_KINDS,
  EVIDENCE_KINDS,
  LANGUAGES,
  MEASURES,
  parseDisagreementId,
  parseNodeId,
  parsePeriod,
  parseSourceId,
  RELATION_TYPES,
  SECTOR_SCHEMES,
  TARGET_STATUSES,
  UNITS,
  UNKNOWN_PERIOD,
  parsePartialDate,
  type EvidenceKind,
  type Measure,
  type RelationType,
} from '#vocabulary';
import { z } from 'zod';
import type { Section } from './yaml-file.ts';

/** Fact ids: A and B and E as collected, M for memberships read from a fact's source, I for our own inferences. */
const FACT_ID = /^[ABEIM]\d{3}$/;
const NUMBER = /^-?\d+(?:\.\d+)?$/;
/** Beyond this a message says where the names are instead of listing them. */
const LISTED = 14;

function keysOf<T extends string>(record: Readonly<Record<T, unknown>>): readonly T[] {
  return Object.keys(record).filter((key): key is T => Object.hasOwn(record, key));
}

const RELATION_TYPE_NAMES: readonly RelationType[] = keysOf(RELATION_TYPES);
const MEASURE_NAMES: readonly Measure[] = keysOf(MEASURES);
const EVIDENCE_KIND_NAMES: readonly EvidenceKind[] = keysOf(EVIDENCE_KINDS);

const text = z.string().trim().min(1, { error: 'is empty; leave the field out when it is not known' });

/** A text that `parse` takes; what it throws becomes the fault. */
function read<T>(parse: (text: string) => T) {
  return text.transform((value, context) => {
    try {
      return parse(value);
    } catch (error) {
      context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) });
      return z.NEVER;
    }
  });
}

function oneOf<T extends string>(what: string, allowed: readonly T[], where: string) {
  return read((value): T => {
    const found = allowed.find((name) => name === value);
    if (found !== undefined) return found;
    const right = allowed.length <= LISTED ? allowed.join(', ') : `those of graph-seed/vocabulary/${where}`;
    throw new Error(`'${value.slice(0, 60)}' is no ${what}; right are ${right}`);
  });
}

const decimal = read((value) => {
  if (!NUMBER.test(value)) throw new Error(`'${value.slice(0, 40)}' is not a number; write 7541 or 0.25`);
  return Number(value);
});

function within(low: number, high: number, what: string) {
  return decimal.refine((value) => value >= low && value <= high, {
    error: `${what} must lie from ${low} to ${high}`,
  });
}

const truth = oneOf('truth value', ['true', 'false'], '').transform((value) => value === 'true');
/** `false` would say what being absent says. */
const restricted = oneOf('mark (leave it out where anybody may see the record)', ['true'], '')
  .transform((): true => true)
  .exactOptional();
const nodeId = read(parseNodeId);
const disagreementId = read(parseDisagreementId);
const key = text.regex(/^[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*$/, {
  error: 'a key holds letters, digits, dots and hyphens only',
});

function optional<T extends z.ZodType>(schema: T) {
  return schema.nullable().default(null);
}

const facts = z
  .array(
    text.regex(FACT_ID, { error: 'is not a fact id; write a letter of A, B, E, M, I and three digits, as in B077' }),
  )
  .transform((ids, context) => {
    const distinct = [...new Set(ids)].sort();
    if (distinct.length < ids.length) context.addIssue({ code: 'custom', message: 'a fact id stands twice; keep one' });
    return distinct;
  })
  .default([]);

const period = z
  .strictObject({ from: text.optional(), to: text.optional(), attested: z.array(text).optional() })
  .transform((value, context) => {
    try {
      return parsePeriod(value);
    } catch (error) {
      context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) });
      return z.NEVER;
    }
  })
  .default(UNKNOWN_PERIOD);

const evidence = z.strictObject({
  source: read(parseSourceId),
  kind: oneOf('kind of evidence', EVIDENCE_KIND_NAMES, 'evidence.ts'),
  note: optional(text),
  facts,
});

const names = z
  .strictObject({ en: text.optional(), id: text.optional(), ja: text.optional() })
  .transform((value) =>
    LANGUAGES.flatMap((language) => {
      const name = value[language];
      return name === undefined ? [] : [{ language, text: name }];
    }),
  )
  .default([]);

const url = read((value) => {
  if (!/^https?:\/\/[^\s]+$/.test(value) || !URL.canParse(value)) {
    throw new Error(`'${value.slice(0, 60)}' is not a web address; write https://… or leave it out`);
  }
  return value;
});

const language = read((value) => {
  try {
    return Intl.getCanonicalLocales(value)[0] ?? value;
  } catch {
    throw new Error(`'${value.slice(0, 20)}' is not a language tag; write en, id or ja`);
  }
});

export const sourceSchema = z.strictObject({
  id: read(parseSourceId),
  title: text,
  publisher: text,
  url: optional(url),
  date: optional(read(parsePartialDate)),
  language: optional(language),
  licence: text,
  note: optional(text),
  facts,
  restricted,
});

export const nodeSchema = z.strictObject({
  id: nodeId,
  name: text,
  names,
  aliases: z.array(z.strictObject({ text, kind: oneOf('kind of alias', ALIAS_KINDS, 'names.ts') })).default([]),
  kind: optional(text),
  code: optional(text),
  scheme: optional(oneOf('scheme', SECTOR_SCHEMES, 'node-types.ts')),
  latitude: optional(within(-90, 90, 'a latitude')),
  longitude: optional(within(-180, 180, 'a longitude')),
  period,
  description: optional(text),
  evidence: z.array(evidence).default([]),
  restricted,
});

export const relationSchema = z.strictObject({
  from: nodeId,
  type: oneOf('type of relation', RELATION_TYPE_NAMES, 'relation-types.ts'),
  to: nodeId,
  key: key.optional(),
  period,
  share: optional(within(0, 1, 'a share')),
  carries: optional(oneOf('kind of carried goods', CARRIED_KINDS, 'relation-types.ts')),
  valueMillionRp: optional(decimal),
  coefficient: optional(decimal),
  status: optional(oneOf('status of a target', TARGET_STATUSES, 'relation-types.ts')),
  role: optional(text),
  disagreement: optional(disagreementId),
  evidence: z.array(evidence).default([]),
  restricted,
});

export const figureSchema = z.strictObject({
  about: nodeId,
  measure: oneOf('measure', MEASURE_NAMES, 'measures.ts'),
  key: key.optional(),
  within: optional(nodeId),
  value: optional(decimal),
  unit: optional(oneOf('unit', UNITS, 'measures.ts')),
  text: optional(text),
  approximate: truth.default(false),
  definition: optional(text),
  period,
  disagreement: optional(disagreementId),
  evidence: z.array(evidence).default([]),
  restricted,
});

export const disagreementSchema = z.strictObject({ id: disagreementId, about: nodeId, question: text, restricted });

export type WrittenNode = z.output<typeof nodeSchema>;
export type WrittenRelation = z.output<typeof relationSchema>;
export type WrittenFigure = z.output<typeof figureSchema>;

const FIELDS: Readonly<Record<Section, readonly string[]>> = {
  sources: Object.keys(sourceSchema.shape),
  nodes: Object.keys(nodeSchema.shape),
  relations: Object.keys(relationSchema.shape),
  figures: Object.keys(figureSchema.shape),
  disagreements: Object.keys(disagreementSchema.shape),
};
const PART_FIELDS: Readonly<Record<string, readonly string[]>> = {
  evidence: Object.keys(evidence.shape),
  period: ['from', 'to', 'attested'],
  names: [...LANGUAGES],
  aliases: ['text', 'kind'],
};

/** The fields that the mapping at this path of a record may have. */
export function fieldsAt(section: Section, path: readonly PropertyKey[]): readonly string[] {
  const part = path[0];
  return (part === undefined ? FIELDS[section] : PART_FIELDS[String(part)]) ?? [];
}
