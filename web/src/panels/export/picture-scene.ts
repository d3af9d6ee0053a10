import type { TFunction } from 'i18next';
import { NODE_TYPES, RELATION_FAMILIES, RELATION_TYPES, type Language, type NodeId } from '#vocabulary';
import type { Colours } from '../../appearance/colours.ts';
import type { DrawnLooks } from '../../exploration/drawn-looks.ts';
import { periodText } from '../../exploration/period-text.ts';
import type { SecondLine, VisibleGraph, VisibleLine, VisibleNode } from '../../exploration/visible-graph.ts';
import { isWebAddress } from '../../export/brief.ts';
import type { ExportContent } from '../../export/content.ts';
import type { LegendEntry, Look, PictureLine, PictureNode, Scene } from '../../export/picture/scene.ts';
import { capitalised } from '../words.ts';
import type { StandingNow } from './standing-now.ts';

/** What a scene is made from. */
export interface Staged {
  readonly graph: VisibleGraph;
  /** Sizes and rings, as they are drawn. */
  readonly looks: DrawnLooks;
  /** A node's name, also of one that is not drawn. */
  readonly nameOf: (id: NodeId) => string;
  /** Leaves only these nodes and what runs between them; null: all. */
  readonly only: ReadonlySet<NodeId> | null;
  readonly standing: StandingNow;
  readonly look: Look | null;
  readonly content: ExportContent;
  readonly colours: Colours;
  /** Whether it says by itself what was asked and on whose word; not inside a page that says it. */
  readonly alone: boolean;
  readonly language: Language;
  readonly number: (value: number) => string;
  readonly t: TFunction;
}

/** The visible graph with its places, as the picture draws it. */
export function sceneOf(staged: Staged): Scene {
  const { graph, only, standing, look, content, colours, alone, number, t } = staged;
  const drawn = graph.nodes.filter(({ id }) => only === null || only.has(id));
  const nodes = drawn.flatMap((node) => pictureNode(staged, node, standing) ?? []);
  const there = new Set(nodes.map(({ id }) => id));
  const shown = graph.lines.filter(({ from, to }) => there.has(from) && there.has(to));
  const names = new Map(graph.nodes.map(({ id, name }) => [id, name]));
  const candidates = candidateLines(staged, there, names);
  const { statement, sources } = content;
  return {
    nodes,
    lines: [...shown.map((line) => pictureLine(staged, line, names)), ...candidates],
    colours,
    look,
    title: statement.question,
    about: statement.lines.filter(({ key }) => key !== 'question').map(({ label, text }) => `${label}: ${text}`),
    alone,
    legend: [
      ...legendOf(staged, drawn, shown),
      ...(candidates.length === 0 ? [] : [{ kind: 'candidate' as const, text: t('export.candidate') }]),
    ],
    notes: namesBeside(graph) ? [] : untiedNote(staged, drawn),
    sourcesTitle: t('export.sources', { count: sources.length, shown: number(sources.length) }),
    sources: sources.map(({ title, publisher, date, url, licence }) => ({
      text: [title, publisher, date, url, licence].flatMap((part) => part ?? []).join('. '),
      address: url !== null && isWebAddress(url) ? url : null,
    })),
    unnamed: (count) => t('export.unnamed', { count, shown: number(count) }),
  };
}

function pictureNode(
  { graph, looks, language, number, t }: Staged,
  node: VisibleNode,
  { places }: StandingNow,
): PictureNode | null {
  const at = places.get(node.id);
  if (at === undefined) return null;
  const { id, type, name, second, hollow, inferred, group, relationCount, hidden } = node;
  const said = secondText(second, language, t);
  const hue = group === null ? looks.colour?.hues.get(id) : undefined;
  const count =
    relationCount === null ? null : t('answer.relations', { count: relationCount, formatted: number(relationCount) });
  const label =
    group === null
      ? NODE_TYPES[type].label[language]
      : t('export.members', { count: group.members.length, shown: number(group.members.length) });
  return {
    id,
    x: at.x,
    y: at.y,
    side: at.side,
    type,
    name,
    second: group === null ? said : label,
    title: [name, label, said, count].filter((part) => part !== null).join(', '),
    hollow,
    inferred,
    members: group?.members.length ?? null,
    count: hidden === null || hidden === 0 || hollow ? null : `+${number(hidden)}`,
    named: !hollow || namesBeside(graph),
    radius: group === null ? looks.size?.radii.get(id) : undefined,
    ring: hue === undefined ? undefined : { hue, number: number(looks.colour?.numbers.get(id) ?? 0) },
    rank: node.selected ? 0 : type === 'SmiCluster' ? (hollow ? 5 : 2) : node.parent === null ? 3 : 4,
  };
}

/** Clusters without a tie stand close together: beside more than a few of them names would not say whose they are. */
function namesBeside({ untied }: VisibleGraph): boolean {
  return untied.length <= FEW;
}

const FEW = 3;

/** Instead of beside them, their names stand under the picture, every one. */
function untiedNote({ number, t }: Staged, drawn: readonly VisibleNode[]): readonly string[] {
  const names = drawn.filter(({ hollow }) => hollow).map(({ name }) => name);
  if (names.length === 0) return [];
  return [t('export.untied', { count: names.length, shown: number(names.length), names: names.join('; ') })];
}

function secondText(second: SecondLine | null, language: Language, t: TFunction): string | null {
  if (second === null) return null;
  if (second.kind === 'places') return second.places.length === 0 ? null : second.places.join(', ');
  const period = periodText(second.period, language);
  return second.agreed ? t('export.agreed', { period }) : period;
}

function pictureLine(
  { language, number, t }: Staged,
  line: VisibleLine,
  names: ReadonlyMap<string, string>,
): PictureLine {
  const { from, to, family, directed, inferred, possible, disputed, width, label, labelAtRest } = line;
  const words = line.types.map((type) => RELATION_TYPES[type].label[language]).join(', ');
  return {
    from,
    to,
    family,
    directed,
    inferred,
    possible,
    disputed,
    width,
    label: label === null || !labelAtRest ? null : labelText(label, language, number, t),
    title: `${names.get(from) ?? from} – ${words} – ${names.get(to) ?? to}`,
  };
}

/** Who could deal with whom, where both are in the picture: no relation, and drawn as none. */
function candidateLines(
  { looks, t }: Staged,
  there: ReadonlySet<string>,
  names: ReadonlyMap<string, string>,
): readonly PictureLine[] {
  return looks.candidates
    .filter(({ cluster, firm }) => there.has(cluster) && there.has(firm))
    .map(({ cluster, firm, direction }) => {
      const [from, to] = direction === 'INPUT' ? [firm, cluster] : [cluster, firm];
      return {
        from,
        to,
        family: 'supply',
        directed: true,
        inferred: false,
        possible: false,
        disputed: false,
        width: 1.5,
        label: null,
        title: `${names.get(from) ?? from} – ${t('export.candidate')} – ${names.get(to) ?? to}`,
        candidate: direction === 'EITHER' ? 'EITHER_WAY' : 'ONE_WAY',
      };
    });
}

function labelText(
  label: NonNullable<VisibleLine['label']>,
  language: Language,
  number: (value: number) => string,
  t: TFunction,
): string {
  switch (label.kind) {
    case 'through':
      return t(label.firmsOnly ? 'export.throughFirms' : 'export.throughBodies', { count: label.count });
    case 'type':
      return RELATION_TYPES[label.type].label[language];
    case 'programme':
      return t('export.sameProgramme');
    case 'count':
      return number(label.count);
  }
}

function legendOf(
  { looks, nameOf, number, language, t }: Staged,
  nodes: readonly VisibleNode[],
  lines: readonly VisibleLine[],
): readonly LegendEntry[] {
  const types = [...new Set(nodes.map(({ type }) => type))];
  const families = [...new Set(lines.filter(({ inferred }) => !inferred).map(({ family }) => family))];
  const [dotted] = lines.filter(({ inferred }) => inferred);
  return [
    ...types.map((type) => ({ kind: 'node' as const, type, text: NODE_TYPES[type].label[language] })),
    ...families.map((family) => ({
      kind: 'line' as const,
      family,
      inferred: false,
      text: RELATION_FAMILIES[family].label[language],
    })),
    ...(dotted === undefined
      ? []
      : [{ kind: 'line' as const, family: dotted.family, inferred: true, text: capitalised(t('answer.inferredTie')) }]),
    ...looksLegend(looks, nameOf, number, t),
  ];
}

/** What sizes and rings say. */
function looksLegend(
  { size, colour }: DrawnLooks,
  nameOf: (id: NodeId) => string,
  number: (value: number) => string,
  t: TFunction,
): readonly LegendEntry[] {
  const most = size === null ? 0 : Math.round(size.greatest * 10_000) / 10_000;
  const sized =
    size === null
      ? []
      : [
          {
            kind: 'size' as const,
            text: t('export.sizeBy', { measure: t(`ranks.measures.${size.measure}`), most: number(most) }),
          },
        ];
  const rings = (colour?.coloured ?? []).map(({ number: community, by }, index) => ({
    kind: 'ring' as const,
    hue: index + 1,
    text: t('export.ring', { number: number(community), name: nameOf(by) }),
  }));
  const others = [...(colour?.hues.values() ?? [])].includes(0)
    ? [{ kind: 'ring' as const, hue: 0, text: t('export.otherRings') }]
    : [];
  return [...sized, ...rings, ...others];
}
