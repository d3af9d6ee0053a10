import type { NodeId } from '#vocabulary';
import type { VisibleGraph } from '../exploration/visible-graph.ts';
import { arrangeAll, arrangeNew, blockNodes, type Room } from './layout/arrange.ts';
import { collide, wholeBox, type Placement, type Placements, type Size } from './layout/placement.ts';

/** Below this share of nodes that stay, the picture is another one and is arranged anew. */
const STAYS_FROM = 1 / 3;

/** Where everything stands, for as long as the canvas lives. Positions belong to it; it never moves what stands. */
export interface Places {
  /**
   * Takes the next picture in: places for its newcomers. What stood before and stands still is not among them, unless
   * the picture is another one (`fresh`).
   */
  readonly take: (graph: VisibleGraph, sizes: ReadonlyMap<NodeId, Size>, room: Room) => Taken;
  /** Forgets every place: the next picture is arranged anew. Only when a person asks for it. */
  readonly forget: () => void;
  /** Everything that stands now. */
  readonly now: () => Placements;
  /** A person moved a node. */
  readonly moved: (id: NodeId, to: { readonly x: number; readonly y: number }) => void;
}

interface Taken {
  readonly fresh: boolean;
  readonly newcomers: Placements;
}

/** The block of clusters without a tie is one whole: it is remembered by who stands in it. */
const blockName = (block: ReadonlySet<NodeId>): string => [...block].sort().join(' ');

export function createPlaces(): Places {
  let standing = new Map<NodeId, Placement>();
  let inBlockNow = new Set<NodeId>();
  /** A cluster stands in a block or among the ties; both places are remembered, so that going back restores the picture. */
  const rememberedTies = new Map<NodeId, Placement>();
  const rememberedBlocks = new Map<string, Map<NodeId, Placement>>();

  function take(graph: VisibleGraph, sizes: ReadonlyMap<NodeId, Size>, room: Room): Taken {
    const block = new Set(blockNodes(graph));
    const known = rememberedBlocks.get(blockName(block));
    // Newcomers find no room inside a block, so it is laid out anew; one that only lost some stands still.
    const blockStands = [...block].every((id) => inBlockNow.has(id));
    const stays = graph.nodes.filter(({ id }) => {
      const at = standing.get(id);
      if (at === undefined || inBlockNow.has(id) !== block.has(id)) return false;
      if (!block.has(id)) return true;
      const before = known?.get(id);
      return before === undefined ? blockStands : before.x === at.x && before.y === at.y;
    });
    const fresh = stays.length < graph.nodes.length * STAYS_FROM || stays.length === 0;
    const newcomers = new Map<NodeId, Placement>();
    if (fresh) for (const [id, at] of arrangeAll(graph, sizes, room)) newcomers.set(id, at);
    else {
      const kept = new Map<NodeId, Placement>();
      for (const { id } of stays) {
        const at = standing.get(id);
        if (at !== undefined) kept.set(id, at);
      }
      recall(graph, block, known, kept, sizes, newcomers);
      for (const [id, at] of arrangeNew(graph, new Map([...kept, ...newcomers]), sizes)) newcomers.set(id, at);
      for (const [id, at] of newcomers) kept.set(id, at);
      standing = kept;
    }
    if (fresh) standing = new Map(newcomers);
    inBlockNow = block;
    const inBlock = new Map<NodeId, Placement>();
    for (const [id, at] of standing) (block.has(id) ? inBlock : rememberedTies).set(id, at);
    rememberedBlocks.set(blockName(block), inBlock);
    return { fresh, newcomers };
  }

  /** Puts back what stood here before, where its place is still free. */
  function recall(
    graph: VisibleGraph,
    block: ReadonlySet<NodeId>,
    knownBlock: Placements | undefined,
    kept: Placements,
    sizes: ReadonlyMap<NodeId, Size>,
    into: Map<NodeId, Placement>,
  ): void {
    const taken = [...kept].flatMap(([id, at]) => boxOf(at, sizes.get(id)));
    for (const { id } of graph.nodes) {
      const at = kept.has(id) ? undefined : (block.has(id) ? knownBlock : rememberedTies)?.get(id);
      if (at === undefined) continue;
      const free = boxOf(at, sizes.get(id)).every((box) => !taken.some((other) => collide(box, other)));
      if (free || block.has(id)) into.set(id, at);
    }
  }

  return {
    take,
    forget: () => {
      standing = new Map();
      rememberedTies.clear();
      rememberedBlocks.clear();
    },
    now: () => standing,
    moved: (id, to) => {
      const before = standing.get(id);
      if (before === undefined) return;
      const at = { ...before, ...to };
      standing.set(id, at);
      (inBlockNow.has(id) ? rememberedBlocks.get(blockName(inBlockNow)) : rememberedTies)?.set(id, at);
    },
  };
}

function boxOf(at: Placement, size: Size | undefined): ReturnType<typeof wholeBox>[] {
  return size === undefined ? [] : [wholeBox(at, size)];
}
