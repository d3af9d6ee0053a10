/** A drawn graph, the question for a picture of it in columns, and the rows that a reader makes of the answer. */
import { z } from 'zod';
import { parseDisagreementId, type GraphRecords } from '#vocabulary';
import { disagreement, evidence, node, period, records, relation, source } from '../fixtures/records.ts';

const Numbers = z.array(z.number());
const Texts = z.array(z.string());
const Extent = z.object({ nodes: z.number(), relations: z.number() });
export const Shape = z.object({
  picture: z.object({
    revision: z.string(),
    shown: Extent,
    total: Extent,
    nodes: z.object({
      ids: Texts,
      names: Texts,
      typeList: Texts,
      types: Numbers,
      kinds: Texts,
      latitudes: z.array(z.number().nullable()),
      longitudes: z.array(z.number().nullable()),
      countries: Numbers,
      provinces: Numbers,
      regencies: Numbers,
      sectors: Numbers,
      clusters: Numbers,
    }),
    relations: z.object({
      ids: Texts,
      idRests: Texts,
      fromSteps: Numbers,
      toSteps: Numbers,
      from: Numbers,
      to: Numbers,
      typeList: Texts,
      types: Numbers,
      evidenceList: Texts,
      evidence: Numbers,
      periodList: z.array(z.object({ from: z.string().nullable(), to: z.string().nullable(), attested: Texts })),
      periods: Numbers,
      disputed: Numbers,
    }),
    belongTo: z.object({ ids: Texts, names: Texts }),
  }),
});
export type Picture = z.infer<typeof Shape>['picture'];

export const QUERY = `query ($filter: GraphFilter, $mostNodes: Int, $mostRelations: Int, $withUnrelated: Boolean) {
  picture(filter: $filter, mostNodes: $mostNodes, mostRelations: $mostRelations, withUnrelated: $withUnrelated) {
    revision shown { nodes relations } total { nodes relations }
    nodes { ids names(language: id) typeList types kinds latitudes longitudes countries provinces regencies sectors clusters }
    relations { ids idRests from to fromSteps toSteps typeList types evidenceList evidence periodList { from to attested } periods disputed }
    belongTo { ids names(language: id) }
  }
}`;

/** One row a relation, as a reader would write it. */
export function relationRows({ nodes, relations }: Picture) {
  return relations.ids.map((id, i) => ({
    id,
    from: nodes.ids[relations.from[i] ?? -1],
    to: nodes.ids[relations.to[i] ?? -1],
    type: relations.typeList[relations.types[i] ?? -1],
    evidence: relations.evidenceList[relations.evidence[i] ?? -1],
    period: relations.periodList[relations.periods[i] ?? -1],
    disputed: relations.disputed[i] === 1,
  }));
}

/** What a node belongs to: an id, null (none) or 'several'. */
export function membership(picture: Picture, id: string) {
  const at = picture.nodes.ids.indexOf(id);
  const of = (codes: readonly number[]): string | null => {
    const code = codes[at] ?? Number.NaN;
    return code === -1 ? null : code === -2 ? 'several' : String(picture.belongTo.ids[code]);
  };
  const { countries, provinces, regencies, sectors, clusters } = picture.nodes;
  return {
    country: of(countries),
    province: of(provinces),
    regency: of(regencies),
    sector: of(sectors),
    cluster: of(clusters),
  };
}

const INFERRED = [evidence(undefined, 'INFERRED')];
export const DRAWN: GraphRecords = records({
  sources: [source()],
  nodes: [
    node('country:id', { name: 'Indonesia' }),
    node('province:33', { name: 'Central Java', names: [{ language: 'id', text: 'Jawa Tengah' }] }),
    node('province:35'),
    node('regency:33.28', { latitude: -6.97, longitude: 109.13 }),
    node('regency:35.75'),
    node('sector:kbli-25', { scheme: 'KBLI_2020', code: '25' }),
    node('sector:kbli-29', { scheme: 'KBLI_2020', code: '29' }),
    node('sector:castings', { scheme: 'NAMED' }),
    node('sector:crafts', { scheme: 'NAMED' }),
    node('cluster:tegal', { kind: 'CLUSTER' }),
    node('small-industry:a'),
    node('small-industry:b'),
    node('large-industry:wide'),
    node('large-industry:nowhere'),
  ],
  relations: [
    relation('province:33', 'LOCATED_IN', 'country:id'),
    relation('province:35', 'LOCATED_IN', 'country:id'),
    relation('regency:33.28', 'LOCATED_IN', 'province:33'),
    relation('regency:35.75', 'LOCATED_IN', 'province:35'),
    relation('cluster:tegal', 'LOCATED_IN', 'regency:33.28'),
    relation('small-industry:a', 'LOCATED_IN', 'regency:33.28'),
    // Decoys: moved away long ago; a place that is only a conclusion.
    relation('small-industry:a', 'LOCATED_IN', 'regency:35.75', { period: period('2001', '2003') }),
    relation('small-industry:b', 'LOCATED_IN', 'regency:35.75', { evidence: INFERRED }),
    relation('large-industry:wide', 'LOCATED_IN', 'province:33'),
    relation('large-industry:wide', 'LOCATED_IN', 'province:35'),
    relation('sector:castings', 'CLASSIFIED_UNDER', 'sector:kbli-25', { evidence: INFERRED }),
    relation('cluster:tegal', 'IN_SECTOR', 'sector:castings'),
    relation('large-industry:wide', 'IN_SECTOR', 'sector:kbli-25'),
    relation('large-industry:wide', 'IN_SECTOR', 'sector:kbli-29'),
    relation('small-industry:b', 'IN_SECTOR', 'sector:crafts'),
    relation('small-industry:a', 'MEMBER_OF', 'cluster:tegal'),
    relation('small-industry:b', 'MEMBER_OF', 'cluster:tegal', { evidence: INFERRED }),
    relation('small-industry:a', 'SUPPLIES', 'large-industry:wide', {
      period: period('2016', '..', '2019'),
      disagreement: parseDisagreementId('disagreement:which'),
    }),
    relation('small-industry:a', 'SUPPLIES', 'large-industry:wide', { key: '2', evidence: INFERRED }),
  ],
  disagreements: [disagreement('disagreement:which', 'small-industry:a')],
});
