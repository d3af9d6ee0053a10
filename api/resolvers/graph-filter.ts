import type { GraphFilter } from '../analysis/picture-types.ts';
import { MOST_PICTURE_NODES } from '../analysis/picture-types.ts';
import type { GraphFilter as GraphFilterInput } from '../schema/generated/resolver-types.ts';
import type { RequestContext } from './context.ts';
import { askedNodeOfType } from './lookup.ts';
import { checkManyNodeIds, checkOptionalDate } from './user-input.ts';

/** Nodes that a neighbourhood is asked around. */
const MOST_CENTRES = 200;

/** The filter of the schema as pictures and communities take it; null means no filter. @throws UserInputError */
export async function checkGraphFilter(
  filter: GraphFilterInput | null | undefined,
  context: RequestContext,
): Promise<GraphFilter> {
  if (filter === null || filter === undefined) return {};
  const among = checkManyNodeIds('filter.among', filter.among ?? [], MOST_PICTURE_NODES);
  const around = checkManyNodeIds('filter.around', filter.around ?? [], MOST_CENTRES);
  const [place, sector] = await Promise.all([
    filter.place === null || filter.place === undefined
      ? undefined
      : askedNodeOfType('filter.place', filter.place, ['Country', 'Province', 'Regency', 'Locality'], context),
    filter.sector === null || filter.sector === undefined
      ? undefined
      : askedNodeOfType('filter.sector', filter.sector, ['Sector'], context),
  ]);
  return {
    relationTypes: filter.relationTypes ?? undefined,
    families: filter.families ?? undefined,
    evidence: filter.evidence ?? undefined,
    asOf: checkOptionalDate('filter.asOf', filter.asOf),
    nodeTypes: filter.nodeTypes ?? undefined,
    place: place?.id,
    sector: sector?.id,
    among,
    around,
  };
}
