/**
 * What stands in the graph as the record that it means, whoever wrote it, or why it means none. Whatever follows from the rest
 * (type, sort name, day numbers, evidence class) may be missing or out of date.
 */
import { z } from 'zod';
import { EVIDENCE_KINDS, relationId } from '#vocabulary';
import type {
  DisagreementRecord,
  Evidence,
  FigureRecord,
  NodeId,
  NodeRecord,
  NodeType,
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
import {
  branded,
  evidenceKind,
  marked,
  namedNode,
  restricted,
  storedFigure,
  storedRelation,
  storedSource,
  texts,
} from './row.ts';

export type Properties = Readonly<Record<string, unknown>>;

/** A name for messages. */
export function named(what: string, properties: Properties): string {
  const id = properties['id'];
  return typeof id === 'string' && id !== '' ? id.slice(0, 200) : `a ${what} without an id`;
}

export function readSource(properties: Properties): Reading<Source> {
  const name = named('source', properties);
  const row = storedSource.safeParse({ facts: [], ...properties });
  if (!row.success) return { faults: shapeFaults(name, row.error) };
  return sourceReading(name, row.data);
}

/** @param type that of the one label of the vocabulary */
export function readNode(properties: Properties, type: NodeType, evidence: readonly Evidence[]): Reading<NodeRecord> {
  const name = named('node', properties);
  const given = properties['type'];
  if (given !== undefined && given !== type)
    return { faults: [`${name}: type is ${String(given)}, the label ${type}`] };
  const row = namedNode.safeParse({ names: [], aliases: [], attested: [], ...properties, type, sortName: '' });
  if (!row.success) return { faults: shapeFaults(name, row.error) };
  return nodeReading(name, { ...row.data.node, evidence });
}

/** In place of the day numbers, which are computed from the period. */
const NO_BOUNDS = { earliestStart: 0n, latestStart: 0n, earliestEnd: 0n, latestEnd: 0n };

export interface Joined {
  readonly from: NodeId;
  readonly type: RelationType;
  readonly to: NodeId;
}

/** The id it carries, or the one that follows from its ends and type. */
export function idOfRelation(properties: Properties, { from, type, to }: Joined): string {
  const id = properties['id'];
  return typeof id === 'string' ? id : relationId(from, type, to);
}

export function readRelation(
  properties: Properties,
  ends: Joined,
  evidence: readonly Evidence[],
): Reading<RelationRecord> {
  const id = idOfRelation(properties, ends);
  const relation = { attested: [], ...properties, id, ...NO_BOUNDS, evidenceClass: 'DOCUMENTED' };
  const row = storedRelation.safeParse({ ...ends, relation });
  if (!row.success) return { faults: shapeFaults(id, row.error) };
  const { bounds: _bounds, evidenceClass: _class, ...plain } = row.data;
  return relationReading(id, { ...plain, evidence });
}

export function readFigure(properties: Properties, evidence: readonly Evidence[]): Reading<FigureRecord> {
  const name = named('figure', properties);
  const row = storedFigure.safeParse({ approximate: false, attested: [], ...properties, ...NO_BOUNDS });
  if (!row.success) return { faults: shapeFaults(name, row.error) };
  const { bounds: _bounds, ...plain } = row.data;
  return figureReading(name, { ...plain, evidence });
}

const disagreementRow = z
  .object({
    id: branded<DisagreementRecord['id']>(),
    about: branded<NodeId>(),
    question: z.string(),
    restricted,
  })
  .transform(marked);

export function readDisagreement(properties: Properties): Reading<DisagreementRecord> {
  const name = named('disagreement', properties);
  const row = disagreementRow.safeParse(properties);
  if (!row.success) return { faults: shapeFaults(name, row.error) };
  return disagreementReading(name, row.data);
}

const pieceRow = z.object({
  kind: evidenceKind,
  note: z
    .string()
    .nullish()
    .transform((note) => note ?? null),
  facts: texts,
});

/** @param sources ids that the piece is from, among those that may be named */
export function readPiece(
  subject: string,
  properties: Properties,
  sources: readonly Source['id'][],
): Reading<Evidence> {
  const name = `evidence of ${subject.slice(0, 200)}`;
  const row = pieceRow.safeParse({ facts: [], ...properties });
  const [source, ...more] = sources;
  if (row.success && source !== undefined && more.length === 0) return { record: { source, ...row.data } };
  return {
    faults: [
      ...(row.success
        ? []
        : [`${name}: kind, note or facts is missing or unknown; kinds are ${Object.keys(EVIDENCE_KINDS).join(', ')}`]),
      ...(sources.length === 1 ? [] : [`${name}: leads to ${sources.length} sources that are here; it has to be one`]),
    ],
  };
}
