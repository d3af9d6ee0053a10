/** The filter of relations that every question shares: once as text, once as parameters. */
import { EVIDENCE_KINDS_BY_STRENGTH } from '#vocabulary';
import type { ReadyFilter } from '../../relation-filter.ts';
import type { CypherMap } from '../question.ts';
import { NODE_LABELS, RELATION_WORDS } from '../words.ts';

/**
 * Lets a relation `r` through, whose other end is `o`. Its type is among `$types` always, and it carries a digest, so that
 * what others added between our nodes is passed over. No parameter is ever null: the server plans a statement anew for every type of value.
 */
export const PASSES = `type(r) IN $types AND r.digest IS NOT NULL AND o.digest IS NOT NULL
  AND r.evidenceClass IN $evidence AND o.type IN $nodeTypes
  AND r.earliestStart <= $lastDay AND r.latestEnd >= $firstDay`;

/** Relations `r` at `a`, either way, with the node `o` at the other end. One of a node with itself matches once. */
export const AT = '(a)-[r]-(o:Entity)';

/** As {@link PASSES}, for relations matched as {@link AT}. */
export const PASSES_EITHER_WAY = `(($out AND startNode(r) = a) OR ($in AND endNode(r) = a)) AND ${PASSES}`;

export function filterParameters(filter: ReadyFilter): CypherMap {
  return {
    types: filter.types ?? RELATION_WORDS,
    evidence: filter.evidence ?? EVIDENCE_KINDS_BY_STRENGTH,
    nodeTypes: filter.nodeTypes ?? NODE_LABELS,
    firstDay: BigInt(filter.firstDay),
    lastDay: BigInt(filter.lastDay),
    out: filter.out,
    in: filter.in,
  };
}
