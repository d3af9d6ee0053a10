import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openApi, realRecords, type ApiUnderTest } from './api-under-test.ts';

const Counted = z.object({ kind: z.string(), count: z.number(), nodes: z.array(z.object({ id: z.string() })) });
const Profiles = z.object({
  placeProfiles: z.object({
    profiles: z.array(
      z.object({
        parts: z.array(Counted),
        unknown: z.array(Counted),
        tieCount: z.number(),
        ties: z.array(z.object({ strength: z.number() })),
        gapCount: z.number(),
        gaps: z.array(z.object({ low: z.number(), high: z.number() })),
        sourceCount: z.number(),
        sources: z.array(z.object({ title: z.string() })),
      }),
    ),
  }),
});
const QUESTION = `query($places: [ID!]!) { placeProfiles(places: $places) { profiles {
  parts { kind count nodes { id } } unknown { kind count nodes { id } } tieCount ties { strength } gapCount gaps { low high }
  sourceCount sources { title } } } }`;

describe('profiles of places through the API', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await openApi(realRecords());
  });
  afterAll(() => api.close());

  it('list the first fifty of each and say how many there are', async () => {
    const { placeProfiles } = await api.ask(QUESTION, Profiles, { places: ['province:33', 'regency:94.06'] });
    expect(placeProfiles.profiles).toHaveLength(2);
    for (const profile of placeProfiles.profiles) {
      for (const { count, nodes } of [...profile.parts, ...profile.unknown])
        expect(nodes).toHaveLength(Math.min(50, count));
      expect(profile.ties).toHaveLength(Math.min(50, profile.tieCount));
      expect(profile.gaps).toHaveLength(Math.min(50, profile.gapCount));
      expect(profile.sources).toHaveLength(Math.min(50, profile.sourceCount));
      expect(profile.sourceCount).toBeGreaterThan(0);
    }
    const [centralJava] = placeProfiles.profiles;
    expect(centralJava?.tieCount).toBe(10);
  });

  it.each([
    ['{ placeProfiles(places: []) { revision } }', 'places'],
    ['{ placeProfiles(places: ["province:35", "province:35"]) { revision } }', 'places'],
    ['{ placeProfiles(places: ["cluster:metal-tegal"]) { revision } }', 'places'],
    ['{ placeProfiles(places: ["province:99"]) { revision } }', 'places'],
    ['{ placeProfiles(places: ["province:35"], asOf: "soon") { revision } }', 'asOf'],
    ['{ placeRelatedness(place: "country:id") { revision } }', 'place'],
  ])('%s names what is wrong', async (query, argument) => {
    const [error] = await api.refuse(query);
    expect(error?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
  });
});
