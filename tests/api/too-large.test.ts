/** A question whose answer is too large is refused, and the process goes on answering others. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { RelationType } from '#vocabulary';
import { node, records, relation, source } from '../fixtures/records.ts';
import { openApi, type ApiUnderTest } from './api-under-test.ts';

const [CLUSTERS, FIRMS] = [60, 30];

/** Every cluster reaches every firm by many chains of three goods steps. */
function denseIndustry() {
  const clusters = Array.from({ length: CLUSTERS }, (_, i) => node(`cluster:c-${i}`, { kind: 'CLUSTER' }));
  const firms = Array.from({ length: FIRMS }, (_, i) => node(`large-industry:f-${i}`));
  const relations: ReturnType<typeof relation>[] = [];
  const relate = (from: string, type: RelationType, to: string): void => void relations.push(relation(from, type, to));
  for (const { id } of [...clusters, ...firms]) relate(id, 'LOCATED_IN', 'regency:r');
  relate('regency:r', 'LOCATED_IN', 'province:p');
  relate('province:p', 'LOCATED_IN', 'country:id');
  clusters.forEach(({ id }, i) =>
    [0, 7, 19].forEach((step) => relate(id, 'SUPPLIES', `large-industry:f-${(i + step) % FIRMS}`)),
  );
  firms.forEach(({ id }, i) =>
    [1, 3, 8, 11].forEach((step) => relate(id, 'SUPPLIES', `large-industry:f-${(i + step) % FIRMS}`)),
  );
  return records({
    sources: [source()],
    nodes: [node('country:id'), node('province:p'), node('regency:r'), ...clusters, ...firms],
    relations,
  });
}

const chains = (
  first: number,
): string => `{ clustersTiedToLargeIndustry(first: ${first}) { totalCount summary { sourceCount relationCount }
  nodes { chains { route { nodes { description coordinates { latitude } places { id description } } relations { evidence { note } disagreement { id } } } } } } }`;

describe('an answer that is too large', () => {
  let api: ApiUnderTest;
  const unhandled: unknown[] = [];
  const remember = (reason: unknown): void => void unhandled.push(reason);
  beforeAll(async () => {
    process.on('unhandledRejection', remember);
    api = await openApi(denseIndustry());
  });
  afterAll(async () => {
    await api.close();
    process.off('unhandledRejection', remember);
  });

  it('is refused by name, leaves no failure that nobody waits for, and fewer ties are answered', async () => {
    const failures = await api.refuse(chains(200));
    expect(failures.map(({ extensions }) => extensions.code)).toContain('QUESTION_TOO_LARGE');
    const shape = z.object({
      clustersTiedToLargeIndustry: z.object({
        totalCount: z.number(),
        summary: z.object({ sourceCount: z.number(), relationCount: z.number() }),
        nodes: z.array(z.object({ chains: z.array(z.unknown()) })),
      }),
    });
    const { clustersTiedToLargeIndustry: ties } = await api.ask(chains(10), shape);
    expect(ties.nodes).toHaveLength(10);
    expect(ties.totalCount).toBeGreaterThan(200);
    expect(ties.summary).toEqual({ sourceCount: 1, relationCount: CLUSTERS * 3 + FIRMS * 4 });
    expect(unhandled).toEqual([]);
  });

  it('needs nothing of the store where only ties, their sources and their chains are asked for', async () => {
    api.takeCalls();
    await api.ask(chains(10).replaceAll(/description|evidence { note }/g, ''), z.unknown());
    expect([...api.takeCalls().keys()]).toEqual([]);
  });
});
