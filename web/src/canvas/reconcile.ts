import type { NodeId } from '#vocabulary';
import type cytoscape from 'cytoscape';
import { NOTHING_DRAWN, type DrawnLooks } from '../exploration/drawn-looks.ts';
import type { Candidate } from '../exploration/looks.ts';
import type { VisibleGraph, VisibleLine, VisibleNode } from '../exploration/visible-graph.ts';
import { fixedScale } from './layout/fixed.ts';
import { hueOf, lineFate, nodeFate } from './look-marks.ts';
import { iconWidth, isBlock, isPill } from './sizes.ts';
import type { Placements, Size } from './layout/placement.ts';
import type { Bend } from './layout/routes.ts';

/** How newcomers arrive. */
export interface Arrival {
  /** Where every node of the graph that is new, or stands elsewhere than before, stands now. */
  readonly places: Placements;
  readonly sizes: ReadonlyMap<NodeId, Size>;
  /** Lines that leave the straight; the others are straight. */
  readonly bends: ReadonlyMap<string, Bend>;
  /** The zoom below which nodes of fixed size shrink with the rest (`fixedFrom`). */
  readonly from: number;
  /** Milliseconds in which a newcomer grows from its parent to its place; 0 puts it there at once. */
  readonly duration: number;
  /** Sizes and colours by measures, and what the picture is looked at without; absent: none. */
  readonly looks?: DrawnLooks | undefined;
}

/** What pointing does: these stay lit, the others rest; null lights everything. */
export interface Light {
  readonly nodes: ReadonlySet<string>;
  readonly lines: ReadonlySet<string>;
}

/**
 * Makes Cytoscape hold exactly the visible graph: removes what is gone, updates what changed, adds what is new. What
 * stands is never moved. Together with `shine`, `keepSize` and `carry` below this is the only code that writes to Cytoscape.
 */
export function reconcile(cy: cytoscape.Core, graph: VisibleGraph, arrival: Arrival): void {
  const nodeIds = new Set<string>(graph.nodes.map((node) => node.id));
  const { candidates } = arrival.looks ?? NOTHING_DRAWN;
  const pairs = candidates.filter(({ cluster, firm }) => nodeIds.has(cluster) && nodeIds.has(firm));
  const lineIds = new Set<string>([...graph.lines.map((line) => line.id), ...pairs.map(candidateId)]);
  const grows: { readonly node: cytoscape.NodeSingular; readonly to: cytoscape.Position }[] = [];
  cy.batch(() => {
    cy.edges().forEach((line) => void (lineIds.has(line.id()) || line.remove()));
    cy.nodes().forEach((node) => void (nodeIds.has(node.id()) || node.remove()));
    for (const node of graph.nodes) {
      const grown = putNode(cy, node, arrival);
      if (grown !== null) grows.push(grown);
    }
    for (const line of graph.lines) putLine(cy, line, arrival.bends.get(line.id), arrival.looks);
    for (const pair of pairs) putCandidate(cy, pair);
  });
  for (const { node, to } of grows) {
    node.stop();
    node.animate({ position: to }, { duration: arrival.duration, easing: 'ease-out' });
  }
}

/** Lights what is pointed at and lets the rest step back; `cursor` is the node the keyboard stands on. */
export function shine(cy: cytoscape.Core, light: Light | null, cursor: NodeId | null): void {
  cy.batch(() => {
    cy.nodes().forEach((node) => {
      const lit = light !== null && light.nodes.has(node.id());
      setClass(node, 'lit', lit);
      setClass(node, 'resting', light !== null && !lit);
      setClass(node, 'cursor', node.id() === cursor);
    });
    cy.edges().forEach((line) => {
      const lit = light !== null && light.lines.has(line.id());
      setClass(line, 'lit', lit);
      setClass(line, 'resting', light !== null && !lit);
    });
  });
}

/** Places' pills and groups' blocks keep their size on screen, as the names in them do, for as long as they have room. */
export function keepSize(cy: cytoscape.Core, from: number): void {
  const scale = fixedScale(cy.zoom(), from);
  cy.batch(() => cy.nodes('.fixed').forEach((node) => void node.data('scale', scale)));
}

/** A node follows the pointer. */
export function carry(cy: cytoscape.Core, id: NodeId, to: cytoscape.Position): void {
  cy.getElementById(id)
    .nodes()
    .positions(() => ({ x: to.x, y: to.y }));
}

function setClass(element: cytoscape.NodeSingular | cytoscape.EdgeSingular, name: string, on: boolean): void {
  if (element.hasClass(name) !== on) element.toggleClass(name, on);
}

function putNode(
  cy: cytoscape.Core,
  node: VisibleNode,
  { places, sizes, from: fixed, duration, looks = NOTHING_DRAWN }: Arrival,
): { readonly node: cytoscape.NodeSingular; readonly to: cytoscape.Position } | null {
  const half = sizes.get(node.id)?.half ?? { x: 10, y: 10 };
  const [pill, block] = [isPill(node), isBlock(node)];
  const icon = iconWidth(node, looks.size?.radii ?? null);
  const scale = pill || block ? fixedScale(cy.zoom(), fixed) : 1;
  const data = { width: 2 * half.x, height: 2 * half.y, icon, scale };
  const hue = hueOf(node, looks);
  const classes = [
    block ? 'block' : node.type,
    pill ? 'pill' : '',
    pill || block ? 'fixed' : '',
    node.marked ? 'marked' : '',
    node.hollow ? 'hollow' : '',
    node.inferred ? 'inferred' : '',
    node.selected ? 'selected' : '',
    hue === null ? '' : `hue-${hue}`,
    nodeFate(node, looks) ?? '',
  ];
  const standing = cy.getElementById(node.id);
  if (standing.nonempty()) {
    update(standing, data, classes);
    const place = places.get(node.id);
    // A cluster that gains or loses its tie changes its place in the picture; nobody else does.
    return place === undefined ? null : arrive(standing, place, duration);
  }
  const to = places.get(node.id) ?? { x: 0, y: 0 };
  const parent = node.parent === null ? cy.collection() : cy.getElementById(node.parent);
  const grows = duration > 0 && parent.nonempty();
  const from = grows ? { ...parent.nodes().first().position() } : { x: to.x, y: to.y };
  const added = cy.add({ group: 'nodes', data: { id: node.id, ...data }, position: from, classes: words(classes) });
  return grows ? { node: added.nodes().first(), to: { x: to.x, y: to.y } } : null;
}

function arrive(
  node: cytoscape.CollectionReturnValue,
  place: cytoscape.Position,
  duration: number,
): { readonly node: cytoscape.NodeSingular; readonly to: cytoscape.Position } | null {
  const to = { x: place.x, y: place.y };
  if (duration > 0) return { node: node.nodes().first(), to };
  node.nodes().positions(() => to);
  return null;
}

function putLine(
  cy: cytoscape.Core,
  line: VisibleLine,
  bend: Bend | undefined,
  looks: DrawnLooks = NOTHING_DRAWN,
): void {
  const data = { width: line.width, distance: bend?.distance ?? 0, weight: bend?.weight ?? 0.5 };
  const classes = [
    line.family,
    bend === undefined ? '' : 'bent',
    line.from === line.to ? 'loop' : '',
    line.directed ? '' : 'undirected',
    line.inferred ? 'inferred' : '',
    line.possible ? 'possible' : '',
    line.selected ? 'selected' : '',
    lineFate(line, looks) ?? '',
  ];
  const standing = cy.getElementById(line.id);
  if (standing.nonempty()) update(standing, data, classes);
  else {
    cy.add({
      group: 'edges',
      data: { id: line.id, source: line.from, target: line.to, ...data },
      classes: words(classes),
    });
  }
}

/** No id of a line, for it is none. */
const candidateId = ({ cluster, firm }: Candidate): string => `candidate:${cluster}>${firm}`;

/** Who could deal with whom: apart from the lines in all that reads them. */
function putCandidate(cy: cytoscape.Core, pair: Candidate): void {
  const classes = words(['candidate', pair.direction === 'EITHER' ? 'either' : '']);
  const id = candidateId(pair);
  const ends = pair.direction === 'INPUT' ? [pair.firm, pair.cluster] : [pair.cluster, pair.firm];
  const [source = '', target = ''] = ends;
  const standing = cy.getElementById(id);
  if (standing.empty()) cy.add({ group: 'edges', data: { id, source, target, width: 1.5 }, classes });
  else update(standing, {}, classes);
}

const words = (classes: readonly string[]): string[] => classes.filter((name) => name !== '');

/** Classes that pointing sets are not the graph's to change. */
const POINTED = ['lit', 'resting', 'cursor'] as const;

function update(
  element: cytoscape.CollectionReturnValue,
  data: Readonly<Record<string, number>>,
  classes: readonly string[],
): void {
  for (const [key, value] of Object.entries(data)) if (element.data(key) !== value) element.data(key, value);
  const wanted = [...words(classes), ...POINTED.filter((name) => element.hasClass(name))];
  const has: unknown = element.classes();
  const same = Array.isArray(has) && has.length === wanted.length && wanted.every((name) => has.includes(name));
  if (!same) element.classes(wanted);
}
