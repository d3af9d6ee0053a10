/** Whether what others wrote is a record: beyond what a change has to be, its words are the vocabulary's. Every fault names the record. */
import type { z } from 'zod';
import {
  ALIAS_KINDS,
  CARRIED_KINDS,
  LANGUAGES,
  MEASURES,
  SECTOR_SCHEMES,
  TARGET_STATUSES,
  UNITS,
  isNodeId,
  parseDisagreementId,
  parsePartialDate,
  parseSourceId,
} from '#vocabulary';
import type { DisagreementRecord, FigureRecord, NodeRecord, RelationRecord, Source } from '#vocabulary';
import { figureFaults, nodeFaults, relationFaults } from './change-set.ts';

/** A record, or the faults for which there is none. */
export type Reading<T> = { readonly record: T } | { readonly faults: readonly string[] };

function reading<T>(record: T, faults: readonly string[]): Reading<T> {
  return faults.length === 0 ? { record } : { faults };
}

/** What parts of a record are missing or of another kind. */
export function shapeFaults(name: string, error: z.ZodError): string[] {
  return error.issues.map(({ path }) => `${name}: ${path.join('.')} is missing or of another kind`);
}

function wordFault(name: string, field: string, value: string | null, words: readonly string[]): string[] {
  if (value === null || words.includes(value)) return [];
  return [`${name}: ${field} is ${value.slice(0, 60)}, which is not one of ${words.slice(0, 12).join(', ')}`];
}

function idFaults(name: string, id: string, parse: (text: string) => unknown): string[] {
  try {
    parse(id);
    return [];
  } catch (error) {
    return [`${name}: ${error instanceof Error ? error.message : 'not an id'}`];
  }
}

export function sourceReading(name: string, source: Source): Reading<Source> {
  const { id, date } = source;
  return reading(source, [
    ...idFaults(name, id, parseSourceId),
    ...(date === null ? [] : idFaults(name, date, parsePartialDate)),
  ]);
}

export function nodeReading(name: string, node: NodeRecord): Reading<NodeRecord> {
  return reading(node, [
    ...nodeFaults(node),
    ...wordFault(name, 'scheme', node.scheme, SECTOR_SCHEMES),
    ...node.names.flatMap(({ language }) => wordFault(name, 'names', language, LANGUAGES)),
    ...node.aliases.flatMap(({ kind }) => wordFault(name, 'aliases', kind, ALIAS_KINDS)),
  ]);
}

export function relationReading(name: string, relation: RelationRecord): Reading<RelationRecord> {
  return reading(relation, [
    ...relationFaults(relation),
    ...wordFault(name, 'carries', relation.carries, CARRIED_KINDS),
    ...wordFault(name, 'status', relation.status, TARGET_STATUSES),
  ]);
}

export function figureReading(name: string, figure: FigureRecord): Reading<FigureRecord> {
  return reading(figure, [
    ...figureFaults(figure),
    ...wordFault(name, 'measure', figure.measure, Object.keys(MEASURES)),
    ...wordFault(name, 'unit', figure.unit, UNITS),
  ]);
}

export function disagreementReading(name: string, disagreement: DisagreementRecord): Reading<DisagreementRecord> {
  const { id, about } = disagreement;
  return reading(disagreement, [
    ...idFaults(name, id, parseDisagreementId),
    ...(isNodeId(about) ? [] : [`${name}: about is no id of a node`]),
  ]);
}
