import cytoscape from 'cytoscape';
import type { Language, NodeId } from '#vocabulary';
import type { Selection } from '../exploration/selection.ts';
import type { VisibleGraph } from '../exploration/visible-graph.ts';
import { FIT, ZOOM, zoomBy } from './camera.ts';
import { documentColours } from './colours.ts';
import { hitTester, type HitTester } from './hit.ts';
import { listen } from './interactions.ts';
import { paintLabels } from './label-layer.ts';
import type { PlacedLabel } from './label-plan.ts';
import { blockNodes } from './layout/arrange.ts';
import type { Size } from './layout/placement.ts';
import { lightOf } from './light.ts';
import { nearestTowards, type Arrow } from './nearest.ts';
import type { CanvasMemory } from './memory.ts';
import { keepPillSize, reconcile, shine } from './reconcile.ts';
import { sizesOf } from './sizes.ts';
import { stylesheet } from './stylesheet.ts';
import { fontsLoaded, measureOn } from './text-measure.ts';
import { fit, showNewcomers, openView, reducedMotion, reveal, revealSelected, roomOf, type Shown } from './view.ts';

/** Above this many elements the canvas shows a still picture of itself while it is moved. */
const LARGE = 1000;

/** Milliseconds in which a view changes. */
const VIEW_CHANGE = 320;
/** What the canvas says to the page. */
export interface CanvasEvents {
  readonly onSelect: (selection: Selection | null) => void;
  readonly onHover: (pointedAt: Selection | null) => void;
  readonly onExpand: (id: NodeId) => void;
}

/** What is to be shown. */
interface CanvasScene {
  readonly graph: VisibleGraph;
  readonly hover: Selection | null;
  readonly language: Language;
  readonly documentedOnly: boolean;
  /** Whether anything is selected: then a change of size, such as details that open, does not fit the picture anew. */
  readonly selecting: boolean;
}

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
  readonly resize: () => void;
  readonly destroy: () => void;
}

/** Puts a Cytoscape and a label layer into two elements, and keeps them to the scene. */
export function createCanvas(
  container: HTMLElement,
  labels: HTMLCanvasElement,
  events: CanvasEvents,
  memory: CanvasMemory,
): CanvasController | null {
  const context = labels.getContext('2d');
  if (context === null) return null;
  const { places } = memory;
  let colours = documentColours();
  let coloured = '';
  let measure = measureOn(context);
  let scene: CanvasScene | null = null;
  let lettered = false;
  let waiting: CanvasScene | null = null;
  let cursor: NodeId | null = null;
  let painted: readonly PlacedLabel[] = [];
  let alive = true;
  let large = false;
  let cy = start();

  function start(): cytoscape.Core {
    const core = cytoscape({
      container,
      style: stylesheet(colours),
      minZoom: ZOOM.min,
      maxZoom: ZOOM.max,
      boxSelectionEnabled: false,
      autounselectify: true,
      textureOnViewport: large,
      hideEdgesOnViewport: large,
      pixelRatio: 'auto',
    });
    core.on('render', paint);
    core.on('zoom', () => keepPillSize(core));
    core.on('dragfree', 'node', (event) => {
      const at = event.target.position();
      places.moved(event.target.id(), { x: at.x, y: at.y });
    });
    const hit: HitTester = hitTester(
      core,
      () => scene?.graph ?? null,
      () => painted,
    );
    listen(core, container, hit, events, () => (memory.touched = true));
    return core;
  }

  function paint(): void {
    if (scene === null || context === null) return;
    painted = paintLabels(context, cy, {
      ...scene,
      sides: new Map([...places.now()].map(([id, at]) => [id, at.side])),
      light: lightOf(scene.graph, scene.hover),
      always: pointedAt(scene),
      block: blockNodes(scene.graph),
      colours,
      measure,
    });
  }

  /** The node or the ends of the tie that is pointed at, and where the keyboard stands. */
  function pointedAt({ graph, hover }: CanvasScene): ReadonlySet<string> {
    const ends = hover === null || hover.kind === 'node' ? [] : [...(lightOf(graph, hover)?.nodes ?? [])];
    return new Set([...ends, ...(hover?.kind === 'node' ? [hover.id] : []), ...(cursor === null ? [] : [cursor])]);
  }

  /** What is looked at; null before the first scene. */
  function shown(): Shown | null {
    if (scene === null) return null;
    const { graph, language } = scene;
    return { cy, graph, places: places.now(), sizes: sizesOf(graph, language, measure) };
  }

  function withShown(look: (what: Shown) => void): void {
    const what = shown();
    if (what !== null) look(what);
  }

  function show(next: CanvasScene): void {
    waiting = next;
    // The layout needs the widths of the names, and so the fonts.
    if (!lettered) return;
    const before = scene;
    scene = next;
    if (before?.graph !== next.graph || before.language !== next.language) draw(next);
    const light = lightOf(next.graph, next.hover);
    if (cursor !== null && next.graph.nodes.every((node) => node.id !== cursor)) cursor = null;
    shine(cy, light, cursor);
    if (next.graph !== before?.graph) revealSelected(cy, next.graph, places.now());
    paint();
  }

  function draw({ graph, language }: CanvasScene): void {
    restartIfSizeChanged(graph);
    const sizes = sizesOf(graph, language, measure);
    const first = cy.nodes().empty();
    const { fresh, newcomers } = places.take(graph, sizes, roomOf(cy));
    if (first && !fresh) return comeBack(graph, sizes);
    const duration = first || fresh || reducedMotion() ? 0 : FIT.duration;
    reconcile(cy, graph, { places: newcomers, sizes, duration });
    const what = { cy, graph, places: places.now(), sizes };
    if (fresh) {
      memory.touched = false;
      openView(what);
    } else if (newcomers.size > 0) showNewcomers(what, newcomers);
  }

  /** Another view had the room: everything stands again where it stood. */
  function comeBack(graph: VisibleGraph, sizes: ReadonlyMap<NodeId, Size>): void {
    reconcile(cy, graph, { places: places.now(), sizes, duration: 0 });
    if (memory.view === null) openView({ cy, graph, places: places.now(), sizes });
    else cy.viewport(memory.view);
  }

  /** Asked for by a person: the one time that what stands moves. */
  function arrange(): void {
    if (scene === null) return;
    const { graph, language } = scene;
    const sizes = sizesOf(graph, language, measure);
    places.forget();
    const { newcomers } = places.take(graph, sizes, roomOf(cy));
    reconcile(cy, graph, { places: newcomers, sizes, duration: reducedMotion() ? 0 : VIEW_CHANGE });
    fit({ cy, graph, places: places.now(), sizes }, VIEW_CHANGE);
  }

  /** A large picture needs a Cytoscape that moves as a still; everything stands where it stood. */
  function restartIfSizeChanged(graph: VisibleGraph): void {
    const isLarge = graph.nodes.length + graph.lines.length > LARGE;
    if (isLarge === large) return;
    large = isLarge;
    const view = { zoom: cy.zoom(), pan: { ...cy.pan() } };
    const standing = places.now();
    cy.destroy();
    cy = start();
    cy.viewport(view);
    const sizes = sizesOf(graph, scene?.language ?? 'en', measure);
    const known = { ...graph, nodes: graph.nodes.filter((node) => standing.has(node.id)), lines: [] };
    reconcile(cy, known, { places: standing, sizes, duration: 0 });
  }

  function setCursor(id: NodeId | null): void {
    cursor = id;
    shine(cy, scene === null ? null : lightOf(scene.graph, scene.hover), cursor);
    if (id !== null) reveal(cy, places.now(), [id]);
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
    memory.touched = true;
    zoomBy(cy, steps, { x: cy.width() / 2, y: cy.height() / 2 });
  };

  void fontsLoaded().then(() => {
    if (!alive) return;
    measure = measureOn(context);
    lettered = true;
    if (waiting !== null) show(waiting);
  });

  return {
    show,
    recolour: (theme) => {
      if (theme === coloured) return;
      coloured = theme;
      colours = documentColours();
      cy.style(stylesheet(colours));
      paint();
    },
    fit: () => withShown((what) => fit(what, FIT.duration)),
    arrange,
    zoomIn: zoomAtMiddle(1),
    zoomOut: zoomAtMiddle(-1),
    step,
    setCursor,
    resize: () => {
      const ratio = window.devicePixelRatio || 1;
      labels.width = Math.round(container.clientWidth * ratio);
      labels.height = Math.round(container.clientHeight * ratio);
      cy.resize();
      const stays = memory.touched || scene?.selecting === true;
      withShown((what) => (stays ? revealSelected(cy, what.graph, what.places) : openView(what)));
      paint();
    },
    destroy: () => {
      alive = false;
      memory.view = { zoom: cy.zoom(), pan: { ...cy.pan() } };
      cy.destroy();
    },
  };
}
