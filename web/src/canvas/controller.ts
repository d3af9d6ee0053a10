import type { NodeId } from '#vocabulary';
import type { VisibleGraph } from '../exploration/visible-graph.ts';
import { FIT } from './camera.ts';
import { handle } from './handling.ts';
import { hitTester } from './hit.ts';
import { freeScreen } from './insets.ts';
import { paintLabels } from './label-layer.ts';
import { countLines, type PlacedLabel } from './label-plan.ts';
import { fixedFrom } from './layout/fixed.ts';
import { blockNodes } from './layout/parts.ts';
import { sizesAt, type Placements, type Size } from './layout/placement.ts';
import { createPlanner } from './layout/planner.ts';
import { routesOf, type Bend } from './layout/routes.ts';
import { lightOf, pointedAtIn } from './light.ts';
import { takeWanted, touch, type CanvasMemory } from './memory.ts';
import { nearestTowards, type Arrow, type Point } from './nearest.ts';
import type { Picture } from './places.ts';
import { keepSize, reconcile, shine } from './reconcile.ts';
import type { CanvasElements, CanvasEvents, CanvasScene } from './scene.ts';
import { sizesOf } from './sizes.ts';
import { createStage } from './stage.ts';
import * as view from './view.ts';

/** Milliseconds in which a layout changes. */
const LAYOUT_CHANGE = 320;
/** Above so many elements nodes go to their places at once: a picture that large cannot be drawn 60 times a second. */
const STILL = 800;

/** What of a scene is more than light. */
const REDRAWN_BY = ['graph', 'looks', 'language', 'layout', 'coordinates', 'step'] as const;

export interface CanvasController {
  readonly show: (scene: CanvasScene) => void;
  /** Takes the colours that the document has in this theme. */
  readonly recolour: (theme: string) => void;
  readonly fit: () => void;
  /** Lays the whole picture out anew. */
  readonly arrange: () => void;
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  /** Moves the keyboard's place to the nearest node in a direction; answers where it is now. */
  readonly step: (arrow: Arrow) => NodeId | null;
  readonly setCursor: (id: NodeId | null) => void;
  /** Where a node is on the screen, in pixels from the canvas's corner; null when it is not drawn. */
  readonly spot: (id: NodeId) => Point | null;
  readonly resize: () => void;
  readonly destroy: () => void;
}

/** Puts a Cytoscape and a label layer into elements, and keeps them to the scene. */
export function createCanvas(
  { surface, still, picture, labels }: CanvasElements,
  events: CanvasEvents,
  memory: CanvasMemory,
): CanvasController | null {
  const context = labels.getContext('2d');
  if (context === null) return null;
  const { places } = memory;
  const planner = createPlanner();
  const stage = createStage(picture, still, context);
  const { cy, lens } = stage;
  let scene: CanvasScene | null = null;
  let sizes: ReadonlyMap<NodeId, Size> = new Map();
  let bends: ReadonlyMap<string, Bend> = new Map();
  let block: ReadonlySet<NodeId> = new Set();
  let from = 0;
  let lineCounts: ReadonlyMap<NodeId, number> = new Map();
  let lettered = false;
  let waiting: CanvasScene | null = null;
  let arranging: CanvasScene | null = null;
  let cursor: NodeId | null = null;
  let painted: readonly PlacedLabel[] = [];
  let alive = true;

  memory.seen = () => ({ ...lens.now(), width: cy.width(), height: cy.height() });
  const hit = hitTester(cy, () =>
    scene === null ? null : { graph: scene.graph, places: places.now(), sizes, bends, from, labels: painted },
  );
  cy.on('render', paint);
  cy.on('zoom', () => keepSize(cy, from));
  const deafen = handle(surface, {
    cy,
    lens,
    places,
    hit,
    events,
    nodes: () => scene?.graph.nodes ?? [],
    onView: () => touch(memory),
  });

  function paint(): void {
    if (scene === null || context === null) return;
    painted = paintLabels(context, cy, {
      ...scene,
      places: places.now(),
      sizes,
      lettering: stage.lettering(scene.language),
      from,
      light: lightOf(scene.graph, scene.hover),
      always: pointedAtIn(scene, cursor),
      block,
      lineCounts,
      colours: stage.colours(),
      measure: stage.measure(),
    });
  }

  function withShown(look: (what: view.Shown) => void): void {
    if (scene === null) return;
    const { graph, lookedAt } = scene;
    look({ lens, graph, lookedAt, block, places: places.now(), sizes, from, screen: freeScreen(picture) });
  }

  function show(next: CanvasScene): void {
    waiting = next;
    // The layout needs the widths of the names, and so the fonts. What is laid out beside the page is shown when it comes.
    if (!lettered || arranging !== null) return;
    const before = scene;
    const redrawn = REDRAWN_BY.some((part) => before?.[part] !== next[part]);
    if (redrawn) plan(next);
    else finish(next, before);
  }

  /** Finds places for what is new; then the scene is drawn, at once or when its places come. */
  function plan(next: CanvasScene): void {
    const pictured = pictureOf(next);
    const request = places.toArrange(pictured);
    if (request === null) return draw(next, null);
    const arranged = planner.plan(request, (come) => {
      const asked = arranging;
      arranging = null;
      if (asked !== null && alive) draw(asked, come);
      if (waiting !== null && waiting !== asked && alive) show(waiting);
    });
    if (arranged === null) arranging = next;
    else draw(next, arranged);
  }

  function pictureOf({ graph, looks, language, layout, pinned, step, coordinates }: CanvasScene): Picture {
    sizes = sizesOf(graph, stage.lettering(language), looks.size?.radii ?? null);
    const centre = graph.nodes.find((node) => node.selected)?.id ?? null;
    const room = view.roomIn(freeScreen(picture));
    return {
      graph,
      sizes,
      sizesSeen: sizesAt(sizes, cy.nodes().empty() ? 1 : view.readable(lens.now().zoom)),
      room,
      layout,
      pinned,
      step,
      centre,
      coordinates,
    };
  }

  function draw(next: CanvasScene, arranged: Placements | null): void {
    const before = scene;
    const first = cy.nodes().empty();
    const { graph, layout } = next;
    const { fresh, moves } = places.take(pictureOf(next), arranged);
    scene = next;
    block = new Set(blockNodes(graph, layout));
    from = fixedFrom(places.now(), sizes);
    keepSize(cy, from);
    lineCounts = countLines(graph);
    const another = first || before === null || (fresh && before.layout === layout);
    const large = graph.nodes.length + graph.lines.length > STILL;
    const duration = another || large ? 0 : view.moving(fresh ? LAYOUT_CHANGE : FIT.arrival);
    const led = !fresh && moves.size === 0 && before !== null && hasAll(before.graph, graph);
    if (led) hit.forget();
    else withShown((what) => lead(fresh && !another ? view.wholeView(what).zoom : lens.now().zoom, fresh));
    const restored = takeWanted(memory);
    if (restored === null && !view.sameSelected(graph, before?.graph)) memory.kept = null;
    const put = first || restored !== null ? places.now() : moves;
    const took = restored === null ? duration : 0;
    reconcile(cy, graph, { places: put, sizes, bends, from, duration: took, looks: next.looks });
    withShown((what) => {
      lens.keepAbove(view.leastZoom(what));
      if (restored !== null && !fresh) view.lookAgain(what, restored, cy);
      else if (first && !fresh && memory.view !== null) lens.look(memory.view, 0);
      else if (another) openFresh(what);
      else if (fresh) view.fit(what, LAYOUT_CHANGE);
      else view.showNewcomers(what, newcomersOf(before, moves));
    });
    finish(next, before, first);
  }

  /** Leads lines around names as large as they are at a zoom; names of a picture arranged anew turn out of the lines' way. */
  function lead(zoom: number, turn: boolean): void {
    if (scene === null) return;
    const sizesSeen = sizesAt(sizes, view.readable(zoom));
    if (turn) places.turnNames({ ...pictureOf(scene), sizesSeen });
    bends = routesOf(scene.graph.lines, places.now(), sizesSeen);
    hit.forget();
  }

  /** The first look at another picture, and at the same one in another room. */
  function openFresh(what: view.Shown): void {
    memory.touched = false;
    view.openView(what);
    lead(lens.now().zoom, true);
    reconcile(cy, what.graph, { places: new Map(), sizes, bends, from, duration: 0, looks: scene?.looks });
  }

  function newcomersOf(before: CanvasScene | null, moves: Placements): ReadonlySet<NodeId> {
    const were = new Set(before?.graph.nodes.map((node) => node.id));
    return new Set([...moves.keys()].filter((id) => !were.has(id)));
  }

  /**
   * What pointing, selecting and the keyboard change: the light, and names.
   * @param rendered whether Cytoscape draws in the next frame anyway, and the names with it
   */
  function finish(next: CanvasScene, before: CanvasScene | null, rendered = false): void {
    scene = next;
    if (cursor !== null && next.graph.nodes.every((node) => node.id !== cursor)) cursor = null;
    shine(cy, lightOf(next.graph, next.hover), cursor);
    if (next.graph !== before?.graph && view.sameNodes(next.graph, before?.graph))
      withShown((what) => view.stay(what, memory.kept, cy));
    if (!rendered) paint();
  }

  /** Asked for by a person: the one time that what stands moves. */
  function arrange(): void {
    if (scene === null) return;
    memory.kept = null;
    places.forget();
    plan({ ...scene });
    withShown((what) => view.fit(what, LAYOUT_CHANGE));
  }

  function setCursor(id: NodeId | null): void {
    cursor = id;
    shine(cy, scene === null ? null : lightOf(scene.graph, scene.hover), cursor);
    memory.kept = null;
    if (id !== null) withShown((what) => view.reveal(what, [id]));
    paint();
  }

  function step(arrow: Arrow): NodeId | null {
    if (scene === null) return null;
    const selected = scene.graph.nodes.find((node) => node.selected)?.id ?? null;
    const from = cursor ?? selected;
    const at = from === null ? undefined : places.now().get(from);
    const targets = [...places.now()].map(([id, place]) => ({ id, at: place }));
    const next = at === undefined ? (scene.graph.nodes[0]?.id ?? null) : nearestTowards(targets, at, arrow);
    if (next !== null) setCursor(next);
    return next ?? from;
  }

  const zoomAtMiddle = (steps: number) => (): void => {
    touch(memory);
    const screen = freeScreen(picture);
    lens.zoomBy(steps, { x: (screen.left + screen.right) / 2, y: (screen.top + screen.bottom) / 2 });
    lens.settle();
  };

  stage.onLetters(() => {
    lettered = true;
    if (waiting !== null) show(waiting);
  });

  return {
    show,
    recolour: (theme) => {
      if (stage.recolour(theme)) paint();
    },
    fit: () => {
      memory.kept = null;
      withShown((what) => view.fit(what, FIT.duration));
    },
    arrange,
    zoomIn: zoomAtMiddle(1),
    zoomOut: zoomAtMiddle(-1),
    step,
    setCursor,
    spot: (id) => {
      const at = places.now().get(id);
      const { zoom, pan } = lens.now();
      return at === undefined ? null : { x: at.x * zoom + pan.x, y: at.y * zoom + pan.y };
    },
    resize: () => {
      const ratio = window.devicePixelRatio || 1;
      labels.width = Math.round(picture.clientWidth * ratio);
      labels.height = Math.round(picture.clientHeight * ratio);
      cy.resize();
      const stays = memory.touched || scene?.selecting === true;
      withShown((what) => (stays ? view.stay(what, memory.kept, cy) : openFresh(what)));
      paint();
    },
    destroy: () => {
      alive = false;
      const { zoom, pan } = lens.now();
      memory.view = { zoom, pan: { ...pan }, width: cy.width(), height: cy.height() };
      memory.seen = null;
      deafen();
      planner.destroy();
      stage.destroy();
    },
  };
}

/** Whether a picture has every line of another: then none has to be led anew. */
function hasAll(graph: VisibleGraph, other: VisibleGraph): boolean {
  if (graph.lines === other.lines) return true;
  const ids = new Set(graph.lines.map(({ id }) => id));
  return other.lines.every(({ id }) => ids.has(id));
}
