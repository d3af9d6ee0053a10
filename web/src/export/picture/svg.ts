import { possibleInXml, xmlAttributes, xmlText } from '../xml.ts';
import { rounded, TEXT, type Drawing, type Mark, type MarkGroup } from './drawing.ts';

const FONTS = "'Inter Variable', Inter, system-ui, 'Hiragino Sans', 'Noto Sans JP', 'Noto Sans CJK JP', sans-serif";

/**
 * A drawing as SVG 1.1: text is text, nothing is embedded or asked for, no script and no style sheet. The same in a file of
 * its own and inside HTML.
 */
export function svgText({ width, height, ground, title, description, groups }: Drawing): string {
  const size = { width: rounded(width), height: rounded(height) };
  return [
    `<svg xmlns="http://www.w3.org/2000/svg"${xmlAttributes({ ...size, viewBox: `0 0 ${size.width} ${size.height}`, role: 'img', 'font-family': FONTS })}>`,
    `<title>${xmlText(title)}</title>`,
    `<desc>${xmlText(description)}</desc>`,
    `<rect${xmlAttributes({ ...size, fill: ground })}/>`,
    ...groups.map(groupText),
    '</svg>',
    '',
  ].join('\n');
}

function groupText({ title, marks }: MarkGroup): string {
  const inside = marks.map(markText).join('');
  return title === null ? inside : `<g><title>${xmlText(title)}</title>${inside}</g>`;
}

function markText(mark: Mark): string {
  if (mark.kind === 'path') {
    const moved = mark.x === 0 && mark.y === 0 ? '' : `translate(${rounded(mark.x)} ${rounded(mark.y)})`;
    const scaled = mark.scale === 1 ? '' : `scale(${rounded(mark.scale)})`;
    const stroked = mark.stroke === null ? null : mark.width;
    return `<path${xmlAttributes({
      d: mark.path,
      transform: moved + scaled === '' ? null : moved + scaled,
      fill: mark.fill ?? 'none',
      'fill-rule': mark.evenOdd ? 'evenodd' : null,
      stroke: mark.stroke,
      'stroke-width': stroked,
      'stroke-dasharray': mark.stroke === null || mark.dash.length === 0 ? null : mark.dash.join(' '),
      'stroke-linecap': mark.stroke !== null && mark.round ? 'round' : null,
      'stroke-linejoin': mark.stroke !== null && mark.round ? 'round' : null,
    })}/>`;
  }
  const { size, weight } = TEXT[mark.look];
  const text = `<text${xmlAttributes({
    x: rounded(mark.x),
    // The middle of the letters: a third of their size above the line they stand on.
    y: rounded(mark.y + size * 0.36),
    'font-size': size,
    'font-weight': weight,
    'text-anchor': mark.anchor === 'start' ? null : mark.anchor,
    fill: mark.ink,
    stroke: mark.rim,
    'stroke-width': mark.rim === null ? null : 3,
    'stroke-linejoin': mark.rim === null ? null : 'round',
    'paint-order': mark.rim === null ? null : 'stroke',
  })}>${xmlText(possibleInXml(mark.text))}</text>`;
  return mark.address === null ? text : `<a${xmlAttributes({ href: mark.address })}>${text}</a>`;
}
