/** Records with their digests, a slice at a time: after the last one read. Those that carry evidence come without it. */
import { z } from 'zod';
import type { DisagreementId, NodeId } from '#vocabulary';
import type { StoredFigure, StoredNode, StoredRelation, WholeRecord } from '../../graph-store.ts';
import type { Question } from '../question.ts';
import { branded, marked, namedNode, restricted, storedFigure, storedRelation, storedSource } from '../row.ts';
import { AFTER, FIRST, FROM_NODES, sliceParameters, type SliceInput } from './streams.ts';

/** A record that lacks its evidence. */
export interface Bare<T> {
  readonly bare: T;
  readonly digest: string;
}

const digest = z.string();

export const wholeSources: Question<SliceInput, WholeRecord> = {
  text: () => `${AFTER('Source')} RETURN properties(x) AS record, x.digest AS digest ${FIRST}`,
  parameters: sliceParameters,
  row: z
    .object({ record: storedSource, digest })
    .transform(({ record, digest }) => ({ kind: 'source' as const, id: record.id, digest, record })),
};

export const wholeDisagreements: Question<SliceInput, WholeRecord> = {
  text: () => `${AFTER('Disagreement')} RETURN x.id AS id, x.about AS about, x.question AS question,
    x.restricted AS restricted, x.digest AS digest ${FIRST}`,
  parameters: sliceParameters,
  row: z
    .object({ id: branded<DisagreementId>(), about: branded<NodeId>(), question: z.string(), restricted, digest })
    .transform(({ digest, ...row }) => ({ kind: 'disagreement' as const, id: row.id, digest, record: marked(row) })),
};

export const bareNodes: Question<SliceInput, Bare<StoredNode>> = {
  text: () => `${AFTER('Entity')} RETURN properties(x) AS record, x.digest AS digest ${FIRST}`,
  parameters: sliceParameters,
  row: z.object({ record: namedNode, digest }).transform(({ record, digest }) => ({ bare: record.node, digest })),
};

/** Those from the nodes, ascending by id. */
export const bareRelationsFrom: Question<readonly NodeId[], Bare<StoredRelation>> = {
  text: () => `${FROM_NODES} RETURN {from: f.id, to: t.id, type: type(r), relation: properties(r)} AS record,
    r.digest AS digest ORDER BY r.id`,
  parameters: (from) => ({ from }),
  row: z.object({ record: storedRelation, digest }).transform(({ record, digest }) => ({ bare: record, digest })),
};

export const bareFigures: Question<SliceInput, Bare<StoredFigure>> = {
  text: () => `${AFTER('Figure')} RETURN properties(x) AS record, x.digest AS digest ${FIRST}`,
  parameters: sliceParameters,
  row: z.object({ record: storedFigure, digest }).transform(({ record, digest }) => ({ bare: record, digest })),
};
