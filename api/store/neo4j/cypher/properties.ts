/** Records as the properties that stand in the graph. Null is an absent property. */
import { periodBounds, strongestEvidence } from '#vocabulary';
import type {
  DisagreementRecord,
  Evidence,
  FigureRecord,
  NodeRecord,
  Period,
  RelationRecord,
  Restrictable,
  Source,
  SourceId,
} from '#vocabulary';
import { grouped } from '../../answers.ts';
import { subjectKind } from '../../orders.ts';
import { sortName } from '../../sort-name.ts';
import type { CypherMap, CypherValue } from '../question.ts';

/** A record to be put, with its digest. */
export interface Digested<T> {
  readonly record: T;
  readonly digest: string;
}

function periodProperties(period: Period): CypherMap {
  return { periodFrom: period.from, periodTo: period.to, attested: period.attested };
}

function markProperty({ restricted }: Restrictable): CypherMap {
  return { restricted: restricted ?? null };
}

function boundsProperties(period: Period): CypherMap {
  const { earliestStart, latestStart, earliestEnd, latestEnd } = periodBounds(period);
  return {
    earliestStart: BigInt(earliestStart),
    latestStart: BigInt(latestStart),
    earliestEnd: BigInt(earliestEnd),
    latestEnd: BigInt(latestEnd),
  };
}

/** A count reads as 12 in Neo4j Browser, not 12.0. */
function wholeOrFloat(value: number | null): CypherValue {
  return value !== null && Number.isSafeInteger(value) && !Object.is(value, -0) ? BigInt(value) : value;
}

export function sourceProperties({ record, digest }: Digested<Source>): CypherMap {
  const { id, title, publisher, url, date, language, licence, note, facts } = record;
  return present({ id, digest, title, publisher, url, date, language, licence, note, facts, ...markProperty(record) });
}

export function nodeProperties({ record, digest }: Digested<NodeRecord>): CypherMap {
  const { id, type, name, kind, code, scheme, latitude, longitude, description } = record;
  return present({
    id,
    digest,
    type,
    name,
    kind,
    code,
    scheme,
    latitude,
    longitude,
    description,
    ...markProperty(record),
    sortName: sortName(name),
    names: record.names.map(({ language, text }) => `${language}: ${text}`),
    aliases: record.aliases.map((alias) => `${alias.kind}: ${alias.text}`),
    ...periodProperties(record.period),
  });
}

export function disagreementProperties({ record, digest }: Digested<DisagreementRecord>): CypherMap {
  const { id, about, question } = record;
  return present({ id, digest, about, question, ...markProperty(record) });
}

/** @throws Error when a relation without evidence came so far */
export function relationProperties({ record, digest }: Digested<RelationRecord>): CypherMap {
  const { id, share, carries, valueMillionRp, coefficient, status, role, disagreement } = record;
  const evidenceClass = strongestEvidence(record.evidence.map(({ kind }) => kind));
  if (evidenceClass === null) throw new Error(`${id} has no evidence`);
  return present({
    id,
    digest,
    evidenceClass,
    share,
    carries,
    valueMillionRp,
    coefficient,
    status,
    role,
    disagreement,
    ...markProperty(record),
    ...periodProperties(record.period),
    ...boundsProperties(record.period),
  });
}

export function figureProperties({ record, digest }: Digested<FigureRecord>): CypherMap {
  const { id, about, measure, within, unit, text, approximate, definition, disagreement } = record;
  return present({
    id,
    digest,
    about,
    measure,
    within,
    unit,
    text,
    approximate,
    definition,
    disagreement,
    ...markProperty(record),
    value: wholeOrFloat(record.value),
    ...periodProperties(record.period),
    ...boundsProperties(record.period),
  });
}

/** Null is an absent property; left out, it need not travel. */
function present(properties: CypherMap): CypherMap {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null));
}

export interface WithEvidence {
  readonly id: string;
  readonly evidence: readonly Evidence[];
}

/** Pieces by the source they are from, so that each source is found once; each with its place in its record. */
export function evidenceRows(records: readonly WithEvidence[]): { source: SourceId; pieces: CypherMap[] }[] {
  const pieces = records.flatMap(({ id: subject, evidence }) =>
    evidence.map(({ source, kind, note, facts }, position) => ({
      source,
      properties: present({
        subject,
        subjectKind: subjectKind(subject),
        position: BigInt(position),
        kind,
        note,
        facts,
      }),
    })),
  );
  return [...grouped(pieces, ({ source }) => source)].map(([source, some]) => ({
    source,
    pieces: some.map(({ properties }) => properties),
  }));
}
