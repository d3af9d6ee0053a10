/** Reads tests/expected: worked results that an independent prototype computed. */
import { readFileSync } from 'node:fs';
import { isRelationType, NODE_TYPES, type NodeType } from '#vocabulary';
import type { TestGraph, TestNode, TestRelation } from './graph-of-records.ts';

export type Row = Readonly<Record<string, string>>;

function cells(line: string): string[] {
  const found: string[] = [];
  for (const match of line.matchAll(/("(?:[^"]|"")*"|[^,]*)(,|$)/g)) {
    const text = match[1] ?? '';
    found.push(text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text);
    if (match[2] === '') break;
  }
  return found;
}

/** Rows of a comma-separated file with a heading; a column that is not there reads as undefined. */
export function expectedRows(file: string): readonly Row[] {
  const [heading, ...lines] = readFileSync(new URL(`../expected/${file}`, import.meta.url), 'utf8')
    .trim()
    .split(/\r?\n/);
  const columns = cells(heading ?? '');
  return lines.map((line) => {
    const values = cells(line);
    return Object.fromEntries(columns.map((column, i) => [column, values[i] ?? '']));
  });
}

/** @throws when the column is not in the file */
export function cell(row: Row, column: string): string {
  const value = row[column];
  if (value === undefined) throw new Error(`tests/expected has no column '${column}' there`);
  return value;
}

/** The page's short ids (C13, L09) in ours. */
export function crosswalk(): ReadonlyMap<string, string> {
  return new Map(expectedRows('crosswalk.csv').map((row) => [cell(row, 'expected_id'), cell(row, 'id')]));
}

function isNodeType(text: string): text is NodeType {
  return Object.hasOwn(NODE_TYPES, text);
}

/** ANALYSIS.md's fixture of 14 nodes with decoys, under its own short ids. */
export function fixtureGraph(): TestGraph {
  const nodes = expectedRows('fixture-nodes.csv').map((row): TestNode => {
    const type = cell(row, 'type');
    if (!isNodeType(type)) throw new Error(`'${type}' is no type`);
    return { id: cell(row, 'id'), type, name: cell(row, 'name'), kind: type === 'SmiCluster' ? 'CLUSTER' : null };
  });
  const relations = expectedRows('fixture-relations.csv').map((row): TestRelation => {
    const type = cell(row, 'type');
    if (!isRelationType(type)) throw new Error(`'${type}' is no type`);
    const attested = cell(row, 'attested');
    return {
      id: cell(row, 'id'),
      type,
      from: cell(row, 'from'),
      to: cell(row, 'to'),
      period: { from: cell(row, 'start'), to: cell(row, 'end'), attested: attested === '' ? [] : attested.split(';') },
      evidence: cell(row, 'evidence') === 'INFERRED' ? 'INFERRED' : 'DOCUMENTED',
      share: cell(row, 'share') === '' ? null : Number(cell(row, 'share')),
      carries: cell(row, 'carries') === 'scrap' ? 'SCRAP' : null,
    };
  });
  return { nodes, relations };
}
