import { NODE_TYPES, RELATION_TYPES, type Language, type NodeId, type NodeType } from '#vocabulary';
import type { TFunction } from 'i18next';
import { nodeColour } from '../../appearance/appearance.ts';
import type { Colours } from '../../appearance/colours.ts';
import {
  LINE_HEIGHT,
  pathMark,
  textMark,
  type Drawing,
  type Mark,
  type MarkGroup,
  type Measure,
} from '../../export/picture/drawing.ts';
import { nodeSign } from '../../export/picture/legend.ts';
import { drawSheet, type Drawn, type Worded } from '../../export/picture/sheet.ts';
import { cutText, nameLines } from '../../export/picture/text-lines.ts';
import type { Block } from '../../export/picture/wording.ts';
import { boxNote, standsAgain } from '../../tiers/box-note.ts';
import type { PlacedBand, PlacedBox, TierLayout } from '../../tiers/layout.ts';
import { nameOfBox } from '../../tiers/spoken.ts';
import { stepLook, type StepLook } from '../../tiers/tier-graph.ts';
import type { PicturedNode } from '../../tiers/tier-picture.tsx';
import { bandMarks, bandSample } from './band-marks.ts';

/** What a picture of a trace is drawn from. */
export interface TierScene {
  readonly layout: TierLayout;
  readonly direction: 'UPSTREAM' | 'DOWNSTREAM';
  readonly nodeOf: (id: NodeId) => PicturedNode;
  /** A box in words. */
  readonly spokenOf: (box: PlacedBox) => string;
  /** What it says about itself. */
  readonly words: Omit<Worded, 'legend' | 'colours' | 'alone'>;
  readonly colours: Colours;
  readonly language: Language;
  readonly number: (value: number) => string;
  readonly percent: (part: number) => string;
  readonly t: TFunction;
}

/** Height of the words above the columns, in pixels. */
const HEADS = 46;
/** In a box left of the texts (colour, sign) and right of them, in pixels. */
const [BEFORE, AFTER] = [38, 8];

/** A trace as the screen draws it, whole: tiers as columns with goods from left to right, bands by certainty, what is unknown. */
export function drawTiers(scene: TierScene, measure: Measure): Drawing {
  const { layout, colours, words } = scene;
  const cut: string[] = [];
  const boxes = layout.boxes.map((box) => boxGroup(scene, box, measure, cut));
  const groups = [
    { title: null, marks: headMarks(scene) },
    ...[
      ...layout.bands.map((band) => bandGroup(scene, band)),
      ...(layout.unknown === null ? [] : [unknownGroup(scene, layout.unknown)]),
      ...boxes,
    ].map((group) => lower(group)),
  ];
  const drawn: Drawn = { width: layout.width, height: layout.height + HEADS, groups };
  const legend = (width: number): Block => legendBlock(scene, width, measure);
  return drawSheet(
    { ...words, colours, alone: true, legend, notes: [...words.notes, ...new Set(cut)] },
    drawn,
    measure,
  );
}

function lower({ title, marks }: MarkGroup): MarkGroup {
  return { title, marks: marks.map((mark) => ({ ...mark, y: mark.y + HEADS })) };
}

function headMarks({ layout: { columns, unknown }, direction, colours, number, t }: TierScene): readonly Mark[] {
  return [...columns, ...(unknown === null ? [] : [unknown])].flatMap((column) => {
    const name =
      column.tier === 0
        ? t(direction === 'UPSTREAM' ? 'tiers.buyer' : 'tiers.supplier')
        : t('tiers.Tier', { tier: number(column.tier) });
    const said = column === unknown ? t('tiers.notDocumented') : t('tiers.nodes', { count: column.count });
    return [
      textMark(name, { x: column.x, y: 8 }, { look: 'name', ink: colours.ink }),
      textMark(said, { x: column.x, y: 24 }, { look: 'small', ink: colours['ink-2'] }),
    ];
  });
}

function bandGroup(scene: TierScene, band: PlacedBand): MarkGroup {
  const { layout, direction, nodeOf, colours, language, percent, t } = scene;
  const { step, near, far } = band;
  const upstream = direction === 'UPSTREAM';
  const [from, to] = [upstream ? far : near, upstream ? near : far].map((key) => nameOfBox(layout, key, nodeOf));
  const kinds = [...new Set(step.relations.map(({ type }) => RELATION_TYPES[type].label[language]))].join(', ');
  const share = step.share === null ? t('tiers.shareUnknown') : percent(step.share);
  const marks = [
    stepLook(step) === 'INFERRED' ? t('answer.inferredTie') : null,
    step.held === 'POSSIBLY' ? t('answer.possibleTie') : null,
  ];
  return {
    title: [`${from} · ${kinds} → ${to}`, share, ...marks].filter((part) => part !== null).join(', '),
    marks: bandMarks(band, step.share === null ? t('tiers.unknownShort') : percent(step.share), colours),
  };
}

function unknownGroup(
  { direction, colours, t }: TierScene,
  { x, width, top, bottom, from }: NonNullable<TierLayout['unknown']>,
): MarkGroup {
  const side = direction === 'UPSTREAM' ? x + width : x;
  const reach = (direction === 'UPSTREAM' ? 1 : -1) * width * 0.4;
  const dashed = { stroke: colours['ink-3'], width: 1.4, dash: [5, 4] };
  const middle = { x: x + width / 2, y: (top + bottom) / 2 };
  const note = t('tiers.unknownNote', { count: from.length });
  return {
    title: `${t('tiers.unknown')}: ${note}`,
    marks: [
      pathMark(`M${x} ${top}h${width}v${bottom - top}h${-width}Z`, dashed),
      ...from.map((y) => pathMark(`M${side + reach * 0.06} ${y}H${side + reach}`, dashed)),
      textMark(
        t('tiers.unknown'),
        { x: middle.x, y: middle.y - 7 },
        { look: 'name', ink: colours.ink, anchor: 'middle' },
      ),
      textMark(note, { x: middle.x, y: middle.y + 9 }, { look: 'small', ink: colours['ink-2'], anchor: 'middle' }),
    ],
  };
}

/** @param cut gets the names that are not whole in their box */
function boxGroup(scene: TierScene, box: PlacedBox, measure: Measure, cut: string[]): MarkGroup {
  const { nodeOf, spokenOf, colours, number, t } = scene;
  const { x, y, width, height } = box;
  const { name, type, where } = nodeOf(box.id);
  const room = width - BEFORE - AFTER;
  const names = nameLines(name, room, measure);
  if (names.join(' ') !== name) cut.push(name);
  const note = boxNote(box, t, number);
  const second = note ?? where;
  const top = y + (height - names.length * LINE_HEIGHT.name - (second === null ? 0 : LINE_HEIGHT.small)) / 2;
  const again = standsAgain(box);
  return {
    title: spokenOf(box),
    marks: [
      pathMark(`M${x} ${y}h${width}v${height}h${-width}Z`, {
        fill: colours.panel,
        stroke: colours['line-strong'],
        dash: again ? [5, 4] : [],
      }),
      pathMark(`M${x} ${y}h6v${height}h-6Z`, { fill: colours[nodeColour(type)] }),
      ...nodeSign(type, x + 21, y + height / 2, colours),
      ...names.map((line, at) =>
        textMark(line, { x: x + BEFORE, y: top + (at + 0.5) * LINE_HEIGHT.name }, { look: 'name', ink: colours.ink }),
      ),
      ...(second === null
        ? []
        : [
            textMark(
              cutText(second, 'small', room, measure),
              { x: x + BEFORE, y: top + names.length * LINE_HEIGHT.name + LINE_HEIGHT.small / 2 },
              { look: 'small', ink: note === null ? colours['ink-2'] : colours.warn },
            ),
          ]),
    ],
  };
}

const LOOKS: readonly StepLook[] = ['STATED', 'UNSTATED', 'AGREED', 'INFERRED'];
const ROW = 22;

/** The types and bands that are drawn, each with its sign. */
function legendBlock({ layout, nodeOf, colours, language, t }: TierScene, width: number, measure: Measure): Block {
  const types = [...new Set<NodeType>(layout.boxes.map(({ id }) => nodeOf(id).type))];
  const looks = LOOKS.filter((look) => layout.bands.some(({ step }) => stepLook(step) === look));
  const possible = layout.bands.some(({ step }) => step.held === 'POSSIBLY');
  const entries = [
    ...types.map((type) => ({
      text: NODE_TYPES[type].label[language],
      wide: 24,
      sign: (x: number, y: number) => nodeSign(type, x + 10, y, colours),
    })),
    ...looks.map((look) => ({
      text: t(`tiers.look.${look}`),
      wide: 40,
      sign: (x: number, y: number) => bandSample(look, false, { x, y }, colours),
    })),
    ...(possible
      ? [
          {
            text: t('tiers.possible'),
            wide: 40,
            sign: (x: number, y: number) => bandSample('UNSTATED', true, { x, y }, colours),
          },
        ]
      : []),
  ];
  const marks: Mark[] = [];
  let [x, y] = [0, 0];
  for (const { text, wide, sign } of entries) {
    const whole = wide + measure(text, 'small') + 20;
    if (x > 0 && x + whole > width) [x, y] = [0, y + ROW];
    marks.push(...sign(x, y + ROW / 2));
    marks.push(textMark(text, { x: x + wide, y: y + ROW / 2 }, { look: 'small', ink: colours['ink-2'] }));
    x += whole;
  }
  return { marks, height: y + ROW };
}
