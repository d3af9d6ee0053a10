import type { Evidence, GraphRecords } from '#vocabulary';
import { formatFault } from '../../graph-seed/dataset/dataset-fault.ts';
import { readDataset } from '../../graph-seed/dataset/read-dataset.ts';

/** The project's own records. @throws Error with every fault */
export function readRealDataset(): GraphRecords {
  const reading = readDataset('graph-seed/dataset/records');
  if (!reading.ok) throw new Error(reading.faults.map(formatFault).join('\n'));
  return reading.records;
}

/** Every piece of evidence of the records, with the id of what it supports. */
export function allEvidence(records: GraphRecords): readonly { readonly subject: string; readonly piece: Evidence }[] {
  return [...records.nodes, ...records.relations, ...records.figures].flatMap(({ id, evidence }) =>
    evidence.map((piece) => ({ subject: id, piece })),
  );
}
