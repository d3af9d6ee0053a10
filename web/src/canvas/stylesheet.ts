import { NODE_TYPES, RELATION_FAMILIES, type NodeType, type RelationFamily } from '#vocabulary';
import type cytoscape from 'cytoscape';
import { LINE_APPEARANCE, nodeAppearance, nodeColour, type LineEnd } from '../appearance/appearance.ts';
import { HUE_NAMES, type Colours } from '../appearance/colours.ts';
import { iconImage } from '../appearance/node-image.ts';
import { halfExtent, SHAPES, type Corner, type ShapeName } from '../appearance/shapes.ts';

/** What lies outside of what is pointed at. */
export const REST_OPACITY = 0.28;
/** What is apart when a node is gone: still read. */
const APART_OPACITY = 0.42;

const ARROWS = {
  arrow: 'triangle',
  hollowArrow: 'triangle',
  round: 'circle',
  tee: 'tee',
  diamond: 'diamond',
  none: 'none',
} as const satisfies Record<LineEnd, cytoscape.Css.ArrowShape>;

/** How everything looks, in the colours of one theme. Labels are painted by the label layer, not by Cytoscape. */
export function stylesheet(colours: Colours): cytoscape.StylesheetJson {
  return [
    ...nodeBasics(colours),
    ...nodeTypes().map((type) => nodeStyle(type, colours)),
    ...nodeStates(colours),
    ...lineBasics(colours),
    ...families().flatMap((family) => lineStyle(family, colours)),
    ...lineStates(colours),
    ...lookStates(colours),
    { selector: '.resting', style: { opacity: REST_OPACITY } },
  ];
}

const nodeTypes = (): readonly NodeType[] =>
  Object.keys(NODE_TYPES).filter((key): key is NodeType => key in NODE_TYPES);
const families = (): readonly RelationFamily[] =>
  Object.keys(RELATION_FAMILIES).filter((key): key is RelationFamily => key in RELATION_FAMILIES);

function nodeBasics(colours: Colours): cytoscape.StylesheetJson {
  return [
    {
      selector: 'node',
      style: {
        width: (node: cytoscape.NodeSingular) => numberOf(node, 'width'),
        height: (node: cytoscape.NodeSingular) => numberOf(node, 'height'),
        'background-image-containment': 'over',
        'background-clip': 'none',
        'border-width': 0,
        'border-position': 'inside',
        'outline-width': 0,
        'overlay-opacity': 0,
        'z-index': 2,
      },
    },
    {
      // What has its name inside keeps its size on screen whatever the zoom, as its text does.
      selector: 'node.fixed',
      style: {
        width: (node: cytoscape.NodeSingular) => numberOf(node, 'width') * numberOf(node, 'scale'),
        height: (node: cytoscape.NodeSingular) => numberOf(node, 'height') * numberOf(node, 'scale'),
        'border-width': (node: cytoscape.NodeSingular) => 1.6 * numberOf(node, 'scale'),
        'background-color': colours.panel,
      },
    },
    {
      // Many as one: nothing of the data has this shape.
      selector: 'node.block',
      style: { shape: 'round-rectangle', 'border-color': colours['ink-2'] },
    },
  ];
}

function numberOf(element: cytoscape.NodeSingular | cytoscape.EdgeSingular, key: string): number {
  const value: unknown = element.data(key);
  return typeof value === 'number' ? value : 0;
}

function nodeStyle(type: NodeType, colours: Colours): cytoscape.StylesheetJsonBlock {
  const { shape, outlined } = nodeAppearance(type);
  const colour = colours[nodeColour(type)];
  const outline: readonly Corner[] | 'circle' | 'pill' = SHAPES[shape];
  if (outline === 'pill') {
    return {
      selector: `node.${type}`,
      style: { shape: 'round-rectangle', 'corner-radius': '100', 'border-color': colour },
    };
  }
  return {
    selector: `node.${type}`,
    style: {
      ...(outline === 'circle'
        ? { shape: 'ellipse' }
        : { shape: 'polygon', 'shape-polygon-points': polygonPoints(shape, outline) }),
      'background-color': outlined ? colours.canvas : colour,
      'border-color': colour,
      'border-width': outlined ? 1.6 : 0,
      'background-image': iconImage(type, outlined ? colour : colours['on-node']),
      'background-width': (node: cytoscape.NodeSingular) => numberOf(node, 'icon'),
      'background-height': (node: cytoscape.NodeSingular) => numberOf(node, 'icon'),
    },
  };
}

/** Corners as Cytoscape wants them: from −1 to 1 across the shape's own box. */
function polygonPoints(shape: ShapeName, outline: readonly Corner[]): string {
  const { x: halfX, y: halfY } = halfExtent(shape, 1);
  return outline.map(([x, y]) => `${x / halfX} ${y / halfY}`).join(' ');
}

function nodeStates(colours: Colours): cytoscape.StylesheetJson {
  const empty = nodeTypes()
    .filter((type) => nodeAppearance(type).shape !== 'pill')
    .flatMap((type): cytoscape.StylesheetJson => {
      const image = iconImage(type, colours[nodeColour(type)]);
      const blank = { 'background-color': colours.canvas, 'background-image': image };
      return [
        {
          selector: `node.${type}.hollow`,
          style: { ...blank, 'border-width': 1.5, 'z-index': 1 },
        },
        {
          selector: `node.${type}.inferred`,
          style: {
            ...blank,
            'border-width': 2,
            'border-style': 'dashed',
            'border-dash-pattern': [0.1, 4],
            'border-cap': 'round',
          },
        },
      ];
    });
  const halo = nodeTypes().map((type) => ({
    selector: `node.${type}.lit`,
    style: {
      'outline-width': 7,
      'outline-offset': 0,
      'outline-opacity': 0.2,
      'outline-color': colours[nodeColour(type)],
      'z-index': 3,
    },
  }));
  return [
    ...empty,
    ...halo,
    {
      selector: 'node.marked',
      style: {
        'outline-width': 2,
        'outline-offset': 3,
        'outline-opacity': 1,
        'outline-style': 'dashed',
        'outline-color': colours.select,
        'z-index': 4,
      },
    },
    {
      selector: 'node.selected',
      style: {
        'outline-width': 2.5,
        'outline-offset': 3,
        'outline-opacity': 1,
        'outline-style': 'solid',
        'outline-color': colours.select,
        'z-index': 4,
      },
    },
    {
      selector: 'node.cursor',
      style: {
        'outline-width': 3,
        'outline-offset': 4,
        'outline-opacity': 1,
        'outline-style': 'solid',
        'outline-color': colours.focus,
        'z-index': 5,
      },
    },
  ];
}

/** A ring of its community's colour around a node, under everything that it says of evidence; and what is gone or apart. */
function lookStates(colours: Colours): cytoscape.StylesheetJson {
  const rings = [colours['ink-3'], ...HUE_NAMES.map((name) => colours[name])].map((colour, hue) => ({
    selector: `node.hue-${hue}`,
    style: {
      'underlay-color': colour,
      'underlay-opacity': hue === 0 ? 0.45 : 1,
      'underlay-padding': 6,
      'underlay-shape': 'ellipse' as const,
    },
  }));
  return [
    ...rings,
    {
      // Short dashes, thinner than any relation: what is inferred is round dots in its family's colour.
      selector: 'edge.candidate',
      style: {
        width: 1.5,
        'line-color': colours['ink-2'],
        'line-style': 'dashed',
        'line-dash-pattern': [1.5, 3.5],
        'target-arrow-shape': 'vee',
        'target-arrow-color': colours['ink-2'],
        'source-arrow-color': colours['ink-2'],
        'arrow-scale': 0.8,
        'z-index': 1,
      },
    },
    { selector: 'edge.candidate.either', style: { 'source-arrow-shape': 'vee' } },
    { selector: '.apart', style: { opacity: APART_OPACITY } },
    { selector: '.gone', style: { opacity: REST_OPACITY } },
  ];
}

function lineBasics(colours: Colours): cytoscape.StylesheetJson {
  return [
    {
      selector: 'edge',
      style: {
        width: (line: cytoscape.EdgeSingular) => numberOf(line, 'width'),
        'curve-style': 'straight',
        'source-distance-from-node': 3,
        'target-distance-from-node': 3,
        'arrow-scale': 0.95,
        'overlay-opacity': 0,
        'line-outline-color': colours.canvas,
      },
    },
    {
      selector: 'edge.bent',
      style: {
        'curve-style': 'unbundled-bezier',
        'edge-distances': 'node-position',
        'control-point-distances': (line: cytoscape.EdgeSingular) => [numberOf(line, 'distance')],
        'control-point-weights': (line: cytoscape.EdgeSingular) => [numberOf(line, 'weight')],
      },
    },
    { selector: 'edge.loop', style: { 'curve-style': 'bezier' } },
  ];
}

function lineStyle(family: RelationFamily, colours: Colours): cytoscape.StylesheetJson {
  const look = LINE_APPEARANCE[family];
  const colour = colours[look.colour];
  const plain: cytoscape.Css.Edge = {
    'line-color': colour,
    'target-arrow-color': colour,
    'target-arrow-shape': ARROWS[look.end],
  };
  if (!look.pipe) return [{ selector: `edge.${family}`, style: plain }];
  return [
    {
      // Two rails: a line in the ground's colour with an outline.
      selector: `edge.${family}`,
      style: {
        ...plain,
        'line-color': colours.canvas,
        'line-outline-width': 1.2,
        'line-outline-color': colour,
        'target-arrow-fill': 'hollow',
        'arrow-scale': 1.1,
      },
    },
  ];
}

function lineStates(colours: Colours): cytoscape.StylesheetJson {
  const inferred = families().map((family) => ({
    selector: `edge.${family}.inferred`,
    style: { 'line-color': colours[LINE_APPEARANCE[family].colour], 'line-outline-width': 0 },
  }));
  return [
    { selector: 'edge.possible', style: { 'line-style': 'dashed', 'line-dash-pattern': [9, 5] } },
    ...inferred,
    {
      selector: 'edge.inferred',
      style: {
        width: 1.8,
        'line-style': 'dashed',
        'line-dash-pattern': [0.1, 5.2],
        'line-cap': 'round',
        'target-arrow-shape': 'chevron',
        'target-arrow-fill': 'filled',
        'arrow-scale': 0.8,
      },
    },
    { selector: 'edge.undirected', style: { 'target-arrow-shape': 'none' } },
    { selector: 'edge.lit', style: { 'z-index': 3 } },
    {
      selector: 'edge.selected',
      style: { 'underlay-color': colours.select, 'underlay-opacity': 0.16, 'underlay-padding': 5, 'z-index': 4 },
    },
  ];
}
