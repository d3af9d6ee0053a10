import { periodBounds, strongestEvidence } from '#vocabulary';
import { buildProjection } from '../../api/projection/build-projection.ts';
import type { Projection } from '../../api/projection/projection.ts';
import type { StoredRelation } from '../../api/store/graph-store.ts';
import { readRealDataset } from '../dataset/real-dataset.ts';
import { inBatches } from './graph-of-records.ts';

/** The project's own dataset as a projection, with no store between. */
export function realProjection(): Promise<Projection> {
  const { nodes, relations } = readRealDataset();
  const stored = relations.map(({ evidence, ...relation }): StoredRelation => ({
    ...relation,
    bounds: periodBounds(relation.period),
    evidenceClass: strongestEvidence(evidence.map(({ kind }) => kind)) ?? 'INFERRED',
  }));
  return buildProjection({ revision: 'real', nodes: inBatches(nodes, 1_000), relations: inBatches(stored, 1_000) });
}
