import type { GraphRecords } from '#vocabulary';

/** One thing wrong with the dataset, and where a person finds it. */
export interface DatasetFault {
  /** Name of the file in the dataset's folder, or the folder itself where no file is to blame. */
  readonly file: string;
  /** From 1; null where the folder itself is at fault. */
  readonly line: number | null;
  /** What was wrong and what would be right. */
  readonly message: string;
}

/** Either every record of a faultless dataset, each list ascending by id, or every fault; never a part of the records. */
export type DatasetReading =
  | { readonly ok: true; readonly records: GraphRecords }
  | { readonly ok: false; readonly faults: readonly DatasetFault[] };

/** One fault a line, as `file:line message`, what editors and terminals turn into a jump, or `folder message`. */
export function formatFault({ file, line, message }: DatasetFault): string {
  return line === null ? `${file} ${message}` : `${file}:${line} ${message}`;
}

function compare(a: DatasetFault, b: DatasetFault): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  if (a.line !== b.line) return (a.line ?? 0) - (b.line ?? 0);
  return a.message < b.message ? -1 : a.message > b.message ? 1 : 0;
}

/** By file, line and message; a fault that an anchor repeats stands once. */
export function sortFaults(faults: readonly DatasetFault[]): readonly DatasetFault[] {
  const distinct = new Map(faults.map((fault) => [formatFault(fault), fault]));
  return [...distinct.values()].sort(compare);
}
