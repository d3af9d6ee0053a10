import type { Rank, Ranks } from '../../actions/structure.ts';
import { csvText, type Cell } from '../../export/cells.ts';

/** On what ground ranks stand: the same in every row, so that a row taken out still says it. */
export interface RanksGround {
  readonly measure: string;
  readonly over: string;
  readonly relations: string;
  readonly evidence: string;
  readonly asOf: string;
}

const HEADER = [
  'rank',
  'id',
  'type',
  'name',
  'places',
  'value',
  'linked_to',
  'measure',
  'exact',
  'over',
  'relations',
  'evidence',
  'as_of',
  'revision',
] as const;

/** The ranks that are shown, as a CSV file whose cells no spreadsheet runs. @param nameOf a name in the page's language */
export function ranksCsv(
  { nodes, sampledFrom, revision }: Pick<Ranks, 'nodes' | 'sampledFrom' | 'revision'>,
  { measure, over, relations, evidence, asOf }: RanksGround,
  nameOf: (node: Rank['node'] | Rank['node']['places'][number]) => string,
): string {
  const exact = sampledFrom === null ? 'exact' : `estimated from ${sampledFrom} nodes`;
  const rows = nodes.map(({ rank, node, value, degree }): readonly Cell[] => [
    rank,
    node.id,
    node.type,
    nameOf(node),
    node.places.map(nameOf).join('; '),
    value,
    degree,
    measure,
    exact,
    over,
    relations,
    evidence,
    asOf,
    revision,
  ]);
  return csvText([HEADER, ...rows]);
}
