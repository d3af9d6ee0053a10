/** What a place could do next as far as classes that go together tell: RCA, proximity, density (ANALYSIS.md §4). */
import type { NodeIndex, Projection } from '../../projection/projection.ts';
import { askedNode } from '../asked-node.ts';
import { follower, followAll } from '../gaps/follow.ts';
import { countByPlace, FEWEST_PLACES } from '../gaps/known-relatedness.ts';
import { makingReader } from '../gaps/making.ts';
import { density, proximity, revealedAdvantage, type Matrix } from '../gaps/relatedness.ts';
import type { RelatednessAnswer, RelatePlaceRequest } from './place-types.ts';

/** Advantage and density of one place (row) in every class (column). */
export function placeMeasures(
  counts: Matrix,
  row: number,
): readonly { readonly advantage: number; readonly density: number }[] {
  const advantage = revealedAdvantage(counts);
  const near = proximity(advantage);
  const own = advantage[row] ?? [];
  return own.map((value, column) => ({ advantage: value, density: density(own, near[column] ?? [], column) }));
}

/**
 * Makers (clusters, small and large industry) are counted by place and class, whatever the evidence: most classification is our own reading. Pure.
 * @throws AnalysisRequestError for an unknown id or a node that is no province or regency
 */
export function relatePlace(projection: Projection, request: RelatePlaceRequest): RelatednessAnswer {
  const place = askedNode(projection, 'place', request.place, ['Province', 'Regency']);
  const type = projection.nodeType(place);
  const facilities = follower(projection, { types: ['FACILITY_OF'], asOf: request.asOf, backwards: true });
  const within = follower(projection, { types: ['LOCATED_IN'], asOf: request.asOf });
  const placesOf = (maker: NodeIndex): readonly NodeIndex[] =>
    followAll([{ node: maker, relations: [] }, ...facilities(maker)], within)
      .map(({ node }) => node)
      .filter((node) => projection.nodeType(node) === type);
  const { rows, columns, places } = countByPlace(projection, makingReader(projection, request.asOf), placesOf);
  const row = places.indexOf(place);
  const own = rows[row] ?? [];
  const enough = rows.length >= FEWEST_PLACES && row >= 0;
  const measures = enough ? placeMeasures(rows, row) : null;
  const sectors = sectorsByCode(projection);
  const found = [...columns].flatMap(([code, column]) => {
    const sector = sectors.get(code);
    const measured = measures?.[column];
    return sector === undefined || measured === undefined
      ? []
      : [{ sector: projection.nodeId(sector), count: own[column] ?? 0, ...measured }];
  });
  return {
    revision: projection.revision,
    placeCount: rows.length,
    classCount: columns.size,
    fewestPlaces: FEWEST_PLACES,
    makerCount: own.reduce((sum, count) => sum + count, 0),
    classes:
      measures === null
        ? null
        : found.sort((a, b) => b.density - a.density || b.advantage - a.advantage || (a.sector < b.sector ? -1 : 1)),
  };
}

/** Classes of KBLI by code; the first of equals. */
function sectorsByCode(projection: Projection): ReadonlyMap<string, NodeIndex> {
  const found = new Map<string, NodeIndex>();
  for (const node of projection.nodesOfType('Sector')) {
    const code = projection.nodeCode(node);
    if (code !== null && projection.nodeScheme(node) === 'KBLI_2020' && !found.has(code)) found.set(code, node);
  }
  return found;
}
