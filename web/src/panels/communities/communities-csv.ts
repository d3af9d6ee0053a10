import type { Community, CommunityList } from '../../actions/structure.ts';
import { csvText, type Cell } from '../../export/cells.ts';

/** On what ground communities stand: the same in every row. */
export interface CommunitiesGround {
  readonly evidence: string;
  readonly asOf: string;
}

const HEADER = [
  'community',
  'size',
  'relations_inside',
  'most_telling',
  'member_ids',
  'quality',
  'resolution',
  'seed',
  'modularity',
  'evidence',
  'as_of',
  'revision',
] as const;

/** The communities that are shown, as a CSV file whose cells no spreadsheet runs. @param nameOf a name in the page's language */
export function communitiesCsv(
  list: Pick<CommunityList, 'nodes' | 'quality' | 'resolution' | 'seed' | 'modularity' | 'revision'>,
  { evidence, asOf }: CommunitiesGround,
  nameOf: (node: Community['mostTelling'][number]) => string,
): string {
  const rows = list.nodes.map(({ number, size, relationsInside, mostTelling, memberIds }): readonly Cell[] => [
    number,
    size,
    relationsInside,
    mostTelling.map(nameOf).join('; '),
    memberIds.join('; '),
    list.quality,
    list.resolution,
    list.seed,
    list.modularity,
    evidence,
    asOf,
    list.revision,
  ]);
  return csvText([HEADER, ...rows]);
}
