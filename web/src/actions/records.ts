import { useEffect, useMemo, useState } from 'react';
import type { NodeId, RelationId } from '#vocabulary';
import { request } from '../requests/client.ts';
import {
  NodeRecordsDocument,
  RelationRecordsDocument,
  type NodeRecordsQuery,
  type RelationRecordsQuery,
} from '../requests/generated/operations.ts';
import { isAbort, RequestError, type RequestFault } from '../requests/request-error.ts';
import type { AnswerCache } from './answer-cache.ts';
import { useExploration, useExplorer } from './explorer-context.ts';

/** All that is said of a relation, with who says so. */
type RelationRecord = RelationRecordsQuery['relations'][number];
/** All that is said of a node, with who says so. */
type NodeRecord = NodeRecordsQuery['nodes'][number];

/** What has been asked for of one revision of the data, by id. */
export interface Records {
  readonly relations: ReadonlyMap<string, RelationRecord>;
  readonly nodes: ReadonlyMap<string, NodeRecord>;
}

/** Ids of what is to be known. */
export interface Wanted {
  readonly relations: readonly RelationId[];
  readonly nodes: readonly NodeId[];
}

interface Kept {
  readonly revision: string;
  readonly relations: Map<string, RelationRecord>;
  readonly nodes: Map<string, NodeRecord>;
}

/** As many ids as the API takes at once. */
const RELATIONS_A_PAGE = 200;
/** Nodes have figures with sources of their own; so many stay far below what one request may look up. */
const NODES_A_PAGE = 100;

/** Milliseconds between two drawings of what has come: each derives all rows anew, which takes time with thousands. */
const BETWEEN = 1500;

const KEPT = new WeakMap<AnswerCache, Kept>();

/** What is known already of this revision; records of another one are forgotten. */
function kept(cache: AnswerCache, revision: string): Kept {
  const before = KEPT.get(cache);
  if (before?.revision === revision) return before;
  const fresh: Kept = { revision, relations: new Map(), nodes: new Map() };
  KEPT.set(cache, fresh);
  return fresh;
}

/**
 * Asks for what is not known yet of these relations and nodes, page after page.
 * @param onPage called after each page with how many records are there, of how many
 * @throws RequestError as the client does; an AbortError when `signal` was aborted. What has come until then is kept.
 */
export async function loadRecords(
  wanted: Wanted,
  { cache, revision }: { readonly cache: AnswerCache; readonly revision: string },
  signal: AbortSignal,
  onPage: (loaded: number, total: number) => void,
): Promise<Records> {
  const records = kept(cache, revision);
  const total = wanted.relations.length + wanted.nodes.length;
  const relations = wanted.relations.filter((id) => !records.relations.has(id));
  const nodes = wanted.nodes.filter((id) => !records.nodes.has(id));
  let loaded = total - relations.length - nodes.length;
  for (let at = 0; at < relations.length; at += RELATIONS_A_PAGE) {
    const ids = relations.slice(at, at + RELATIONS_A_PAGE);
    const answer = await request(RelationRecordsDocument, { ids }, signal);
    for (const record of answer.relations) records.relations.set(record.id, record);
    onPage((loaded += ids.length), total);
  }
  for (let at = 0; at < nodes.length; at += NODES_A_PAGE) {
    const ids = nodes.slice(at, at + NODES_A_PAGE);
    const answer = await request(NodeRecordsDocument, { ids }, signal);
    for (const record of answer.nodes) records.nodes.set(record.id, record);
    onPage((loaded += ids.length), total);
  }
  return records;
}

/** Where asking for records stands. `records` is another object whenever more of them are shown. */
export interface RecordsState {
  readonly records: Records;
  readonly loaded: number;
  readonly total: number;
  readonly fault: RequestFault | null;
  readonly again: () => void;
}

const NOTHING: Records = { relations: new Map(), nodes: new Map() };

/** Asks for records in the background, and goes on where it stood when more are wanted. Keep `wanted` the same object. */
export function useRecords(wanted: Wanted): RecordsState {
  const { cache } = useExplorer();
  const revision = useExploration((exploration) => exploration.answer?.revision ?? null);
  const [come, setCome] = useState(0);
  const [attempt, setAttempt] = useState(0);
  const [failed, setFailed] = useState<{ readonly of: Wanted; readonly fault: RequestFault } | null>(null);

  useEffect(() => {
    if (revision === null) return undefined;
    const controller = new AbortController();
    let told = performance.now();
    const onPage = (loaded: number, total: number): void => {
      const now = performance.now();
      if (loaded < total && now - told < BETWEEN) return;
      told = now;
      setCome((count) => count + 1);
    };
    loadRecords(wanted, { cache, revision }, controller.signal, onPage).then(
      () => setFailed(null),
      (error: unknown) => {
        if (isAbort(error) || controller.signal.aborted) return;
        setCome((count) => count + 1);
        setFailed({ of: wanted, fault: error instanceof RequestError ? error.fault : 'UNEXPECTED' });
      },
    );
    return () => controller.abort();
  }, [wanted, cache, revision, attempt]);

  return useMemo(() => {
    const known = revision === null ? NOTHING : kept(cache, revision);
    const missing =
      wanted.relations.filter((id) => !known.relations.has(id)).length +
      wanted.nodes.filter((id) => !known.nodes.has(id)).length;
    const total = wanted.relations.length + wanted.nodes.length;
    return {
      // The maps grow in place: who derives from them sees by the new object that they did.
      records: { relations: known.relations, nodes: known.nodes },
      loaded: total - missing,
      total,
      fault: failed !== null && failed.of === wanted ? failed.fault : null,
      again: () => setAttempt((count) => count + 1),
    };
    // `come` says that the maps have grown.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [wanted, cache, revision, failed, come]);
}
