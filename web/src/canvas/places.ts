import type { NodeId } from '#vocabulary';
import { isGroupNodeId, type Layout, type Position } from '../exploration/arrangement.ts';
import type { Step } from '../exploration/step.ts';
import type { VisibleGraph } from '../exploration/visible-graph.ts';
import type { ArrangeRequest } from './layout/arrange.ts';
import { Boxes } from './layout/boxes.ts';
import { placeAtSpots, projection, type Coordinates, type Projection } from './layout/geographic.ts';
import { giveWay } from './layout/giving-way.ts';
import { groupsAmidMembers, membersAroundGroups } from './layout/grouped.ts';
import { arrangeNew } from './layout/newcomers.ts';
import { blockNodes, boxAt } from './layout/parts.ts';
import type { Placement, Placements, Room, Size } from './layout/placement.ts';
import { settleSides } from './layout/sides.ts';

/** Below this share of nodes that stay, the picture is another one and is arranged anew. */
const STAYS_FROM = 1 / 3;

/** Above so many nodes names go where there is room when they are painted. */
const FEW = 300;

/** The next picture, and what decides where its nodes stand. */
export interface Picture {
  readonly graph: VisibleGraph;
  /** At zoom 1. */
  readonly sizes: ReadonlyMap<NodeId, Size>;
  /** At the zoom at which newcomers will be seen: names take more of a picture that is seen smaller. */
  readonly sizesSeen: ReadonlyMap<NodeId, Size>;
  readonly room: Room;
  readonly layout: Layout;
  readonly pinned: Readonly<Record<NodeId, Position>>;
  /** What led to the picture: when it is undone or done again, everything stands where it stood. */
  readonly step: Step | null;
  readonly centre: NodeId | null;
  readonly coordinates: ReadonlyMap<NodeId, Coordinates>;
}

/** Where everything stands, for as long as the canvas lives. Positions belong to it; it never moves what stands. */
export interface Places {
  /**
   * Whether the picture must be arranged anew, because most of it is new, another layout was chosen or a person asked;
   * then the arrangement is to be given to `take`.
   */
  readonly toArrange: (picture: Picture) => ArrangeRequest | null;
  /** Takes the next picture in. What stood before and stands still is not among `moves`, unless the picture is another one. */
  readonly take: (picture: Picture, arranged: Placements | null) => Taken;
  /** Turns names to the sides where the fewest lines run through them, as they are seen. */
  readonly turnNames: (picture: Picture) => void;
  /** Forgets every place: the next picture is arranged anew. Only when a person asks for it. */
  readonly forget: () => void;
  /** Everything that stands now. */
  readonly now: () => Placements;
  /** Puts back how a picture stood that was kept elsewhere, for when it is taken in after this step; what has no place finds one. */
  readonly restore: (graph: VisibleGraph, places: Placements, layout: Layout, step: Step) => void;
  /** A person moved a node. */
  readonly moved: (id: NodeId, to: Position) => void;
}

interface Taken {
  /** Everything was arranged anew. */
  readonly fresh: boolean;
  /** Places of newcomers, and of what stands elsewhere than before. */
  readonly moves: Placements;
}

/** How the picture stood after a step. */
interface Stood {
  readonly places: Placements;
  readonly layout: Layout;
}

/** The block of clusters without a tie is one whole: it is remembered by who stands in it. */
const blockName = (block: ReadonlySet<NodeId>): string => [...block].sort().join(' ');

export function createPlaces(): Places {
  let standing = new Map<NodeId, Placement>();
  let inBlockNow = new Set<NodeId>();
  let layoutNow: Layout | null = null;
  let mapped: Projection | null = null;
  let stepNow: Step | null = null;
  /** Before the first step there is none to remember by. */
  let stoodFirst: Stood | null = null;
  const stoodAfter = new WeakMap<Step, Stood>();
  /** A cluster stands in a block or among the ties; both places are remembered, so that going back restores the picture. */
  const rememberedTies = new Map<NodeId, Placement>();
  const rememberedBlocks = new Map<string, Map<NodeId, Placement>>();

  const stoodAt = (step: Step | null): Stood | null => (step === null ? stoodFirst : (stoodAfter.get(step) ?? null));

  /** Nodes of the picture that stand where they may stay. */
  function staying({ graph, step, layout }: Picture): Placements {
    const back = step === stepNow ? null : stoodAt(step);
    if (back !== null && back.layout === layout) return within(graph, new Map([...standing, ...back.places]));
    const block = new Set(blockNodes(graph, layout));
    const known = rememberedBlocks.get(blockName(block));
    // Newcomers find no room inside a block, so it is laid out anew; one that only lost some stands still.
    const blockStands = [...block].every((id) => inBlockNow.has(id));
    const stays = new Map<NodeId, Placement>();
    for (const { id } of graph.nodes) {
      const at = standing.get(id);
      if (at === undefined || inBlockNow.has(id) !== block.has(id)) continue;
      const before = known?.get(id);
      const stands = before === undefined ? blockStands : before.x === at.x && before.y === at.y;
      if (!block.has(id) || stands) stays.set(id, at);
    }
    return stays;
  }

  function mustArrange(picture: Picture, stays: Placements): boolean {
    const { graph, layout, step } = picture;
    if (stays.size === 0) return true;
    if (step !== stepNow && stoodAt(step)?.layout === layout) return false;
    if (layout === 'MANUAL') return false;
    if (layoutNow !== null && layout !== layoutNow) return true;
    return stays.size < graph.nodes.length * STAYS_FROM;
  }

  function toArrange(picture: Picture): ArrangeRequest | null {
    if (!mustArrange(picture, staying(picture))) return null;
    const { graph, sizes, room, layout, centre, coordinates } = picture;
    return { graph, sizes, room, layout, centre, coordinates };
  }

  function take(picture: Picture, arranged: Placements | null): Taken {
    const { graph, sizesSeen: sizes, layout, pinned, step } = picture;
    const before = standing;
    const block = new Set(blockNodes(graph, layout));
    const held = (places: Placements): Map<NodeId, Placement> =>
      new Map(
        graph.nodes.flatMap(({ id }) => {
          const at = pinned[id];
          return at === undefined ? [] : [[id, { ...at, side: places.get(id)?.side ?? 'right' }] as const];
        }),
      );
    if (arranged !== null) {
      standing = giveWay(within(graph, arranged), held(arranged), sizes);
      mapped = layout === 'PLACES' ? projection(graph, picture.coordinates) : null;
    } else {
      const kept = new Map(staying(picture));
      for (const [id, at] of held(kept)) kept.set(id, at);
      recall(graph, block, kept, sizes);
      standing = addNewcomers(picture, kept);
    }
    inBlockNow = block;
    layoutNow = layout;
    stepNow = step;
    remember(block, layout);
    const moves = new Map(
      [...standing].filter(([id, at]) => {
        const was = before.get(id);
        return was === undefined || was.x !== at.x || was.y !== at.y;
      }),
    );
    return { fresh: arranged !== null, moves };
  }

  function remember(block: ReadonlySet<NodeId>, layout: Layout): void {
    const inBlock = new Map<NodeId, Placement>();
    for (const [id, at] of standing) (block.has(id) ? inBlock : rememberedTies).set(id, at);
    rememberedBlocks.set(blockName(block), inBlock);
    const stood = { places: new Map(standing), layout };
    if (stepNow === null) stoodFirst = stood;
    else stoodAfter.set(stepNow, stood);
  }

  /** Puts back what stood here before, where its place is still free. */
  function recall(
    graph: VisibleGraph,
    block: ReadonlySet<NodeId>,
    kept: Map<NodeId, Placement>,
    sizes: ReadonlyMap<NodeId, Size>,
  ): void {
    const knownBlock = rememberedBlocks.get(blockName(block));
    const taken = new Boxes();
    for (const [id, at] of kept) taken.add(boxAt(at, sizes.get(id)));
    for (const { id, parent } of graph.nodes) {
      // Members of a group that was opened stand around where it stood.
      if (parent !== null && isGroupNodeId(parent)) continue;
      const at = kept.has(id) ? undefined : (block.has(id) ? knownBlock : rememberedTies)?.get(id);
      if (at === undefined) continue;
      if (block.has(id) || !taken.hits(boxAt(at, sizes.get(id)))) kept.set(id, at);
    }
  }

  function addNewcomers(picture: Picture, kept: Placements): Map<NodeId, Placement> {
    const { graph, sizesSeen: sizes, coordinates, layout } = picture;
    const all = new Map(kept);
    const block = new Set(blockNodes(graph, layout));
    const atSpots = mapped === null ? [] : placeAtSpots(graph, coordinates, mapped, kept, sizes);
    for (const [id, at] of atSpots) all.set(id, at);
    for (const [id, at] of groupsAmidMembers(graph, all, standing)) all.set(id, at);
    const members = membersAroundGroups(graph, block, all, standing, sizes);
    for (const [id, at] of members) all.set(id, at);
    const brought = new Map([...members, ...arrangeNew(graph, all, sizes)]);
    for (const [id, at] of brought) all.set(id, at);
    const among = new Set([...brought.keys()].filter((id) => !block.has(id)));
    if (among.size > 0) for (const [id, at] of settleSides(all, graph.lines, sizes, among)) all.set(id, at);
    return all;
  }

  return {
    toArrange,
    take,
    turnNames: ({ graph, sizesSeen, layout }) => {
      if (graph.nodes.length > FEW) return;
      const block = new Set(blockNodes(graph, layout));
      const among = new Set(graph.nodes.map((node) => node.id).filter((id) => !block.has(id)));
      standing = new Map([...standing, ...settleSides(standing, graph.lines, sizesSeen, among)]);
      remember(block, layout);
    },
    forget: () => {
      standing = new Map();
      layoutNow = null;
      rememberedTies.clear();
      rememberedBlocks.clear();
    },
    now: () => standing,
    restore: (graph, places, layout, step) => {
      standing = within(graph, places);
      inBlockNow = new Set(blockNodes(graph, layout));
      layoutNow = layout;
      stepNow = step;
      mapped = null;
      remember(inBlockNow, layout);
    },
    moved: (id, to) => {
      const before = standing.get(id);
      if (before === undefined) return;
      standing = new Map(standing).set(id, { ...before, ...to });
      const at = standing.get(id) ?? before;
      (inBlockNow.has(id) ? rememberedBlocks.get(blockName(inBlockNow)) : rememberedTies)?.set(id, at);
    },
  };
}

function within(graph: VisibleGraph, places: Placements): Map<NodeId, Placement> {
  return new Map(
    graph.nodes.flatMap(({ id }) => {
      const at = places.get(id);
      return at === undefined ? [] : [[id, at] as const];
    }),
  );
}
