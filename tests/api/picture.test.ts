import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseDisagreementId, type GraphRecords } from '#vocabulary';
import { disagreement, evidence, node, period, records, relation, source } from '../fixtures/records.ts';
import { openApi, realRecords, type ApiUnderTest } from './api-under-test.ts';

const Numbers = z.array(z.number());
const Texts = z.array(z.string());
const Extent = z.object({ nodes: z.number(), relations: z.number() });
const Shape = z.object({
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
type Picture = z.infer<typeof Shape>['picture'];

const QUERY = `query ($filter: GraphFilter, $mostNodes: Int, $mostRelations: Int, $withUnrelated: Boolean) {
  picture(filter: $filter, mostNodes: $mostNodes, mostRelations: $mostRelations, withUnrelated: $withUnrelated) {
    revision shown { nodes relations } total { nodes relations }
    nodes { ids names(language: id) typeList types kinds latitudes longitudes countries provinces regencies sectors clusters }
    relations { ids from to typeList types evidenceList evidence periodList { from to attested } periods disputed }
    belongTo { ids names(language: id) }
  }
}`;

/** One row a relation, as a reader would write it. */
function relationRows({ nodes, relations }: Picture) {
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
function membership(picture: Picture, id: string) {
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
const DRAWN: GraphRecords = records({
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

describe('a picture of a drawn graph', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await openApi(DRAWN);
  });
  afterAll(() => api.close());

  async function pictureOf(variables: Readonly<Record<string, unknown>> = {}): Promise<Picture> {
    return (await api.ask(QUERY, Shape, variables)).picture;
  }

  it('holds every node and relation, with names in the language, types, kinds and coordinates', async () => {
    const picture = await pictureOf();
    expect(picture.shown).toEqual({ nodes: DRAWN.nodes.length, relations: DRAWN.relations.length });
    expect(picture.total).toEqual(picture.shown);
    const { nodes } = picture;
    expect(nodes.ids.toSorted()).toEqual(DRAWN.nodes.map(({ id }) => id).toSorted());
    const rows = new Map(nodes.ids.map((id, i) => [id, i]));
    for (const { id, type, name, kind, latitude, longitude } of DRAWN.nodes) {
      const i = rows.get(id) ?? -1;
      expect({ type: nodes.typeList[nodes.types[i] ?? -1], name: nodes.names[i], kind: nodes.kinds[i] }).toEqual({
        type,
        name: name === 'Central Java' ? 'Jawa Tengah' : name,
        kind: kind ?? '',
      });
      expect([nodes.latitudes[i], nodes.longitudes[i]]).toEqual([latitude, longitude]);
    }
  });

  it('gives each relation its ends, type, strongest evidence, period and whether sources differ on it', async () => {
    const rows = relationRows(await pictureOf());
    const expected = DRAWN.relations.map((one) => ({
      id: one.id,
      from: one.from,
      to: one.to,
      type: one.type,
      evidence: one.evidence[0]?.kind,
      period: { from: one.period.from, to: one.period.to, attested: [...one.period.attested] },
      disputed: one.disagreement !== null,
    }));
    const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
    expect(rows.toSorted(byId)).toEqual(expected.toSorted(byId));
  });

  it('says what each node belongs to now: none, several and conclusions are told apart', async () => {
    const picture = await pictureOf();
    expect(membership(picture, 'cluster:tegal')).toEqual({
      country: 'country:id',
      province: 'province:33',
      regency: 'regency:33.28',
      sector: 'sector:kbli-25',
      cluster: 'cluster:tegal',
    });
    expect(membership(picture, 'small-industry:a')).toEqual({
      country: 'country:id',
      province: 'province:33',
      regency: 'regency:33.28',
      sector: null,
      cluster: 'cluster:tegal',
    });
    expect(membership(picture, 'small-industry:b')).toEqual({
      country: null,
      province: null,
      regency: null,
      sector: 'sector:crafts',
      cluster: null,
    });
    expect(membership(picture, 'large-industry:wide')).toEqual({
      country: 'country:id',
      province: 'several',
      regency: null,
      sector: 'several',
      cluster: null,
    });
    expect(membership(picture, 'large-industry:nowhere').province).toBeNull();
    expect(membership(picture, 'province:35')).toMatchObject({ country: 'country:id', province: 'province:35' });
    expect(picture.belongTo.names[picture.belongTo.ids.indexOf('province:33')]).toBe('Jawa Tengah');
  });

  it('as of an earlier date, a firm belongs to where it was then', async () => {
    const picture = await pictureOf({ filter: { asOf: '2002' } });
    expect(membership(picture, 'small-industry:a').regency).toBe('several');
  });

  it('keeps what the filter keeps: relations by family, type, evidence and date; nodes by type, place, sector and id', async () => {
    const ids = async (filter: object): Promise<readonly string[]> =>
      relationRows(await pictureOf({ filter })).map(({ id }) => id);
    expect(await ids({ families: ['supply'] })).toHaveLength(2);
    expect(await ids({ families: ['supply'], evidence: ['DOCUMENTED'] })).toEqual([
      'small-industry:a--SUPPLIES--large-industry:wide',
    ]);
    expect(await ids({ relationTypes: ['SUPPLIES'], asOf: '2010', evidence: ['DOCUMENTED'] })).toEqual([]);
    const inside = await pictureOf({ filter: { place: 'province:33' } });
    expect(inside.nodes.ids.toSorted()).toEqual(
      ['cluster:tegal', 'large-industry:wide', 'province:33', 'regency:33.28', 'small-industry:a'].toSorted(),
    );
    const sector = await pictureOf({ filter: { sector: 'sector:kbli-25' } });
    expect(sector.nodes.ids.toSorted()).toEqual(['cluster:tegal', 'large-industry:wide', 'sector:kbli-25']);
    const two = await pictureOf({ filter: { among: ['small-industry:a', 'cluster:tegal'] } });
    expect(relationRows(two).map(({ type }) => type)).toEqual(['MEMBER_OF']);
    const clusters = await pictureOf({ filter: { nodeTypes: ['SmiCluster', 'SmallIndustry'] } });
    expect(clusters.total).toEqual({ nodes: 3, relations: 2 });
  });

  it('without those that have no relation under the filter, when asked so', async () => {
    const picture = await pictureOf({ filter: { families: ['supply'] }, withUnrelated: false });
    expect(picture.nodes.ids).toEqual(['large-industry:wide', 'small-industry:a']);
    expect(picture.total).toEqual({ nodes: 2, relations: 2 });
  });

  it('is cut to the most connected, says how much there is, and never shows a relation without both ends', async () => {
    const picture = await pictureOf({ mostNodes: 4, mostRelations: 2 });
    const degree = (id: string): number => DRAWN.relations.filter(({ from, to }) => from === id || to === id).length;
    const expected = DRAWN.nodes
      .map(({ id }) => id)
      .toSorted((a, b) => degree(b) - degree(a) || (a < b ? -1 : 1))
      .slice(0, 4);
    expect(picture.nodes.ids).toEqual(expected);
    expect(picture.shown).toEqual({ nodes: 4, relations: 2 });
    expect(picture.total).toEqual({ nodes: DRAWN.nodes.length, relations: DRAWN.relations.length });
    for (const { from, to } of relationRows(picture)) expect([from, to]).not.toContain(undefined);
  });

  it.each([
    [{ mostNodes: -1 }, 'mostNodes'],
    [{ mostNodes: 20_001 }, 'mostNodes'],
    [{ mostRelations: 50_001 }, 'mostRelations'],
    [{ filter: { place: 'sector:kbli-25' } }, 'filter.place'],
    [{ filter: { sector: 'sector:none' } }, 'filter.sector'],
    [{ filter: { asOf: '2019-13' } }, 'filter.asOf'],
    [{ filter: { among: ['nonsense'] } }, 'filter.among'],
    [{ filter: { among: ['cluster:none'] } }, 'among'],
  ])('refuses %j by naming %s', async (variables, argument) => {
    const [error] = await api.refuse(QUERY, variables);
    expect(error?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
  });
});

describe('a picture of the whole dataset', () => {
  let api: ApiUnderTest;
  let real: GraphRecords;
  beforeAll(async () => {
    real = realRecords();
    api = await openApi(real);
  });
  afterAll(() => api.close());

  it('is asked of the store in bulk: a handful of questions, whatever its size', async () => {
    api.takeCalls();
    const { picture } = await api.ask(QUERY, Shape);
    expect(picture.total).toEqual({ nodes: real.nodes.length, relations: real.relations.length });
    const calls = [...api.takeCalls().values()].reduce((sum, count) => sum + count, 0);
    expect(calls).toBeLessThanOrEqual(8);
  });

  it('agrees with `places` of the same nodes', async () => {
    const { picture } = await api.ask(QUERY, Shape, { filter: { nodeTypes: ['SmiCluster', 'LargeIndustry'] } });
    const Place = z.object({ id: z.string(), type: z.string() });
    const Placed = z.object({ nodes: z.array(z.object({ id: z.string(), places: z.array(Place) })) });
    const { nodes } = await api.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id places { id type } } }', Placed, {
      ids: picture.nodes.ids,
    });
    for (const { id, places } of nodes) {
      const provinces = places.filter(({ type }) => type === 'Province').map((place) => place.id);
      expect(membership(picture, id).province).toBe(provinces.length > 1 ? 'several' : (provinces[0] ?? null));
    }
  });
});
