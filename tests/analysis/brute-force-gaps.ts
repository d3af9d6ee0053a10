/** Gaps from the definition alone (ANALYSIS.md §4): every pair, over plain relations, with the fit table as data. */
import { heldAt, parsePeriod, periodBounds, type PartialDate, type RelationType } from '#vocabulary';
import { USES } from '../../api/analysis/gaps/uses.ts';
import type { TestGraph, TestNode, TestRelation } from './graph-of-records.ts';

export interface PlainGap {
  readonly cluster: string;
  readonly firm: string;
  readonly fit: number;
  readonly km: number | null;
  readonly support: number;
}

/** What of a graph holds, read by type. */
class Reading {
  readonly #nodes: ReadonlyMap<string, TestNode>;
  readonly #held: readonly TestRelation[];
  constructor(graph: TestGraph, asOf: PartialDate | null) {
    this.#nodes = new Map(graph.nodes.map((node) => [node.id, node]));
    this.#held = graph.relations.filter(
      ({ period = {} }) => asOf === null || heldAt(periodBounds(parsePeriod(period)), asOf) !== 'NO',
    );
  }

  node(id: string): TestNode | undefined {
    return this.#nodes.get(id);
  }

  relations(types: readonly RelationType[], documentedOnly = false): readonly TestRelation[] {
    return this.#held.filter(
      ({ type, evidence = 'DOCUMENTED' }) => types.includes(type) && (!documentedOnly || evidence === 'DOCUMENTED'),
    );
  }

  to(froms: Iterable<string>, types: readonly RelationType[], documentedOnly = false): ReadonlySet<string> {
    const starts = new Set(froms);
    return new Set(this.relations(types, documentedOnly).flatMap(({ from, to }) => (starts.has(from) ? [to] : [])));
  }

  from(tos: Iterable<string>, types: readonly RelationType[], documentedOnly = false): ReadonlySet<string> {
    const ends = new Set(tos);
    return new Set(this.relations(types, documentedOnly).flatMap(({ from, to }) => (ends.has(to) ? [from] : [])));
  }

  closure(starts: Iterable<string>, types: readonly RelationType[]): ReadonlySet<string> {
    let all = new Set(starts);
    for (;;) {
      const more = new Set([...all, ...this.to(all, types)]);
      if (more.size === all.size) return all;
      all = more;
    }
  }
}

interface PlainMaking {
  readonly classes: ReadonlySet<string>;
  readonly products: ReadonlySet<string>;
  readonly inputs: ReadonlySet<string>;
}

function makingOf(reading: Reading, id: string): PlainMaking {
  const self = new Set([id, ...reading.from([id], ['FACILITY_OF'])]);
  const ofType = (ids: Iterable<string>, type: string) =>
    [...ids].filter((other) => reading.node(other)?.type === type);
  const sectors = ofType(reading.to(self, ['IN_SECTOR']), 'Sector');
  const named = sectors.filter((sector) => reading.node(sector)?.scheme === 'NAMED');
  const products = ofType([...reading.to(self, ['PRODUCES']), ...reading.from(named, ['IN_SECTOR'])], 'Product');
  const wider = reading.closure([...sectors, ...products], ['CLASSIFIED_UNDER', 'IN_SECTOR', 'PART_OF']);
  const classes = [...wider].flatMap((other) => {
    const node = reading.node(other);
    return node?.scheme === 'KBLI_2020' && node.code?.length === 4 ? [node.code] : [];
  });
  return {
    classes: new Set(classes),
    products: new Set(products),
    inputs: new Set(ofType(reading.to([...self, ...named, ...products], ['USES_INPUT']), 'Product')),
  };
}

/** The size of every reason. */
function fits(cluster: PlainMaking, firm: PlainMaking): readonly number[] {
  const found: number[] = [];
  for (const product of cluster.products) if (firm.inputs.has(product)) found.push(1);
  for (const input of cluster.inputs) if (firm.products.has(input)) found.push(1);
  for (const own of cluster.classes) {
    for (const code of firm.classes) {
      if (own === code) found.push(1);
      else if (own.slice(0, 3) === code.slice(0, 3)) found.push(0.5);
      for (const { input, user, fit } of USES) {
        if ((input === own && user === code) || (input === code && user === own)) found.push(fit);
      }
    }
  }
  return found;
}

function regencies(reading: Reading, id: string): readonly TestNode[] {
  const within = reading.closure([id, ...reading.from([id], ['FACILITY_OF'])], ['LOCATED_IN']);
  return [...within].flatMap((place) => {
    const node = reading.node(place);
    return node?.type === 'Regency' && node.at !== undefined ? [node] : [];
  });
}

/** Spherical law of cosines: another formula for the same distance. */
function kilometres([lat1, lon1]: readonly [number, number], [lat2, lon2]: readonly [number, number]): number {
  const r = Math.PI / 180;
  const cosine =
    Math.sin(lat1 * r) * Math.sin(lat2 * r) + Math.cos(lat1 * r) * Math.cos(lat2 * r) * Math.cos((lon2 - lon1) * r);
  return 6371.0088 * Math.acos(Math.min(1, Math.max(-1, cosine)));
}

function distance(reading: Reading, cluster: string, firm: string): number | null {
  const all = regencies(reading, cluster).flatMap((a) =>
    regencies(reading, firm).map((b) => (a.id === b.id ? 0 : kilometres(a.at ?? [0, 0], b.at ?? [0, 0]))),
  );
  return all.length === 0 ? null : Math.min(...all);
}

const SUPPORT = ['SUPPORTS', 'FOSTERS', 'FUNDS', 'TRAINS', 'GIVES_EQUIPMENT_TO', 'DRAWS_FROM'] as const;

function support(reading: Reading, cluster: string): number {
  const supported = [cluster, ...reading.from([cluster], ['MEMBER_OF', 'REPRESENTS'], true)];
  const supporters = reading.from(supported, SUPPORT, true);
  const involved = [...reading.to(supporters, ['INVOLVES'], true)].map((id) => reading.node(id));
  if (involved.some((node) => node?.type === 'LargeIndustry' || node?.kind === 'ASSOCIATION')) return 1;
  return supporters.size > 0 ? 0.5 : 0;
}

/** Every pair of a CLUSTER and a large industry that fits, whatever ties it has; ascending by ids. */
export function bruteForceFits(graph: TestGraph, asOf: PartialDate | null): readonly PlainGap[] {
  const reading = new Reading(graph, asOf);
  const clusters = graph.nodes.filter(({ type, kind }) => type === 'SmiCluster' && kind !== 'GROUP');
  const firms = graph.nodes.filter(({ type }) => type === 'LargeIndustry');
  return clusters.flatMap(({ id: cluster }) =>
    firms.flatMap(({ id: firm }): readonly PlainGap[] => {
      const owned = [...reading.to([firm], ['OWNS'], true)].filter(
        (other) => other !== firm && reading.node(other)?.type === 'LargeIndustry',
      );
      const others = new Set(owned.flatMap((other) => [...makingOf(reading, other).classes]));
      const all = makingOf(reading, firm);
      const own = { ...all, classes: new Set([...all.classes].filter((code) => !others.has(code))) };
      const value = Math.max(0, ...fits(makingOf(reading, cluster), own));
      if (value === 0) return [];
      return [{ cluster, firm, fit: value, km: distance(reading, cluster, firm), support: support(reading, cluster) }];
    }),
  );
}
