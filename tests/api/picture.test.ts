import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { GraphRecords } from '#vocabulary';
import { openApi, realRecords, type ApiUnderTest } from './api-under-test.ts';
import { DRAWN, membership, QUERY, relationRows, Shape, type Picture } from './drawn-picture.ts';

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

  it('tells of ids what does not follow from ends and types', async () => {
    const { nodes, relations } = await pictureOf();
    relations.idRests.forEach((rest, i) => {
      const [from, to] = [nodes.ids[relations.from[i] ?? -1], nodes.ids[relations.to[i] ?? -1]];
      const follows = `${from}--${relations.typeList[relations.types[i] ?? -1]}--${to}`;
      expect(rest === '' || rest.startsWith('#') ? follows + rest : rest).toBe(relations.ids[i]);
    });
    expect(relations.idRests.filter((rest) => rest !== '')).toEqual(['#2']);
  });

  it('tells of the positions of ends how far each is from the one before', async () => {
    const { from, to, fromSteps, toSteps } = (await pictureOf()).relations;
    const summed = (steps: readonly number[]): readonly number[] => {
      let position = 0;
      return steps.map((step) => (position += step));
    };
    expect([summed(fromSteps), summed(toSteps)]).toEqual([from, to]);
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

  it('around nodes holds them, what a relation under the filter joins to them, and just those relations', async () => {
    const around = async (filter: object): Promise<readonly [readonly string[], readonly string[]]> => {
      const picture = await pictureOf({ filter });
      return [picture.nodes.ids.toSorted(), relationRows(picture).map(({ id }) => id)];
    };
    // Not among them: that the cluster and its member both lie in the regency.
    expect(
      await around({ around: ['small-industry:a'], relationTypes: ['SUPPLIES', 'MEMBER_OF', 'LOCATED_IN'] }),
    ).toEqual([
      ['cluster:tegal', 'large-industry:wide', 'regency:33.28', 'regency:35.75', 'small-industry:a'],
      [
        'small-industry:a--SUPPLIES--large-industry:wide',
        'small-industry:a--SUPPLIES--large-industry:wide#2',
        'small-industry:a--MEMBER_OF--cluster:tegal',
        'small-industry:a--LOCATED_IN--regency:33.28',
        'small-industry:a--LOCATED_IN--regency:35.75',
      ],
    ]);
    // The node that is asked for stays, whatever else is filtered; a relation between two of them stands once.
    expect(
      await around({ around: ['small-industry:a'], nodeTypes: ['LargeIndustry'], evidence: ['INFERRED'] }),
    ).toEqual([['large-industry:wide', 'small-industry:a'], ['small-industry:a--SUPPLIES--large-industry:wide#2']]);
    expect(await around({ around: ['small-industry:b', 'cluster:tegal'], relationTypes: ['MEMBER_OF'] })).toEqual([
      ['cluster:tegal', 'small-industry:a', 'small-industry:b'],
      ['small-industry:a--MEMBER_OF--cluster:tegal', 'small-industry:b--MEMBER_OF--cluster:tegal'],
    ]);
    expect(await around({ around: ['large-industry:nowhere'] })).toEqual([['large-industry:nowhere'], []]);
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
    [{ filter: { around: ['cluster:none'] } }, 'around'],
    [{ filter: { around: Array.from({ length: 201 }, (_, i) => `cluster:c${i}`) } }, 'filter.around'],
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

  it('asks nothing of the store: all of it is of one revision', async () => {
    api.takeCalls();
    const { picture } = await api.ask(QUERY, Shape);
    expect(picture.total).toEqual({ nodes: real.nodes.length, relations: real.relations.length });
    const calls = [...api.takeCalls().values()].reduce((sum, count) => sum + count, 0);
    expect(calls).toBe(0);
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
