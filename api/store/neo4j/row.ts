/** Reads what rows hold, checked. The driver gives integers as `bigint` and leaves absent properties out. */
import { z } from 'zod';
import { ALIAS_KINDS, EVIDENCE_KINDS, LANGUAGES, NODE_TYPES, RELATION_TYPES } from '#vocabulary';
import type {
  EvidenceKind,
  NodeId,
  NodeType,
  PartialDate,
  Period,
  PeriodBounds,
  RelationType,
  Source,
} from '#vocabulary';
import type { StoredFigure, StoredNode, StoredRelation } from '../graph-store.ts';
import { markOf } from '../restricted.ts';

/** The one place where text of the store becomes a branded id, date or word: it was checked when it was written. */
export function branded<T extends string>() {
  return z.string().transform((text) => text as T);
}

function orNull<T>(of: z.ZodType<T>) {
  return of.nullish().transform((value) => value ?? null);
}

function word<T extends string>(words: Readonly<Record<T, unknown>>) {
  return z.custom<T>((value) => typeof value === 'string' && Object.hasOwn(words, value));
}

export const integer = z.bigint().transform(Number);
/** Whole values may be stored as integers. */
const anyNumber = z.union([z.number(), integer]);
export const nodeType = word<NodeType>(NODE_TYPES);
export const relationType = word<RelationType>(RELATION_TYPES);
export const evidenceKind = word<EvidenceKind>(EVIDENCE_KINDS);
export const nullableText = orNull(z.string());
export const texts = z.array(z.string());

/** The property of a record that is marked; whatever else stands there is no record, so that no mark is read as none. */
export const restricted = z.boolean().nullish();
/** Spreads the mark as a record carries it. */
export function marked<T extends { readonly restricted?: boolean | null | undefined }>({
  restricted: mark,
  ...rest
}: T) {
  return { ...rest, ...markOf(mark === true) };
}

const period = {
  periodFrom: orNull(branded<PartialDate>()),
  periodTo: orNull(branded<PartialDate>()),
  attested: z.array(branded<PartialDate>()),
};

const bounds = {
  earliestStart: integer,
  latestStart: integer,
  earliestEnd: integer,
  latestEnd: integer,
};

interface FlatPeriod {
  readonly periodFrom: PartialDate | null;
  readonly periodTo: PartialDate | null;
  readonly attested: readonly PartialDate[];
}

function periodOf({ periodFrom: from, periodTo: to, attested }: FlatPeriod): Period {
  return { from, to, attested };
}

function boundsOf({ earliestStart, latestStart, earliestEnd, latestEnd }: PeriodBounds): PeriodBounds {
  return { earliestStart, latestStart, earliestEnd, latestEnd };
}

/** Lists of pairs stand as texts, `en: Tegal metal cluster`, so that a person reads them in Neo4j Browser. */
function pairs<T extends string>(words: readonly T[]) {
  return z.array(
    z.string().transform((text, context) => {
      const at = text.indexOf(': ');
      const first = words.find((one) => one === text.slice(0, Math.max(at, 0)));
      if (first !== undefined) return { word: first, text: text.slice(at + 2) };
      context.addIssue('a text of another form');
      return z.NEVER;
    }),
  );
}

/** `properties(n)` of an Entity, with the text it is ordered by. */
export const namedNode = z
  .object({
    id: branded<NodeId>(),
    type: nodeType,
    sortName: z.string(),
    name: z.string(),
    names: pairs(LANGUAGES),
    aliases: pairs(ALIAS_KINDS),
    kind: nullableText,
    code: nullableText,
    scheme: orNull(branded<NonNullable<StoredNode['scheme']>>()),
    latitude: orNull(anyNumber),
    longitude: orNull(anyNumber),
    description: nullableText,
    restricted,
    ...period,
  })
  .transform((row): { readonly node: StoredNode; readonly sortName: string } => ({
    sortName: row.sortName,
    node: {
      id: row.id,
      type: row.type,
      name: row.name,
      names: row.names.map(({ word: language, text }) => ({ language, text })),
      aliases: row.aliases.map(({ word: kind, text }) => ({ text, kind })),
      kind: row.kind,
      code: row.code,
      scheme: row.scheme,
      latitude: row.latitude,
      longitude: row.longitude,
      description: row.description,
      period: periodOf(row),
      ...markOf(row.restricted === true),
    },
  }));

/** What is asked for of a relation `r` from `f` to `t`. */
export const RELATION_COLUMNS = 'f.id AS from, t.id AS to, type(r) AS type, properties(r) AS relation';

/** A row of {@link RELATION_COLUMNS}. */
export const storedRelation = z
  .object({
    from: branded<NodeId>(),
    to: branded<NodeId>(),
    type: relationType,
    relation: z.object({
      id: branded<StoredRelation['id']>(),
      evidenceClass: evidenceKind,
      share: orNull(anyNumber),
      carries: orNull(branded<NonNullable<StoredRelation['carries']>>()),
      valueMillionRp: orNull(anyNumber),
      coefficient: orNull(anyNumber),
      status: orNull(branded<NonNullable<StoredRelation['status']>>()),
      role: nullableText,
      restricted,
      disagreement: orNull(branded<NonNullable<StoredRelation['disagreement']>>()),
      ...period,
      ...bounds,
    }),
  })
  .transform(({ from, to, type, relation }): StoredRelation => ({
    id: relation.id,
    type,
    from,
    to,
    period: periodOf(relation),
    bounds: boundsOf(relation),
    evidenceClass: relation.evidenceClass,
    share: relation.share,
    carries: relation.carries,
    valueMillionRp: relation.valueMillionRp,
    coefficient: relation.coefficient,
    status: relation.status,
    role: relation.role,
    disagreement: relation.disagreement,
    ...markOf(relation.restricted === true),
  }));

/** `properties(g)` of a Figure. */
export const storedFigure = z
  .object({
    id: branded<StoredFigure['id']>(),
    about: branded<NodeId>(),
    measure: branded<StoredFigure['measure']>(),
    within: orNull(branded<NodeId>()),
    value: orNull(anyNumber),
    unit: orNull(branded<NonNullable<StoredFigure['unit']>>()),
    text: nullableText,
    approximate: z.boolean(),
    definition: nullableText,
    restricted,
    disagreement: orNull(branded<NonNullable<StoredFigure['disagreement']>>()),
    ...period,
    ...bounds,
  })
  .transform((row): StoredFigure => ({
    id: row.id,
    about: row.about,
    measure: row.measure,
    within: row.within,
    value: row.value,
    unit: row.unit,
    text: row.text,
    approximate: row.approximate,
    definition: row.definition,
    period: periodOf(row),
    bounds: boundsOf(row),
    disagreement: row.disagreement,
    ...markOf(row.restricted === true),
  }));

/** `properties(s)` of a Source. */
export const storedSource = z
  .object({
    id: branded<Source['id']>(),
    title: z.string(),
    publisher: z.string(),
    url: nullableText,
    date: orNull(branded<PartialDate>()),
    language: nullableText,
    licence: z.string(),
    note: nullableText,
    facts: texts,
    restricted,
  })
  .transform(marked);
