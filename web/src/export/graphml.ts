import { markable, NODE_ATTRIBUTES, RELATION_ATTRIBUTES, sourceLines, type Attribute } from './attributes.ts';
import type { ExportContent } from './content.ts';
import { nameToken, xmlAttributes, xmlText } from './xml.ts';

const TYPE = { string: 'string', boolean: 'boolean', integer: 'int', double: 'double' } as const;

type NodeItem = ExportContent['nodes'][number];

const PLACED: readonly Attribute<NodeItem>[] = [
  { name: 'name', type: 'string', value: ({ name }) => name },
  ...NODE_ATTRIBUTES,
  { name: 'x', type: 'double', value: ({ x }) => x },
  { name: 'y', type: 'double', value: ({ y }) => y },
];

/**
 * The view as GraphML 1.0 (graphml.graphdrawing.org, schema 1.1). What was asked, and the sources, are data of the graph. An
 * id that is no XML name token gets a number instead; the property `id` always holds it whole.
 */
export function graphmlText({ statement, nodes, relations, sources }: ExportContent): string {
  const names = new Map(nodes.map(({ id }, at) => [id, nameToken(id) ?? `n${at}`]));
  const [ofNodes, ofRelations] = [markable(PLACED, nodes), markable(RELATION_ATTRIBUTES, relations)];
  const about = [...statement.lines, { key: 'sources', label: 'Sources', text: sourceLines(sources) }];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"' +
      ' xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.1/graphml.xsd">',
    ...about.map(({ key }) => keyTag(`g_${key}`, 'graph', key, 'string')),
    ...ofNodes.map(({ name, type }) => keyTag(`n_${name}`, 'node', name, TYPE[type])),
    ...ofRelations.map(({ name, type }) => keyTag(`r_${name}`, 'edge', name, TYPE[type])),
    '<graph id="view" edgedefault="directed">',
    ...about.map(({ key, text }) => `<data${xmlAttributes({ key: `g_${key}` })}>${xmlText(text)}</data>`),
    ...nodes.map(
      (node) => `<node${xmlAttributes({ id: names.get(node.id) ?? '' })}>${dataOf('n', ofNodes, node)}</node>`,
    ),
    ...relations.map((relation, at) => {
      const [source, target] = [names.get(relation.from), names.get(relation.to)];
      if (source === undefined || target === undefined) return '';
      const id = nameToken(relation.id) ?? `r${at}`;
      return `<edge${xmlAttributes({ id, source, target })}>${dataOf('r', ofRelations, relation)}</edge>`;
    }),
    '</graph>',
    '</graphml>',
    '',
  ].join('\n');
}

function keyTag(id: string, of: 'graph' | 'node' | 'edge', name: string, type: string): string {
  return `<key${xmlAttributes({ id, for: of, 'attr.name': name, 'attr.type': type })}/>`;
}

function dataOf<Item>(prefix: string, attributes: readonly Attribute<Item>[], item: Item): string {
  return attributes
    .map(({ name, value }) => {
      const held = value(item);
      return held === null ? '' : `<data${xmlAttributes({ key: `${prefix}_${name}` })}>${xmlText(String(held))}</data>`;
    })
    .join('');
}
