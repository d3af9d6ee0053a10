/** Records with their digests, a slice at a time: after the last one read. Those that carry evidence come without it. */
import { z } from 'zod';
import type { DisagreementId, NodeId } from '#vocabulary';
import type { StoredFigure, StoredNode, StoredRelation, WholeRecord } from '../../graph-store.ts';
import type { Question } from '../question.ts';
import { branded, marked, namedNode, restricted, storedFigure, storedRelation, storedSource } from '../row.ts';
import { RELATIONS_BY_KEY, relationKeys } from './by-id.ts';
import { AFTER, FIRST, FROM_NODES, sliceParameters, type SliceInput } from './streams.ts';

/** A record that lacks its evidence. */
export interface Bare<T> {
  readonly bare: T;
  readonly digest: string;
}

const digest = z.string();

/** Of one label: a slice of all, and those of some ids. */
const both = <T>(
  label: string,
  columns: string,
  row: z.ZodType<T>,
): { readonly slice: Question<SliceInput, T>; readonly byId: Question<readonly string[], T> } => ({
  slice: { text: () => `${AFTER(label)} RETURN ${columns} ${FIRST}`, parameters: sliceParameters, row },
  byId: {
    text: () => `MATCH (x:${label}) WHERE x.id IN $ids AND x.digest IS NOT NULL RETURN ${columns}`,
    parameters: (ids) => ({ ids }),
    row,
  },
});

const RECORD = 'properties(x) AS record, x.digest AS digest';

const sources = both<WholeRecord>(
  'Source',
  RECORD,
  z
    .object({ record: storedSource, digest })
    .transform(({ record, digest }) => ({ kind: 'source' as const, id: record.id, digest, record })),
);

const disagreements = both<WholeRecord>(
  'Disagreement',
  'x.id AS id, x.about AS about, x.question AS question, x.restricted AS restricted, x.digest AS digest',
  z
    .object({ id: branded<DisagreementId>(), about: branded<NodeId>(), question: z.string(), restricted, digest })
    .transform(({ digest, ...row }) => ({ kind: 'disagreement' as const, id: row.id, digest, record: marked(row) })),
);

const nodes = both<Bare<StoredNode>>(
  'Entity',
  RECORD,
  z.object({ record: namedNode, digest }).transform(({ record, digest }) => ({ bare: record.node, digest })),
);

const figures = both<Bare<StoredFigure>>(
  'Figure',
  RECORD,
  z.object({ record: storedFigure, digest }).transform(({ record, digest }) => ({ bare: record, digest })),
);

const RELATION = '{from: f.id, to: t.id, type: type(r), relation: properties(r)} AS record, r.digest AS digest';
const bareRelation: z.ZodType<Bare<StoredRelation>> = z
  .object({ record: storedRelation, digest })
  .transform(({ record, digest }) => ({ bare: record, digest }));

/** Those from the nodes, ascending by id. */
export const bareRelationsFrom: Question<readonly NodeId[], Bare<StoredRelation>> = {
  text: () => `${FROM_NODES} RETURN ${RELATION} ORDER BY r.id`,
  parameters: (from) => ({ from }),
  row: bareRelation,
};

export const wholeSources = sources.slice;
export const wholeDisagreements = disagreements.slice;
export const bareNodes = nodes.slice;
export const bareFigures = figures.slice;

/** Unordered; those that exist. */
export const byId = {
  sources: sources.byId,
  nodes: nodes.byId,
  disagreements: disagreements.byId,
  figures: figures.byId,
  relations: {
    text: () => `${RELATIONS_BY_KEY} AND r.digest IS NOT NULL RETURN ${RELATION}`,
    parameters: (ids) => ({ keys: relationKeys(ids) }),
    row: bareRelation,
  } satisfies Question<readonly string[], Bare<StoredRelation>>,
};
