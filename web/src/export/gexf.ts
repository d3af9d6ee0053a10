import { nodeAppearance, nodeColour } from '../appearance/appearance.ts';
import type { Colours } from '../appearance/colours.ts';
import { markable, NODE_ATTRIBUTES, RELATION_ATTRIBUTES, sourceLines, type Attribute } from './attributes.ts';
import type { ExportContent } from './content.ts';
import { xmlAttributes, xmlText } from './xml.ts';

/**
 * The view as GEXF 1.3 (gexf.net), as Gephi reads it: positions, colours and sizes of the picture with it. What was asked,
 * and the sources, stand in the description.
 * @param colours of the theme on screen; a colour that is not written as #rrggbb is left out
 */
export function gexfText({ statement, nodes, relations, sources }: ExportContent, colours: Colours): string {
  const [ofNodes, ofRelations] = [markable(NODE_ATTRIBUTES, nodes), markable(RELATION_ATTRIBUTES, relations)];
  const about = statement.lines.map(({ label, text }) => `${label}: ${text}`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz"' +
      ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"' +
      ' xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">',
    `<meta${xmlAttributes({ lastmodifieddate: statement.madeAt.slice(0, 10) })}>`,
    '<creator>Sentra</creator>',
    `<title>${xmlText(statement.question)}</title>`,
    `<description>${xmlText([...about, sourceLines(sources)].join('\n'))}</description>`,
    '</meta>',
    '<graph defaultedgetype="directed" mode="static">',
    declared('node', ofNodes),
    declared('edge', ofRelations),
    '<nodes>',
    ...nodes.map((node) => {
      const looks = `${colourTag(colours[nodeColour(node.type)])}${placeTag(node.x, node.y)}<viz:size value="${nodeAppearance(node.type).radius}"/>`;
      return `<node${xmlAttributes({ id: node.id, label: node.name })}>${values(ofNodes, node)}${looks}</node>`;
    }),
    '</nodes>',
    '<edges>',
    ...relations.map((relation) => {
      const { id, from, to, typeLabel } = relation;
      const ends = xmlAttributes({ id, source: from, target: to, label: typeLabel });
      return `<edge${ends}>${values(ofRelations, relation)}</edge>`;
    }),
    '</edges>',
    '</graph>',
    '</gexf>',
    '',
  ].join('\n');
}

function declared<Item>(of: 'node' | 'edge', attributes: readonly Attribute<Item>[]): string {
  const tags = attributes.map(({ name, type }) => `<attribute${xmlAttributes({ id: name, title: name, type })}/>`);
  return `<attributes class="${of}" mode="static">${tags.join('')}</attributes>`;
}

function values<Item>(attributes: readonly Attribute<Item>[], item: Item): string {
  const tags = attributes.map(({ name, value }) => {
    const held = value(item);
    return held === null ? '' : `<attvalue${xmlAttributes({ for: name, value: held })}/>`;
  });
  return `<attvalues>${tags.join('')}</attvalues>`;
}

/** Gephi's y axis points upwards. */
function placeTag(x: number | null, y: number | null): string {
  return x === null || y === null ? '' : `<viz:position${xmlAttributes({ x, y: -y, z: 0 })}/>`;
}

function colourTag(colour: string): string {
  const digits = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
  if (digits === null) return '';
  const [r, g, b] = digits.slice(1).map((pair) => Number.parseInt(pair, 16));
  return r === undefined || g === undefined || b === undefined ? '' : `<viz:color${xmlAttributes({ r, g, b })}/>`;
}
