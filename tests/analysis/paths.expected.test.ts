import { beforeAll, describe, expect, test } from 'vitest';
import { parsePartialDate, type EvidenceKind, type RelationType } from '#vocabulary';
import type { PathsRequest } from '../../api/analysis/paths/path-types.ts';
import { findPaths } from '../../api/analysis/paths/paths.ts';
import { AnalysisRequestError } from '../../api/analysis/request-error.ts';
import type { Projection } from '../../api/projection/projection.ts';
import { cell, expectedRows, fixtureGraph } from './expected-files.ts';
import { nodeId, projectionOf, type TestGraph } from './graph-of-records.ts';
import { realProjection } from './real-projection.ts';

const WITH_INFERRED: readonly EvidenceKind[] = ['DOCUMENTED', 'INFERRED'];
/** Those of ANALYSIS.md's numbers. */
const TYPES: readonly RelationType[] = [
  'SUPPLIES',
  'AGREED_TO_SUPPLY',
  'MEMBER_OF',
  'REPRESENTS',
  'FUNDS',
  'SUPPORTS',
  'INVOLVES',
];

describe('the paths of the fixture from c1 to L1', () => {
  let projection: Projection;
  const ends = { from: nodeId('c1'), to: nodeId('L1') };
  const find = (request: Partial<PathsRequest>) => findPaths(projection, { ...ends, ...request });
  beforeAll(async () => {
    projection = await projectionOf(fixtureGraph());
  });

  test.each([
    ['documented', 12, {}],
    ['with_inferred', 18, { evidence: WITH_INFERRED }],
    ['documented_no_programme', 6, { excludeNodes: [nodeId('p1')] }],
  ])('are as expected, in order: %s, %i ways', (mode, count, request) => {
    const expected = expectedRows('fixture-paths.csv').filter((row) => cell(row, 'mode') === mode);
    const answer = find({ relationTypes: TYPES, maxLength: 5, ...request });
    expect(answer.paths.map(({ length, nodes }) => [String(length), nodes.join(' ')])).toEqual(
      expected.map((row) => [cell(row, 'length'), cell(row, 'path')]),
    );
    expect([answer.paths.length, answer.hasMore, answer.closedBy]).toEqual([count, false, null]);
  });

  test('take no requirement and no same place unless asked: the decoys r20 and r22 are on none', () => {
    const steps = (request: Partial<PathsRequest>) => find(request).paths.flatMap((path) => path.steps.flat());
    expect(steps({})).not.toContain('r20');
    expect(steps({})).not.toContain('r22');
    expect(steps({ relationTypes: ['NEEDS_LINKAGE_WITH'] })).toEqual(['r20']);
  });

  test.each<[string, Partial<PathsRequest>, string | null]>([
    ['types', { relationTypes: ['FUNDS'] }, 'relationTypes'],
    ['direction', { relationTypes: ['MEMBER_OF', 'SUPPLIES'], direction: 'OUT' }, 'direction'],
    ['the nodes left out', { relationTypes: ['SUPPORTS', 'INVOLVES'], excludeNodes: [nodeId('p1')] }, 'excludeNodes'],
    ['the date', { relationTypes: ['SUPPORTS', 'INVOLVES'], asOf: parsePartialDate('2012'), maxLength: 2 }, 'asOf'],
    ['the length', { relationTypes: ['MEMBER_OF', 'SUPPLIES'], maxLength: 2 }, 'maxLength'],
  ])('name the filter that closed the last route: %s', (_, request, filter) => {
    const answer = find(request);
    expect(answer.paths).toEqual([]);
    expect(answer.closedBy).toBe(filter);
  });

  test('name evidence where only an inferred relation leads on', async () => {
    const graph: TestGraph = {
      nodes: [
        { id: 'a', type: 'SmallIndustry' },
        { id: 'b', type: 'LargeIndustry' },
        { id: 'z', type: 'LargeIndustry' },
      ],
      relations: [{ id: 'r1', type: 'SUPPLIES', from: 'a', to: 'b', evidence: 'INFERRED' }],
    };
    const drawn = await projectionOf(graph);
    expect(findPaths(drawn, { from: nodeId('a'), to: nodeId('b') }).closedBy).toBe('evidence');
    expect(findPaths(drawn, { from: nodeId('a'), to: nodeId('z') }).closedBy).toBeNull();
  });

  test.each<[string, string, Partial<PathsRequest>]>([
    ['from', 'the id of a node', { from: nodeId('nobody') }],
    ['to', 'another node than `from`', { to: nodeId('c1') }],
    ['excludeNodes', 'neither end of the path', { excludeNodes: [nodeId('L1')] }],
    ['excludeNodes', 'the id of a node', { excludeNodes: [nodeId('nobody')] }],
    ['maxLength', 'a whole number from 1 to 12', { maxLength: 0 }],
    ['maxLength', 'a whole number from 1 to 12', { maxLength: 13 }],
  ])('are refused for a wrong %s, naming it and that %s would be right', (argument, expected, request) => {
    const refused = (): unknown => find(request);
    expect(refused).toThrow(AnalysisRequestError);
    expect(refused).toThrow(expect.objectContaining({ argument, expected }));
  });
});

describe('parallel relations and places', () => {
  const graph: TestGraph = {
    nodes: [
      { id: 'cluster', type: 'SmiCluster' },
      { id: 'firm', type: 'LargeIndustry' },
      { id: 'regency', type: 'Regency' },
    ],
    relations: [
      { id: 'r1', type: 'LOCATED_IN', from: 'cluster', to: 'regency' },
      { id: 'r2', type: 'LOCATED_IN', from: 'firm', to: 'regency' },
      { id: 'r3', type: 'SUPPLIES', from: 'cluster', to: 'firm' },
      { id: 'r4', type: 'FOSTERS', from: 'firm', to: 'cluster' },
      { id: 'r5', type: 'SUPPLIES', from: 'cluster', to: 'firm', evidence: 'INFERRED' },
    ],
  };

  test('a step lists every parallel relation under the filter, either way, and is one path', async () => {
    const projection = await projectionOf(graph);
    const between = { from: nodeId('cluster'), to: nodeId('firm') };
    expect(findPaths(projection, between).paths.map(({ steps }) => steps)).toEqual([[['r3', 'r4']]]);
    expect(findPaths(projection, { ...between, direction: 'IN' }).paths[0]?.steps).toEqual([['r4']]);
  });

  test('being in one place joins nobody, but leads to the place when the place is asked for', async () => {
    const projection = await projectionOf(graph);
    const toPlace = findPaths(projection, { from: nodeId('cluster'), to: nodeId('regency') });
    expect(toPlace.paths.map(({ nodes }) => nodes.join(' '))).toEqual(['cluster regency', 'cluster firm regency']);
  });
});

describe('the paths of the real dataset', () => {
  test('lead from Ngingas to Astra Honda Motor through each of four members and their one buyer', async () => {
    const { paths } = findPaths(await realProjection(), {
      from: nodeId('cluster:metal-ngingas'),
      to: nodeId('large-industry:astra-honda-motor'),
      relationTypes: TYPES,
      maxLength: 3,
    });
    const through = (member: string) =>
      `cluster:metal-ngingas small-industry:${member} large-industry:rachmat-perdana-adhimetal large-industry:astra-honda-motor`;
    expect(paths.map(({ nodes }) => nodes.join(' '))).toEqual(
      ['borneo-putra', 'elang-jagad', 'karya-jaya', 'ks-pro'].map(through),
    );
  });
});
