import type { DisagreementRecord } from '#vocabulary';
import type { StoredDisagreement } from '../graph-store.ts';
import { grouped } from '../answers.ts';
import type { Connection } from './connection.ts';
import { disagreeingFigures, disagreeingRelations } from './sql/disagreements.ts';

/** Adds to disagreements what stands on either side. */
export function withSides(reader: Connection, records: readonly DisagreementRecord[]): StoredDisagreement[] {
  const ids = records.map(({ id }) => id);
  const relations = grouped(reader.ask(disagreeingRelations, ids), ({ disagreement }) => disagreement);
  const figures = grouped(reader.ask(disagreeingFigures, ids), ({ disagreement }) => disagreement);
  return records.map((record) => ({
    ...record,
    relations: (relations.get(record.id) ?? []).map(({ id }) => id),
    figures: (figures.get(record.id) ?? []).map(({ id }) => id),
  }));
}
