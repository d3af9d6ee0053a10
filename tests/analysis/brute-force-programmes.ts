/** Phases side by side and criteria by place, from their definitions alone: lists of relations, closures by repetition, no adjacency. */
import { EVIDENCE_KINDS_BY_STRENGTH, type EvidenceKind } from '#vocabulary';
import type { TestGraph, TestNode, TestRelation } from './graph-of-records.ts';

/** What a phase says of a province. */
interface BruteSide {
  readonly status: string | null;
  readonly targets: readonly string[];
  readonly clusters: readonly {
    readonly cluster: string;
    readonly makes: readonly string[];
    readonly relations: readonly string[];
  }[];
}

export interface BrutePhases {
  readonly earlier: string;
  readonly later: string;
  readonly relations: readonly string[];
  /** By province; null where the phase was not there. */
  readonly places: Readonly<Record<string, readonly [earlier: BruteSide | null, later: BruteSide | null]>>;
}

interface BruteDemand {
  readonly demand: string;
  readonly asked: readonly string[];
  readonly evidence: EvidenceKind;
}

export interface BruteCriteria {
  readonly programme: string;
  readonly criteria: readonly {
    readonly criterion: string;
    readonly relations: readonly string[];
    readonly demands: readonly BruteDemand[];
  }[];
  readonly places: readonly {
    readonly place: string;
    readonly targets: readonly string[];
    readonly clusters: readonly string[];
  }[];
  /** What holds for the place, but for demands that ties answer: null. */
  readonly finding: (
    place: string,
    demand: string,
  ) => { readonly finding: string; readonly relations: readonly string[] } | null;
}

const idsOf = (relations: readonly TestRelation[]): readonly string[] =>
  [...new Set(relations.map(({ id }) => id))].sort();
const kindOf = ({ evidence = 'DOCUMENTED' }: TestRelation): EvidenceKind => evidence;

/** The graph as plain questions about it. */
function reader(graph: TestGraph, asked: readonly EvidenceKind[]) {
  const node = (id: string): TestNode | undefined => graph.nodes.find((one) => one.id === id);
  const kept = (...types: readonly string[]) =>
    graph.relations.filter((one) => types.includes(one.type) && asked.includes(kindOf(one)));
  const places = graph.relations.filter((one) => one.type === 'LOCATED_IN' && kindOf(one) !== 'INFERRED');
  const closure = (start: string, step: (from: string) => readonly string[]): readonly string[] => {
    let all = [start];
    for (;;) {
      const more = [...new Set([...all, ...all.flatMap(step)])];
      if (more.length === all.length) return all;
      all = more;
    }
  };
  const around = (id: string) => closure(id, (from) => places.filter((one) => one.from === from).map(({ to }) => to));
  return { node, kept, closure, around };
}

/** By earlier and later phase. */
export function bruteForcePhases(
  graph: TestGraph,
  asked: readonly EvidenceKind[],
  programme?: string,
): readonly BrutePhases[] {
  const { node, kept, closure, around } = reader(graph, asked);
  const parts = (id: string) =>
    closure(id, (of) =>
      kept('PART_OF')
        .filter(({ to }) => to === of)
        .map(({ from }) => from),
    );
  const among = programme === undefined ? null : parts(programme);

  const sidesOf = (phase: string): Readonly<Record<string, BruteSide>> => {
    const targets = kept('TARGETS').filter(({ from }) => from === phase);
    const supports = kept('SUPPORTS', 'DRAWS_FROM').filter(
      ({ from, to }) => from === phase && node(to)?.type === 'SmiCluster',
    );
    const provincesFor = (id: string): readonly string[] => {
      const all = around(id).filter((one) => node(one)?.type === 'Province');
      const own = all.filter((one) => targets.some(({ to }) => to === one));
      return own.length > 0 ? own : all;
    };
    const provinces = graph.nodes
      .map(({ id }) => id)
      .filter((id) => [...targets, ...supports].some(({ to }) => provincesFor(to).includes(id)));
    return Object.fromEntries(
      provinces.map((province): readonly [string, BruteSide] => {
        const here = targets.filter(({ to }) => provincesFor(to).includes(province));
        const clusters = supports.filter(({ to }) => provincesFor(to).includes(province));
        return [
          province,
          {
            status:
              ['INITIAL_TARGET', 'COMMITTED', 'TARGETED'].find((said) => here.some(({ status }) => status === said)) ??
              null,
            targets: idsOf(here),
            clusters: [...new Set(clusters.map(({ to }) => to))].sort().map((cluster) => {
              const named = kept('IN_SECTOR').filter(
                ({ from, to }) => from === cluster && node(to)?.scheme === 'NAMED',
              );
              const makes = named.length > 0 ? named : kept('PRODUCES').filter(({ from }) => from === cluster);
              return {
                cluster,
                makes: [...new Set(makes.map(({ to }) => to))].sort(),
                relations: idsOf([...makes, ...clusters.filter(({ to }) => to === cluster)]),
              };
            }),
          },
        ];
      }),
    );
  };

  return graph.nodes.flatMap(({ id: earlier }) =>
    graph.nodes.flatMap(({ id: later }): readonly BrutePhases[] => {
      const precedes = kept('PRECEDES').filter(({ from, to }) => from === earlier && to === later);
      const asks = among === null || among.includes(earlier) || among.includes(later);
      if (precedes.length === 0 || !asks) return [];
      const [before, after] = [sidesOf(earlier), sidesOf(later)];
      if (Object.keys(before).length === 0 || Object.keys(after).length === 0) return [];
      const provinces = [...new Set([...Object.keys(before), ...Object.keys(after)])];
      const places = Object.fromEntries(
        provinces.map((province) => [province, [before[province] ?? null, after[province] ?? null] as const]),
      );
      return [{ earlier, later, relations: idsOf(precedes), places }];
    }),
  );
}

/** Of every programme that chooses by criteria, by id. @param linkage the demand that ties answer */
export function bruteForceCriteria(
  graph: TestGraph,
  asked: readonly EvidenceKind[],
  linkage: string,
): readonly BruteCriteria[] {
  const { node, kept, around } = reader(graph, asked);
  const asksFor = kept('ASKS_FOR');

  /** Every simple way down, then the first of the shortest to each node that asks for nothing. */
  const demandsOf = (criterion: string): readonly BruteDemand[] => {
    const ways: { readonly end: string; readonly by: readonly TestRelation[] }[] = [];
    const go = (end: string, by: readonly TestRelation[], seen: readonly string[]): void => {
      ways.push({ end, by });
      for (const one of asksFor)
        if (one.from === end && !seen.includes(one.to)) go(one.to, [...by, one], [...seen, one.to]);
    };
    go(criterion, [], [criterion]);
    const order = ({ by }: { readonly by: readonly TestRelation[] }) => by.map(({ id }) => id).join(' ');
    const ends = [...new Set(ways.map(({ end }) => end))].filter((end) => !asksFor.some(({ from }) => from === end));
    return ends.sort().map((demand) => {
      const [best] = ways
        .filter(({ end }) => end === demand)
        .sort((a, b) => a.by.length - b.by.length || (order(a) < order(b) ? -1 : 1));
      const by = best?.by ?? [];
      const evidence = EVIDENCE_KINDS_BY_STRENGTH.findLast((kind) => by.some((one) => kindOf(one) === kind));
      return { demand, asked: by.map(({ id }) => id), evidence: evidence ?? 'DOCUMENTED' };
    });
  };

  const readProgramme = (programme: string): BruteCriteria | null => {
    const selected = kept('SELECTED_BY').filter(({ from }) => from === programme);
    if (selected.length === 0) return null;
    const targets = kept('TARGETS').filter(({ from }) => from === programme);
    const supported = kept('SUPPORTS', 'DRAWS_FROM')
      .filter(({ from }) => from === programme)
      .map(({ to }) => to);
    const targeted = [...new Set(targets.map(({ to }) => to))].sort();
    const narrow = targeted.filter((one) => node(one)?.type === 'Regency');
    const places = targeted.filter(
      (one) => narrow.includes(one) || !narrow.some((inner) => around(inner).includes(one)),
    );
    const insideOf = (place: string) => [...new Set(supported)].filter((one) => around(one).includes(place)).sort();
    const said = (relations: readonly TestRelation[], otherwise: string) => ({
      finding: relations.length > 0 ? 'RECORDED' : otherwise,
      relations: idsOf(relations),
    });
    const finding = (place: string, demand: string) => {
      const makers = insideOf(place).flatMap((one) => [
        one,
        ...kept('MEMBER_OF')
          .filter(({ to }) => to === one)
          .map(({ from }) => from),
      ]);
      const pays = kept('FUNDS').filter(({ from }) => from === demand);
      const lists = kept('DESIGNATED_AS').filter(({ to }) => to === demand);
      const type = node(demand)?.type;
      if (demand === linkage) return null;
      if (type === 'FundingSource')
        return said(
          pays.filter(({ to }) => to === programme || around(to).includes(place)),
          pays.length > 0 ? 'NONE_RECORDED' : 'NOT_HELD',
        );
      if (type === 'Designation')
        return said(
          lists.filter(({ from }) => from === place),
          lists.length > 0 ? 'NONE_RECORDED' : 'NOT_HELD',
        );
      if (type === 'Market')
        return said(
          kept('EXPORTS_TO').filter(({ from }) => makers.includes(from)),
          'NONE_RECORDED',
        );
      return { finding: 'NOT_HELD', relations: [] };
    };
    return {
      programme,
      criteria: [...new Set(selected.map(({ to }) => to))].sort().map((criterion) => ({
        criterion,
        relations: idsOf(selected.filter(({ to }) => to === criterion)),
        demands: demandsOf(criterion),
      })),
      places: places.map((place) => ({
        place,
        targets: idsOf(targets.filter(({ to }) => around(place).includes(to))),
        clusters: insideOf(place).filter((one) => node(one)?.type === 'SmiCluster'),
      })),
      finding,
    };
  };
  return graph.nodes.flatMap(({ id }) => readProgramme(id) ?? []);
}
