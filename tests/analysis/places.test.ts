import { beforeAll, describe, expect, it } from 'vitest';
import { findCoverage } from '../../api/analysis/programmes/coverage.ts';
import { findGaps } from '../../api/analysis/gaps/gaps.ts';
import { findTies } from '../../api/analysis/ties/ties.ts';
import { profilePlaces } from '../../api/analysis/places/profile.ts';
import { placeMeasures, relatePlace } from '../../api/analysis/places/relate-place.ts';
import type { PlaceProfile } from '../../api/analysis/places/place-types.ts';
import type { Projection } from '../../api/projection/projection.ts';
import { nodeId, projectionOf, type TestGraph, type TestNode, type TestRelation } from './graph-of-records.ts';
import { realProjection } from './real-projection.ts';

const only = ([profile]: readonly PlaceProfile[]): PlaceProfile => {
  if (profile === undefined) throw new Error('no profile');
  return profile;
};

describe('profiles of the real dataset', () => {
  let projection: Projection;
  beforeAll(async () => {
    projection = await realProjection();
  });

  it('East Java: six clusters, those that are tied, and counts that equal each analysis asked by itself', () => {
    const place = nodeId('province:35');
    const { profiles } = profilePlaces(projection, { places: [place] });
    const profile = only(profiles);
    const partOf = (kind: string) => profile.parts.find((part) => part.kind === kind)?.nodes ?? [];
    expect(partOf('CLUSTERS')).toHaveLength(6);
    expect(partOf('REGENCIES')).toHaveLength(38);
    expect(profile.ties).toEqual(findTies(projection, { place }).ties);
    expect(profile.gaps).toEqual(findGaps(projection, { place }).gaps);
    const coverage = findCoverage(projection, { place });
    expect(new Set(profile.supports.map(({ supporter }) => supporter))).toEqual(
      new Set(coverage.rows.map(({ supporter }) => supporter)),
    );
    expect(
      profile.targets
        .filter((one) => one.place === place)
        .map(({ status }) => status)
        .sort(),
    ).toEqual(['COMMITTED', 'INITIAL_TARGET', 'TARGETED', 'TARGETED']);
  });

  it('what is not known is listed, not left out: Dogiyai has no tie; thirty-odd large firms have no place anywhere', () => {
    const profile = only(profilePlaces(projection, { places: [nodeId('regency:94.06')] }).profiles);
    const unknown = new Map(profile.unknown.map(({ kind, nodes }) => [kind, nodes.map(String)]));
    expect(unknown.get('CLUSTER_WITHOUT_TIE')).toEqual(['cluster:coffee-dogiyai']);
    expect(unknown.get('CLUSTER_WITHOUT_SECTOR')).toEqual([]);
    expect(unknown.get('LARGE_WITHOUT_PLACE')?.length).toBeGreaterThan(5);
    expect(profile.designations.map(({ designation }) => String(designation))).toEqual([
      'designation:underdeveloped-2020-2024',
    ]);
    expect(
      profile.parts
        .find(({ kind }) => kind === 'AGENCIES')
        ?.nodes.map(String)
        .sort(),
    ).toEqual(['agency:disperindag-dogiyai', 'agency:government-dogiyai']);
  });

  it('two places side by side share what each of them has: Central and East Java a foundation, SMIDeP phase 1 and a motorcycle maker', () => {
    const { profiles, shared } = profilePlaces(projection, { places: [nodeId('province:33'), nodeId('province:35')] });
    expect(profiles.map(({ place }) => place)).toEqual(['province:33', 'province:35']);
    expect(shared.supporters).toEqual(['organisation:ydba', 'programme:smidep-phase-1']);
    expect(shared.largeIndustries).toEqual(['large-industry:astra-honda-motor']);
    expect(profilePlaces(projection, { places: [nodeId('province:33')] }).shared.supporters).toEqual([]);
  });

  it('inferred evidence adds and takes nothing away, and a date drops what had ended', () => {
    const places = [nodeId('province:35')];
    const documented = only(profilePlaces(projection, { places }).profiles);
    const all = only(
      profilePlaces(projection, { places, evidence: ['DOCUMENTED', 'GENERAL_KNOWLEDGE', 'INFERRED'] }).profiles,
    );
    const sectors = all.sectors.map(({ sector }) => sector);
    for (const { sector } of documented.sectors) expect(sectors).toContain(sector);
    for (const source of documented.sources) expect(all.sources).toContain(source);
    expect(all.ties.length).toBeGreaterThanOrEqual(documented.ties.length);
  });

  it('of relatedness it says that too few places are known', () => {
    for (const place of ['province:35', 'regency:33.28']) {
      const answer = relatePlace(projection, { place: nodeId(place) });
      expect(answer.classes, place).toBeNull();
      expect(answer.placeCount).toBeLessThan(answer.fewestPlaces);
      expect(answer.placeCount).toBeGreaterThan(5);
    }
  });

  it('names what cannot be asked', () => {
    const ask =
      (...places: string[]) =>
      () =>
        profilePlaces(projection, { places: places.map(nodeId) });
    expect(ask()).toThrow('give 1 to 4 ids');
    expect(ask('province:35', 'province:35')).toThrow('each once');
    expect(ask('cluster:metal-tegal')).toThrow("'cluster:metal-tegal' is a SmiCluster");
    expect(() => relatePlace(projection, { place: nodeId('country:id') })).toThrow('is a Country');
  });
});

/** Thirty-two regencies; makers of four classes as drawn by `made`. */
function drawnPlaces(made: (place: number, code: number) => number): TestGraph {
  const codes = ['1310', '1320', '2431', '2930'];
  const nodes: TestNode[] = codes.map((code) => ({ id: `k${code}`, type: 'Sector', code, scheme: 'KBLI_2020' }));
  const relations: TestRelation[] = [];
  for (let place = 0; place < 32; place += 1) {
    const regency = `x${String(place).padStart(2, '0')}`;
    nodes.push({ id: regency, type: 'Regency', at: [0, place] });
    codes.forEach((code, column) => {
      for (let i = 0; i < made(place, column); i += 1) {
        const maker = `m${place}-${code}-${i}`;
        nodes.push({ id: maker, type: 'SmallIndustry' });
        relations.push({ id: `a-${maker}`, type: 'LOCATED_IN', from: maker, to: regency });
        relations.push({ id: `b-${maker}`, type: 'IN_SECTOR', from: maker, to: `k${code}`, evidence: 'INFERRED' });
      }
    });
  }
  return { nodes, relations };
}

/** RCA, proximity and density of one place, written from the formulas with loops alone. */
function bruteForce(counts: readonly (readonly number[])[], row: number): readonly { rca: number; density: number }[] {
  const at = (p: number, c: number): number => counts[p]?.[c] ?? 0;
  const places = counts.map((_, p) => p);
  const classes = (counts[0] ?? []).map((_, c) => c);
  const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);
  const total = sum(places.map((p) => sum(classes.map((c) => at(p, c)))));
  const rca = (p: number, c: number): number => {
    const part = at(p, c) / sum(classes.map((d) => at(p, d)));
    const whole = sum(places.map((q) => at(q, c))) / total;
    return Number.isFinite(part / whole) ? part / whole : 0;
  };
  const has = (p: number, c: number): boolean => rca(p, c) >= 1 - 1e-12;
  const phi = (c: number, d: number): number => {
    const both = places.filter((p) => has(p, c) && has(p, d)).length;
    const one = both / places.filter((p) => has(p, c)).length;
    const other = both / places.filter((p) => has(p, d)).length;
    return both === 0 ? 0 : Math.min(one, other);
  };
  return classes.map((c) => {
    const others = classes.filter((d) => d !== c);
    const near = sum(others.map((d) => phi(c, d)));
    const own = sum(others.filter((d) => has(row, d)).map((d) => phi(c, d)));
    return { rca: rca(row, c), density: near === 0 ? 0 : own / near };
  });
}

describe('relatedness of places', () => {
  it('the worked example: RCA 2.019, and density 1 of the fourth product around the third place', () => {
    const made = [
      [8, 6, 0, 1],
      [5, 6, 2, 0],
      [0, 3, 9, 2],
      [1, 0, 4, 6],
    ];
    expect(placeMeasures(made, 0)[0]?.advantage).toBeCloseTo(2.019, 3);
    expect(placeMeasures(made, 2)[3]?.density).toBe(1);
  });

  it('with thirty places and more equals the formulas written with loops, on drawn economies', async () => {
    let compared = 0;
    for (let seed = 1; seed <= 6; seed += 1) {
      let state = seed * 7919;
      const counts = Array.from({ length: 32 }, (_, place) =>
        Array.from({ length: 4 }, (_unused, column) => {
          state = (state * 1103515245 + 12345) % 2147483648;
          return column === place % 4 ? 1 + (state % 4) : state % 2;
        }),
      );
      const projection = await projectionOf(drawnPlaces((place, code) => counts[place]?.[code] ?? 0));
      for (const row of [0, 5, 31]) {
        const answer = relatePlace(projection, { place: nodeId(`x${String(row).padStart(2, '0')}`) });
        expect(answer).toMatchObject({ placeCount: 32, classCount: 4 });
        const brute = bruteForce(counts, row);
        const codes = ['k1310', 'k1320', 'k2431', 'k2930'];
        for (const one of answer.classes ?? []) {
          const column = codes.indexOf(one.sector);
          expect(one.count).toBe(counts[row]?.[column]);
          expect(one.advantage).toBeCloseTo(brute[column]?.rca ?? -1, 9);
          expect(one.density).toBeCloseTo(brute[column]?.density ?? -1, 9);
          compared += 1;
        }
      }
    }
    expect(compared).toBe(6 * 3 * 4);
  });

  it('with one place fewer than thirty says so instead', async () => {
    const projection = await projectionOf(drawnPlaces((place) => (place < 29 ? 1 : 0)));
    expect(relatePlace(projection, { place: nodeId('x00') })).toMatchObject({
      placeCount: 29,
      classes: null,
      makerCount: 4,
    });
  });
});
