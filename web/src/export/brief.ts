import type { ExportContent, ExportedEvidence } from './content.ts';
import { xmlAttributes, xmlText } from './xml.ts';

/** The words of a brief that are not in its content. */
export interface BriefWords {
  readonly madeWith: string;
  readonly picture: string;
  readonly relations: string;
  readonly nodes: string;
  readonly figures: string;
  readonly sources: string;
  readonly from: string;
  readonly relation: string;
  readonly to: string;
  readonly period: string;
  readonly evidence: string;
  readonly name: string;
  readonly type: string;
  readonly place: string;
  readonly sector: string;
  readonly relationCount: string;
  readonly disputed: string;
  readonly restricted: string;
  readonly noDate: string;
  /** What a figure says: `96.07 %, approximately`. */
  readonly figure: (figure: ExportContent['figures'][number]) => string;
  /** A number as the language writes it. */
  readonly number: (value: number) => string;
}

const STYLE = `
:root { color-scheme: light; }
body { margin: 0 auto; max-width: 1120px; padding: 32px 24px 64px; background: #fff; color: #15201d;
  font: 14px/20px 'Inter Variable', Inter, system-ui, 'Hiragino Sans', 'Noto Sans JP', 'Noto Sans CJK JP', sans-serif; }
h1 { margin: 0 0 8px; font-size: 24px; line-height: 30px; font-weight: 620; }
h2 { margin: 40px 0 8px; font-size: 17px; line-height: 24px; font-weight: 620; }
p { margin: 0 0 8px; }
h1, h2, p, td, th, dd, li { overflow-wrap: anywhere; }
.answer { font-size: 17px; line-height: 24px; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 16px; margin: 16px 0; }
dt { color: #4a5652; }
dd { margin: 0; }
figure { margin: 0; overflow-x: auto; border: 1px solid #dde0dd; }
svg { display: block; max-width: 100%; height: auto; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: 12px; line-height: 17px; font-variant-numeric: tabular-nums; }
th, td { padding: 5px 12px 5px 0; border-bottom: 1px solid #dde0dd; text-align: left; vertical-align: top; }
th { min-width: 72px; color: #4a5652; font-weight: 550; }
td.number { text-align: right; }
.inferred td { color: #4a5652; font-style: italic; }
.disputed { color: #8a4b00; }
.restricted { padding: 0 4px; border: 1px dotted #4a5652; border-radius: 3px; color: #4a5652; font-size: 11px; font-style: normal; white-space: nowrap; }
.refs { white-space: normal; font-size: 11px; }
ol { padding-left: 32px; font-size: 12px; line-height: 18px; }
.type { display: block; color: #4a5652; }
a { color: #0a58ca; }
footer { margin-top: 40px; color: #4a5652; font-size: 12px; }
@media print {
  body { max-width: none; padding: 0; font-size: 10pt; }
  h2 { break-after: avoid; }
  tr, li { break-inside: avoid; }
  thead { display: table-header-group; }
  a { color: inherit; }
  .scroll, figure { overflow: visible; }
}
`;

/** A table's heading row and its body rows, as HTML. */
interface Rows {
  readonly head: readonly string[];
  readonly body: readonly string[];
}

/**
 * The view as one HTML file that opens anywhere: what was asked, the picture, its relations, nodes and figures, and every
 * source. It holds no script and asks for nothing (its own content policy forbids both); only the sources' links lead out.
 * @param svg the picture as {@link svgText} wrote it, or null without one
 */
export function briefText(content: ExportContent, svg: string | null, words: BriefWords): string {
  const { statement, relations, nodes, figures, sources } = content;
  const numbers = new Map(sources.map(({ id }, at) => [id, at + 1]));
  return [
    '<!doctype html>',
    `<html${xmlAttributes({ lang: statement.language })}>`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="referrer" content="no-referrer">',
    `<title>${xmlText(statement.question)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    '<header>',
    `<h1>${xmlText(statement.question)}</h1>`,
    `<p class="answer">${xmlText(statement.answer)}</p>`,
    `<dl>${statement.lines.map(({ label, text }) => `<dt>${xmlText(label)}</dt><dd>${xmlText(text)}</dd>`).join('')}</dl>`,
    '</header>',
    '<main>',
    svg === null ? '' : section(words.picture, `<figure>${svg}</figure>`),
    section(words.relations, tableOf(relationRows(relations, words, numbers))),
    section(words.nodes, tableOf(nodeRows(nodes, words, numbers))),
    figures.length === 0 ? '' : section(words.figures, tableOf(figureRows(figures, words, numbers))),
    section(words.sources, `<ol>${sources.map((source, at) => sourceItem(source, at + 1, words)).join('\n')}</ol>`),
    '</main>',
    `<footer>${xmlText(words.madeWith)}</footer>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function section(title: string, inside: string): string {
  return `<section><h2>${xmlText(title)}</h2>${inside}</section>`;
}

function tableOf({ head, body }: Rows): string {
  const heading = head.map((title) => `<th scope="col">${xmlText(title)}</th>`).join('');
  return `<div class="scroll"><table><thead><tr>${heading}</tr></thead><tbody>${body.join('\n')}</tbody></table></div>`;
}

/** Beside what is restricted, so that whoever is handed the page knows. */
function markOf({ restricted }: { readonly restricted?: true }, words: BriefWords): string {
  return restricted ? ` <span class="restricted">${xmlText(words.restricted)}</span>` : '';
}

const cell = (text: string): string => `<td>${xmlText(text)}</td>`;

/** The numbers of the sources in the list below, as links to it. */
function references(evidence: readonly ExportedEvidence[], numbers: ReadonlyMap<string, number>): string {
  const cited = [...new Set(evidence.flatMap(({ source }) => numbers.get(source) ?? []))].sort((a, b) => a - b);
  return `<td class="refs">${cited.map((number) => `<a href="#source-${number}">${number}</a>`).join(', ')}</td>`;
}

function relationRows(
  relations: ExportContent['relations'],
  words: BriefWords,
  numbers: ReadonlyMap<string, number>,
): Rows {
  return {
    head: [words.from, words.relation, words.to, words.period, words.evidence, words.sources],
    body: relations.map((relation) => {
      const { fromName, typeLabel, toName, periodText, evidenceLabel, disputed, evidenceClass, evidence } = relation;
      const sign = disputed ? ` <span class="disputed">≠ ${xmlText(words.disputed)}</span>` : '';
      return (
        `<tr${evidenceClass === 'DOCUMENTED' ? '' : ' class="inferred"'}>${cell(fromName)}` +
        `<td>${xmlText(typeLabel)}${sign}${markOf(relation, words)}</td>${cell(toName)}${cell(periodText)}${cell(evidenceLabel)}` +
        `${references(evidence, numbers)}</tr>`
      );
    }),
  };
}

function nodeRows(nodes: ExportContent['nodes'], words: BriefWords, numbers: ReadonlyMap<string, number>): Rows {
  return {
    head: [words.name, words.type, words.place, words.sector, words.relationCount, words.sources],
    body: nodes.map((node) => {
      const { name, typeLabel, places, sectors, relationsShown, relationsTotal, evidence } = node;
      const total = relationsTotal === null ? '' : ` / ${words.number(relationsTotal)}`;
      return (
        `<tr><td>${xmlText(name)}${markOf(node, words)}</td>${cell(typeLabel)}${cell(places.join(', '))}${cell(sectors.join(', '))}` +
        `<td class="number">${xmlText(words.number(relationsShown) + total)}</td>${references(evidence, numbers)}</tr>`
      );
    }),
  };
}

function figureRows(figures: ExportContent['figures'], words: BriefWords, numbers: ReadonlyMap<string, number>): Rows {
  return {
    head: [words.name, words.figures, words.period, words.sources],
    body: figures.map((figure) => {
      const { aboutName, measureLabel, from, to, attested, disputed, evidence } = figure;
      const sign = disputed ? ` <span class="disputed">≠ ${xmlText(words.disputed)}</span>` : '';
      const dates = [from, to].some((date) => date !== null)
        ? [from ?? '?', to ?? '?'].join(' – ')
        : attested.join(', ');
      return (
        `<tr>${cell(aboutName)}<td><span class="type">${xmlText(measureLabel)}</span>${xmlText(words.figure(figure))}${sign}${markOf(figure, words)}</td>` +
        `${cell(dates === '' ? words.noDate : dates)}${references(evidence, numbers)}</tr>`
      );
    }),
  };
}

/** Only what the web's own protocols lead to becomes a link; another address is text. */
export function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url);
}

function sourceItem(source: ExportContent['sources'][number], number: number, words: BriefWords): string {
  const { title, publisher, url, date, licence } = source;
  const link =
    url === null
      ? ''
      : isWebAddress(url)
        ? ` <a${xmlAttributes({ href: url, rel: 'noreferrer noopener' })}>${xmlText(url)}</a>`
        : ` ${xmlText(url)}`;
  const parts = [publisher, date ?? words.noDate, licence].flatMap((part) => part ?? []);
  return `<li id="source-${number}">${xmlText(title)}. ${xmlText(parts.join('. '))}.${link}${markOf(source, words)}</li>`;
}
