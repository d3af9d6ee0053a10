import type { RelationType } from '#vocabulary';
import type { TestGraph, TestNode, TestRelation } from '../analysis/graph-of-records.ts';
import { drawnBelow } from '../fixtures/drawn-numbers.ts';

const SIZES = { clusters: 12, members: 60, traders: 40, firms: 40, programmes: 4 } as const;
/** Each member, trader and firm supplies so many others. */
const BUYERS = 4;

/** A generated industry, the same every time: members of clusters supply traders and firms, who supply firms. */
export function generatedIndustry(): TestGraph {
  const below = drawnBelow(20_251_231);
  const named = (prefix: string, count: number, type: TestNode['type'], kind: string | null = null): TestNode[] =>
    Array.from({ length: count }, (_, index) => ({ id: `${prefix}${index}`, type, kind }));
  const clusters = named('c', SIZES.clusters, 'SmiCluster', 'CLUSTER');
  const members = named('m', SIZES.members, 'SmallIndustry');
  const traders = named('o', SIZES.traders, 'Organisation', 'COOPERATIVE');
  const firms = named('f', SIZES.firms, 'LargeIndustry');
  const programmes = named('p', SIZES.programmes, 'Programme', 'PROGRAMME');
  const relations: TestRelation[] = [];
  const relate = (from: TestNode, type: RelationType, to: TestNode): void => {
    if (from.id === to.id) return;
    const id = `r${String(relations.length).padStart(5, '0')}`;
    relations.push({ id, from: from.id, type, to: to.id, period: { attested: [String(2_005 + below(20))] } });
  };
  const any = (nodes: readonly TestNode[]): TestNode =>
    nodes[below(nodes.length)] ?? nodes[0] ?? { id: '', type: 'Market' };
  for (const member of members) relate(member, 'MEMBER_OF', any(clusters));
  for (const seller of [...members, ...traders, ...firms]) {
    for (let buyer = 0; buyer < BUYERS; buyer += 1) relate(seller, 'SUPPLIES', any([...traders, ...firms]));
  }
  for (const programme of programmes) {
    relate(programme, 'SUPPORTS', any(clusters));
    relate(programme, 'INVOLVES', any(firms));
  }
  return { nodes: [...clusters, ...members, ...traders, ...firms, ...programmes], relations };
}
