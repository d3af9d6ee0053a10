/** Firms and places that close, final demand that changes: several shocks side by side. */
import { lastDay, type NodeId } from '#vocabulary';
import { changeFinalDemand } from '../analysis/input-output/final-demand.ts';
import type { FinalDemandEffect } from '../analysis/input-output/input-output-types.ts';
import { sizeOf, totalOf, type ClusterSize } from '../analysis/what-if/known-size.ts';
import { clustersInSector } from '../analysis/what-if/sector-clusters.ts';
import type { ClusterEffect as FoundEffect, WhatIfAnswer, WhatIfRequest } from '../analysis/what-if/what-if-types.ts';
import type { InputOutputTable } from '../projection/input-output-table.ts';
import type {
  ClosedNodeResolvers,
  ClusterComparisonResolvers,
  ClusterEffectResolvers,
  ClusterTierResolvers,
  KnownCountResolvers,
  LosingSupplierResolvers,
  QueryResolvers,
  QueryWhatIfArgs,
  SectorClustersResolvers,
  ShortBuyerResolvers,
  WhatIfShock,
} from '../schema/generated/resolver-types.ts';
import { analysed } from './analysed.ts';
import type { RequestContext } from './context.ts';
import { ownTable } from './input-output-file.ts';
import { checkChanges, effectAnswer, tableOf } from './input-output.ts';
import { figuresOfIds } from './lookup.ts';
import { projectedNode, projectedNodes, projectedRelations, startNodes } from './projected.ts';
import { COSTS } from './question-budget.ts';
import { refusedAsInput } from './ties.ts';
import { checkCount, checkDate, checkEvidence, checkOptionalDate, checkText, UserInputError } from './user-input.ts';

const MOST_SHOCKS = 8;
/** Most rows of a list that is no connection. */
const MOST_ROWS = 200;
const DEFAULT_DEPTH = 3;

/** What one shock did, before it is put into words of the schema. */
interface Outcome {
  readonly shock: WhatIfShock;
  readonly answer: WhatIfAnswer | null;
  readonly economy: { readonly table: InputOutputTable; readonly effect: FinalDemandEffect } | null;
}

type Question = Omit<WhatIfRequest, 'nodes' | 'places' | 'part'>;

/** The table that the asker brought along, for shocks that name none; nothing is brought along for nothing. */
async function tableBroughtAlong(args: QueryWhatIfArgs, context: RequestContext): Promise<InputOutputTable | null> {
  const { ownTable: file, shocks } = args;
  if (file === null || file === undefined) return null;
  if (!shocks.some(({ table, finalDemand }) => (table ?? null) === null && (finalDemand ?? []).length > 0)) {
    const expected = 'a shock with finalDemand and without a table of its own';
    throw new UserInputError(
      'ownTable',
      `ownTable is brought along and no shock changes it; right would be ${expected}`,
      expected,
    );
  }
  return ownTable('ownTable', file, context);
}

function checkQuestion(args: QueryWhatIfArgs): Question {
  if (args.shocks.length === 0 || args.shocks.length > MOST_SHOCKS) {
    const expected = `between 1 and ${MOST_SHOCKS} shocks`;
    throw new UserInputError('shocks', `shocks holds ${args.shocks.length}; it has to hold ${expected}`, expected);
  }
  return {
    asOf: checkDate('asOf', args.asOf),
    depth: checkCount('depth', args.depth, 1, 6) ?? DEFAULT_DEPTH,
    evidence: checkEvidence('evidence', args.evidence),
    relationTypes: args.relationTypes ?? undefined,
    referenceDay: checkOptionalDate('referenceDay', args.referenceDay),
  };
}

async function nodesAsked(argument: string, ids: WhatIfShock['close'], context: RequestContext) {
  if (ids === null || ids === undefined || ids.length === 0) return [];
  return (await startNodes(argument, ids, context)).map(({ id }) => id);
}

async function outcomeOf(
  shock: WhatIfShock,
  question: Question,
  own: InputOutputTable | null,
  context: RequestContext,
): Promise<Outcome> {
  if (shock.label !== null && shock.label !== undefined) checkText('label', shock.label);
  const nodes = await nodesAsked('close', shock.close, context);
  const places = await nodesAsked('closePlaces', shock.closePlaces, context);
  const changes = shock.finalDemand ?? [];
  const closes = nodes.length + places.length > 0;
  if (!closes && changes.length === 0) {
    throw new UserInputError(
      'shocks',
      'a shock closes nobody and changes no final demand',
      'at least one of close, closePlaces and finalDemand',
    );
  }
  context.budget.spend(COSTS.whatIf);
  const request = { ...question, nodes, places, part: shock.part ?? 1 };
  return {
    shock,
    answer: closes ? await analysed('whatIf', request, context) : null,
    economy: changes.length === 0 ? null : economyOf(shock, own, context),
  };
}

function economyOf(
  shock: WhatIfShock,
  own: InputOutputTable | null,
  context: RequestContext,
): NonNullable<Outcome['economy']> {
  const table = own !== null && (shock.table ?? null) === null ? own : tableOf(shock.table, context);
  const changes = checkChanges(table, 'finalDemand', shock.finalDemand ?? []);
  return { table, effect: refusedAsInput(() => changeFinalDemand(table, changes)) };
}

/** Of every cluster that any shock meets, asked for at once. */
async function sizesOf(outcomes: readonly Outcome[], asOf: Question['asOf'], { loaders }: RequestContext) {
  const clusters = new Set(outcomes.flatMap(({ answer }) => answer?.clusters.map(({ cluster }) => cluster) ?? []));
  const last = lastDay(asOf);
  const read = async (cluster: NodeId) => [cluster, sizeOf(await loaders.figuresOf.load(cluster), last)] as const;
  return new Map<NodeId, ClusterSize>(await Promise.all([...clusters].map(read)));
}

type Sizes = ReadonlyMap<NodeId, ClusterSize>;

function sized(effect: FoundEffect, sizes: Sizes) {
  const { units = null, workers = null } = sizes.get(effect.cluster) ?? {};
  return { ...effect, units, workers };
}

/** Each cluster once, in the nearest tier in which it is met. */
function nearestEffects(answer: WhatIfAnswer | null): ReadonlyMap<NodeId, FoundEffect> {
  const nearest = new Map<NodeId, FoundEffect>();
  for (const effect of answer?.clusters ?? []) if (!nearest.has(effect.cluster)) nearest.set(effect.cluster, effect);
  return nearest;
}

function clusterTiers(answer: WhatIfAnswer | null, sizes: Sizes) {
  const effects = [...nearestEffects(answer).values()];
  return [...new Set(effects.map(({ tier }) => tier))]
    .toSorted((a, b) => a - b)
    .map((tier) => {
      const clusters = effects.flatMap((effect) => (effect.tier === tier ? [effect.cluster] : [])).toSorted();
      return {
        tier,
        clusters: clusters.slice(0, MOST_ROWS),
        clusterCount: clusters.length,
        units: totalOf(clusters.map((cluster) => sizes.get(cluster)?.units ?? null)),
        workers: totalOf(clusters.map((cluster) => sizes.get(cluster)?.workers ?? null)),
      };
    });
}

function sectorClusters({ economy }: Outcome, { snapshot }: RequestContext) {
  if (economy === null) return [];
  const { table, effect } = economy;
  return effect.sectors.flatMap(({ sector, outputPercent }) => {
    const node = table.sectors[sector]?.node ?? null;
    const clusters = node === null ? [] : clustersInSector(snapshot.projection, node);
    if (clusters.length === 0) return [];
    return [
      {
        sector: { table, place: sector },
        outputPercent,
        clusters: clusters.slice(0, MOST_ROWS),
        clusterCount: clusters.length,
      },
    ];
  });
}

function outcomeAnswer(outcome: Outcome, sizes: Sizes, context: RequestContext) {
  const { shock, answer, economy } = outcome;
  return {
    label: shock.label ?? null,
    closed: answer?.closed.slice(0, MOST_ROWS) ?? [],
    closedCount: answer?.closed.length ?? 0,
    unplacedCount: answer?.unplacedCount ?? 0,
    shortBuyers: answer?.shortBuyers.slice(0, MOST_ROWS) ?? [],
    shortBuyerCount: answer?.shortBuyers.length ?? 0,
    losingSuppliers: answer?.losingSuppliers.slice(0, MOST_ROWS) ?? [],
    losingSupplierCount: answer?.losingSuppliers.length ?? 0,
    clusterEffects: (answer?.clusters ?? []).slice(0, MOST_ROWS).map((effect) => sized(effect, sizes)),
    clusterEffectCount: answer?.clusters.length ?? 0,
    clusterTiers: clusterTiers(answer, sizes),
    lostTies: answer?.lostTies.slice(0, MOST_ROWS) ?? [],
    lostTieCount: answer?.lostTies.length ?? 0,
    economy: economy === null ? null : effectAnswer(economy.table, economy.effect),
    sectorClusters: sectorClusters(outcome, context),
  };
}

function compareClusters(outcomes: readonly Outcome[], sizes: Sizes) {
  const nearest = outcomes.map(({ answer }) => nearestEffects(answer));
  const clusters = [...new Set(nearest.flatMap((effects) => [...effects.keys()]))].map((cluster) => {
    const effects = nearest.map((one) => one.get(cluster) ?? null);
    const met = effects.filter((effect) => effect !== null);
    return { cluster, effects, metBy: met.length, tier: Math.min(...met.map(({ tier }) => tier)) };
  });
  return clusters
    .toSorted((a, b) => b.metBy - a.metBy || a.tier - b.tier || (a.cluster < b.cluster ? -1 : 1))
    .map(({ cluster, effects }) => ({
      cluster,
      effects: effects.map((effect) => (effect === null ? null : sized(effect, sizes))),
    }));
}

function compareSectors(outcomes: readonly Outcome[]) {
  const tables = [...new Set(outcomes.flatMap(({ economy }) => economy?.table ?? []))];
  return tables.flatMap((table) => {
    const rows = table.sectors.map((_, place) => {
      const effects = outcomes.map(({ economy }) =>
        economy?.table === table ? (economy.effect.sectors.find(({ sector }) => sector === place) ?? null) : null,
      );
      return {
        sector: { table, place },
        effects,
        largest: Math.max(...effects.map((one) => Math.abs(one?.output ?? 0))),
      };
    });
    return rows.toSorted((a, b) => b.largest - a.largest || a.sector.place - b.sector.place);
  });
}

export const whatIfQueries = {
  whatIf: async (_root, args, context) => {
    const question = checkQuestion(args);
    const own = await tableBroughtAlong(args, context);
    const outcomes: Outcome[] = [];
    for (const shock of args.shocks) outcomes.push(await outcomeOf(shock, question, own, context));
    const sizes = await sizesOf(outcomes, question.asOf, context);
    const clusters = compareClusters(outcomes, sizes);
    return {
      shocks: outcomes.map((outcome) => outcomeAnswer(outcome, sizes, context)),
      clusters: clusters.slice(0, MOST_ROWS),
      clusterCount: clusters.length,
      sectors: compareSectors(outcomes),
      revision: context.snapshot.revision,
    };
  },
} satisfies QueryResolvers;

export const ClosedNode: ClosedNodeResolvers = {
  node: (closed, _args, context) => projectedNode(closed.node, context),
  relations: (closed, _args, context) => projectedRelations(closed.relations, context),
};

export const ShortBuyer: ShortBuyerResolvers = {
  node: (buyer, _args, context) => projectedNode(buyer.node, context),
};

export const LosingSupplier: LosingSupplierResolvers = {
  node: (supplier, _args, context) => projectedNode(supplier.node, context),
};

export const KnownCount: KnownCountResolvers = {
  figures: (count, _args, context) => figuresOfIds(count.figures, context),
};

export const ClusterEffect: ClusterEffectResolvers = {
  cluster: (effect, _args, context) => projectedNode(effect.cluster, context),
};

export const ClusterTier: ClusterTierResolvers = {
  clusters: (tier, _args, context) => projectedNodes(tier.clusters, context),
};

export const SectorClusters: SectorClustersResolvers = {
  clusters: (sector, _args, context) => projectedNodes(sector.clusters, context),
};

export const ClusterComparison: ClusterComparisonResolvers = {
  cluster: (row, _args, context) => projectedNode(row.cluster, context),
};
