import { NODE_TYPES, type Language, type NodeId, type NodeType } from '#vocabulary';
import { cut, labelText, LINE_HEIGHT, type LabelText, type Measure } from '../canvas/sizes.ts';
import type { MapItem, PlacedNode } from './items.ts';

/** What the names of items depend on. */
export interface NameContext {
  readonly language: Language;
  readonly measure: Measure;
  readonly placesOf: (id: NodeId) => readonly string[];
  readonly number: (value: number) => string;
  /** "7 ties"; null where there are none. */
  readonly tiesText: (nodes: readonly NodeId[]) => string | null;
}

/** A stack's lines are cut at this width; its tooltip says them whole. */
const WIDTH = 170;

/** The name that stands beside an item. */
export function itemText(item: MapItem, context: NameContext): LabelText {
  const [first, second] = item.nodes;
  if (first === undefined) return { name: [], second: null, width: 0, height: 0 };
  if (second === undefined) return withTies(first, context);
  const { place, others } = stackPlace(item, context);
  const name = `${cut(place, 'name', WIDTH - context.measure(others, 'name'), context.measure)}${others}`;
  const ties = context.tiesText(item.nodes.map(({ node }) => node.id));
  const kinds = cut(joined([stackKinds(item, context), ties], context), 'small', WIDTH, context.measure);
  const width = Math.max(context.measure(name, 'name'), context.measure(kinds, 'small'));
  return { name: [name], second: kinds, width: Math.ceil(width), height: LINE_HEIGHT.name + LINE_HEIGHT.small };
}

/** A cluster says how many ties it has, too: the other ends may have no place on the map. */
function withTies({ node }: PlacedNode, context: NameContext): LabelText {
  const text = labelText(node, context.language, context.measure);
  const ties = node.type === 'SmiCluster' ? context.tiesText([node.id]) : null;
  if (ties === null) return text;
  const second = joined([text.second, ties], context);
  const width = Math.max(text.width, Math.ceil(context.measure(second, 'small')));
  const height = text.second === null ? text.height + LINE_HEIGHT.small : text.height;
  return { ...text, second, width, height };
}

/** Where a stack is, in words. */
export function stackName(item: MapItem, context: Pick<NameContext, 'placesOf' | 'number'>): string {
  const { place, others } = stackPlace(item, context);
  return place + others;
}

/**
 * The narrowest place that all of them lie in; without one, the first one's place, or name, and how many other points of the map
 * there are.
 */
function stackPlace(
  { nodes }: MapItem,
  { placesOf, number }: Pick<NameContext, 'placesOf' | 'number'>,
): { readonly place: string; readonly others: string } {
  const [first, ...rest] = nodes;
  if (first === undefined) return { place: '', others: '' };
  const around = ({ node, spot }: PlacedNode): readonly string[] => [
    ...(NODE_TYPES[node.type].family === 'places' ? [node.name] : []),
    ...placesOf(node.id),
    ...(spot.place === null ? [] : [spot.place]),
  ];
  const own = around(first);
  const shared = own.find((place) => rest.every((other) => around(other).includes(place)));
  if (shared !== undefined) return { place: shared, others: '' };
  const points = new Set(nodes.map(({ point }) => point)).size - 1;
  return { place: own[0] ?? first.node.name, others: points === 0 ? '' : ` +${number(points)}` };
}

function joined(parts: readonly (string | null)[], { language }: Pick<NameContext, 'language'>): string {
  return parts.filter((part) => part !== null).join(language === 'ja' ? '、' : ', ');
}

/** "4 SMI clusters, 1 large industry": what stands there, most first. */
export function stackKinds({ nodes }: MapItem, { language, number }: Pick<NameContext, 'language' | 'number'>): string {
  const counts = new Map<NodeType, number>();
  for (const { node } of nodes) counts.set(node.type, (counts.get(node.type) ?? 0) + 1);
  const parts = [...counts].sort((a, b) => b[1] - a[1]);
  const word = (type: NodeType, count: number): string => NODE_TYPES[type][count === 1 ? 'label' : 'plural'][language];
  return parts
    .map(([type, count]) =>
      language === 'ja' ? `${word(type, count)} ${number(count)}` : `${number(count)} ${word(type, count)}`,
    )
    .join(language === 'ja' ? '、' : ', ');
}
