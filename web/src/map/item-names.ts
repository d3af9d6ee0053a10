import { NODE_TYPES, type Language, type NodeId, type NodeType } from '#vocabulary';
import { cut, labelText, LINE_HEIGHT, type LabelText, type Measure } from '../canvas/sizes.ts';
import type { MapItem, PlacedNode } from './items.ts';

/** What the names of items depend on. */
export interface NameContext {
  readonly language: Language;
  readonly measure: Measure;
  readonly placesOf: (id: NodeId) => readonly string[];
  readonly number: (value: number) => string;
}

/** A stack's lines are cut at this width; its tooltip says them whole. */
const WIDTH = 170;

/** The name that stands beside an item. */
export function itemText(item: MapItem, context: NameContext): LabelText {
  const [first, second] = item.nodes;
  if (first === undefined) return { name: [], second: null, width: 0, height: 0 };
  if (second === undefined) return labelText(first.node, context.language, context.measure);
  const name = cut(stackName(item, context), 'name', WIDTH, context.measure);
  const kinds = cut(stackKinds(item, context), 'small', WIDTH, context.measure);
  const width = Math.max(context.measure(name, 'name'), context.measure(kinds, 'small'));
  return { name: [name], second: kinds, width: Math.ceil(width), height: LINE_HEIGHT.name + LINE_HEIGHT.small };
}

/** The narrowest place that all of them lie in; without one, the first name and how many others there are. */
export function stackName({ nodes }: MapItem, { placesOf, number }: Pick<NameContext, 'placesOf' | 'number'>): string {
  const [first, ...others] = nodes;
  if (first === undefined) return '';
  const around = ({ node, spot }: PlacedNode): readonly string[] => [
    ...(NODE_TYPES[node.type].family === 'places' ? [node.name] : []),
    ...placesOf(node.id),
    ...(spot.place === null ? [] : [spot.place]),
  ];
  const shared = around(first).find((place) => others.every((other) => around(other).includes(place)));
  return shared ?? `${first.node.name} +${number(others.length)}`;
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
