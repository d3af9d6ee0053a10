/** The filter of relations that every question shares: once as text, once as parameters. */
import type { ReadyFilter } from '../../relation-filter.ts';
import { jsonList, type NamedParameters } from '../question.ts';

/** Lets a relation `r` through, whose other end is the node with key `other`. */
export const passes = (other: 'r.from_node' | 'r.to_node'): string => `
  (:types IS NULL OR r.type IN (SELECT value FROM json_each(:types)))
  AND (:evidence IS NULL OR r.evidence_class IN (SELECT value FROM json_each(:evidence)))
  AND (:dated = 0 OR (r.earliest_start <= :lastDay AND r.latest_end >= :firstDay))
  AND (:nodeTypes IS NULL
    OR (SELECT o.type FROM node o WHERE o.key = ${other}) IN (SELECT value FROM json_each(:nodeTypes)))`;

export function filterParameters(filter: ReadyFilter): NamedParameters {
  const list = (values: readonly string[] | null): string | null => (values === null ? null : jsonList(values));
  return {
    types: list(filter.types),
    evidence: list(filter.evidence),
    nodeTypes: list(filter.nodeTypes),
    dated: filter.dated ? 1 : 0,
    firstDay: filter.firstDay,
    lastDay: filter.lastDay,
    out: filter.out ? 1 : 0,
    in: filter.in ? 1 : 0,
  };
}

/** The nodes asked for, by their ids in `:of`. */
export const ASKED =
  'asked (key, id) AS (SELECT n.key, n.id FROM json_each(:of) AS given JOIN node n ON n.id = given.value)';

/** Relations at any node of `asked`, each once, with the keys of their ends. */
export const INCIDENT = `incident (key, from_node, to_node) AS (
  SELECT r.key, r.from_node, r.to_node FROM asked JOIN relation r ON r.from_node = asked.key
    WHERE :out = 1 AND ${passes('r.to_node')}
  UNION
  SELECT r.key, r.from_node, r.to_node FROM asked JOIN relation r ON r.to_node = asked.key
    WHERE :in = 1 AND ${passes('r.from_node')}
)`;
