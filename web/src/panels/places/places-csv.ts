import type { PlaceProfile, PlaceProfiles } from '../../actions/places.ts';
import { csvText, type Cell } from '../../export/cells.ts';
import { countOf, MEASURES } from './measures.ts';

type Named = PlaceProfile['place'];

const HEADER = [
  'place_id',
  'place',
  'list',
  'count',
  'id',
  'name',
  'other_id',
  'other_name',
  'value',
  'high',
  'filters',
  'revision',
] as const;

/** Counts first, then every row that is listed, place by place; cells that no spreadsheet runs. */
export function placesCsv(
  { profiles, revision }: PlaceProfiles,
  filters: string,
  nameOf: (node: Named) => string,
): string {
  const rows = profiles.flatMap((profile): readonly (readonly Cell[])[] => {
    const row = (list: string, cells: readonly Cell[]): readonly Cell[] => [
      profile.place.id,
      nameOf(profile.place),
      list,
      ...cells,
      filters,
      revision,
    ];
    const node = (one: Named, other: Named | null = null, value: Cell = null, high: Cell = null): readonly Cell[] => [
      null,
      one.id,
      nameOf(one),
      other?.id ?? null,
      other === null ? null : nameOf(other),
      value,
      high,
    ];
    return [
      ...MEASURES.map((measure) =>
        row(`count_${measure.toLowerCase()}`, [countOf(profile, measure), null, null, null, null, null, null]),
      ),
      ...profile.parts.flatMap(({ kind, nodes }) => nodes.map((one) => row(kind.toLowerCase(), node(one)))),
      ...profile.sectors.map(({ sector, makerCount }) => row('sector', node(sector, null, makerCount))),
      ...profile.supports.map(({ supporter, clusterCount }) => row('support', node(supporter, null, clusterCount))),
      ...profile.targets.map(({ programme, place, status }) => row('target', node(programme, place, status))),
      ...profile.designations.map(({ designation, place }) => row('designation', node(designation, place))),
      ...profile.ties.map(({ cluster, largeIndustry, strength }) => row('tie', node(cluster, largeIndustry, strength))),
      ...profile.gaps.map(({ cluster, largeIndustry, low, high }) =>
        row('gap_candidate', node(cluster, largeIndustry, low, high)),
      ),
      ...profile.unknown.flatMap(({ kind, nodes }) =>
        nodes.map((one) => row(`unknown_${kind.toLowerCase()}`, node(one))),
      ),
      ...profile.sources.map(({ id, title }) => row('source', [null, id, title, null, null, null, null])),
    ];
  });
  return csvText([HEADER, ...rows]);
}
