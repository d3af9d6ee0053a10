import type { TFunction } from 'i18next';
import type { Language, NodeId } from '#vocabulary';
import type { Trace, TraceAsked } from '../../actions/tracing.ts';
import { isWebAddress } from '../../export/brief.ts';
import { fileName } from '../../export/file-name.ts';
import type { Measure } from '../../export/picture/drawing.ts';
import { svgText } from '../../export/picture/svg.ts';
import type { Colours } from '../../appearance/colours.ts';
import { layTiersOut } from '../../tiers/layout.ts';
import { spokenBox } from '../../tiers/spoken.ts';
import { tierGraph } from '../../tiers/tier-graph.ts';
import type { PicturedNode } from '../../tiers/tier-picture.tsx';
import { coloursOnPaper } from '../export/colours.ts';
import { measureInBrowser, pngOf } from '../export/paint.ts';
import { save } from '../export/save.ts';
import { drawTiers, type TierScene } from './tier-drawing.ts';

export type TierPictureForm = 'SVG' | 'PNG';

/** What a trace says of itself, in words. */
export interface StatedTrace {
  /** Of the root. */
  readonly name: string;
  readonly question: string;
  readonly types: string;
  readonly evidence: string;
  readonly date: string;
  /** How much is shown of how much. */
  readonly extent: string;
  readonly revision: string;
  readonly madeAt: Date;
}

/** What a picture of a trace is made from. */
export interface PicturedTrace {
  readonly asked: Pick<TraceAsked, 'root' | 'direction' | 'depth'>;
  readonly trace: Pick<Trace, 'ways' | 'totalCount'>;
  readonly stated: StatedTrace;
  readonly nodeOf: (id: NodeId) => PicturedNode;
  readonly formats: {
    readonly language: Language;
    readonly number: (value: number) => string;
    readonly percent: (part: number) => string;
    readonly list: (items: readonly string[]) => string;
  };
  readonly t: TFunction;
}

/** From column to column, and the height that a small trace fills, in pixels: the same whatever screen it was looked at on. */
const SHEET = { pitch: 300, room: 420 } as const;

/** Saves the picture of a trace in the colours of paper, with what was asked, on what ground, and whose word it is. @throws when the browser cannot draw it */
export async function saveTierPicture(form: TierPictureForm, pictured: PicturedTrace): Promise<void> {
  const { stated, t } = pictured;
  const measure: Measure = await measureInBrowser();
  const drawing = drawTiers(tierScene(pictured, coloursOnPaper()), measure);
  const svg = (): Blob => new Blob([svgText(drawing)], { type: 'image/svg+xml;charset=utf-8' });
  const blob = form === 'PNG' ? await pngOf(drawing) : svg();
  save({
    name: fileName(t('tiers.fileName', { name: stated.name }), stated.madeAt, form === 'PNG' ? 'png' : 'svg'),
    blob,
  });
}

/** The scene of a trace. Sources are those of every relation that is drawn, each once, by title. */
function tierScene({ asked, trace, stated, nodeOf, formats, t }: PicturedTrace, colours: Colours): TierScene {
  const { root, direction, depth } = asked;
  const { language, number, percent, list } = formats;
  const graph = tierGraph(root, trace.ways, trace.ways.length < trace.totalCount);
  const layout = layTiersOut(graph, { direction, depth, ...SHEET });
  const sources = sourcesOf(trace.ways);
  return {
    layout,
    direction,
    nodeOf,
    spokenOf: (box) => spokenBox(box, { layout, direction, nodeOf, t, list, number }),
    words: {
      title: stated.question,
      about: [
        [t('tiers.counted'), stated.types],
        [t('filter.ASOF'), stated.date],
        [t('filter.EVIDENCE'), stated.evidence],
        [t('export.shown'), stated.extent],
        [t('export.revision'), stated.revision],
        [t('export.made'), stated.madeAt.toISOString()],
      ].map(([label, text]) => `${label}: ${text}`),
      notes: [],
      sourcesTitle: t('export.sources', { count: sources.length, shown: number(sources.length) }),
      sources,
    },
    colours,
    language,
    number,
    percent,
    t,
  };
}

function sourcesOf(ways: Trace['ways']): readonly { readonly text: string; readonly address: string | null }[] {
  const all = ways.flatMap(({ steps }) =>
    steps.flatMap(({ relations }) => relations.flatMap(({ evidence }) => evidence.map(({ source }) => source))),
  );
  return [...new Map(all.map((source) => [source.id, source])).values()]
    .toSorted((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : 0))
    .map(({ title, publisher, date, url }) => ({
      text: [title, publisher, date, url].flatMap((part) => part ?? []).join('. '),
      address: url !== null && isWebAddress(url) ? url : null,
    }));
}
