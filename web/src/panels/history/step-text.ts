import type { TFunction } from 'i18next';
import { parseNodeId, type Language, type NodeId } from '#vocabulary';
import type { GroupNodeId } from '../../exploration/arrangement.ts';
import type { Exploration } from '../../exploration/exploration.ts';
import type { GroupKey } from '../../exploration/groups.ts';
import { dateText } from '../../exploration/period-text.ts';
import { evidenceReach, sameFilters, type Question } from '../../exploration/question.ts';
import type { Step } from '../../exploration/step.ts';
import { relationWord } from '../words.ts';

/** What the words of a step are made with. */
export interface StepWords {
  readonly t: TFunction;
  readonly language: Language;
  readonly nodes: Exploration['nodes'];
}

/** Between a node and the kind of relation that is looked at from it. */
const OF = ' · ';

/** A step in words, such as "expand SMIDeP · implements". */
export function stepText(step: Step, words: StepWords): string {
  const { t } = words;
  switch (step.kind) {
    case 'ASK':
      return t('history.ask', { change: changes(step.before, step.question, words).join(', ') });
    case 'MORE_TIES':
      return t('history.moreTies', { count: step.count });
    case 'EXPAND':
      return t('history.expand', { what: groupsText(step.groups, words) });
    case 'SHOW_MORE':
      return t('history.showMore', { what: groupsText([step.group], words) });
    case 'COLLAPSE':
      return t('history.collapse', { what: groupsText(step.groups, words) });
    case 'LAYOUT':
      return t('history.layout', { what: t(`history.layouts.${step.layout}`) });
    case 'GROUPING':
      return t('history.grouping', { what: t(`history.groupings.${step.grouping}`) });
    case 'OPEN_GROUP':
      return t('history.openGroup', { what: groupName(step.group, words) });
    case 'CLOSE_GROUP':
      return t('history.closeGroup', { what: groupName(step.group, words) });
    case 'ADD_WAY':
    case 'DROP_WAY':
      return t(wayWords(step), { from: nameOf(step.from, words), to: nameOf(step.to, words) });
    case 'SHOW_PICTURE':
      return t('history.showPicture', { count: step.count });
    case 'SIZE':
      return step.measure === null
        ? t('history.plainSize')
        : t('history.size', { what: t(`history.measures.${step.measure}`) });
    case 'CANDIDATES':
      return step.count === 0 ? t('history.dropCandidates') : t('history.candidates', { count: step.count });
    case 'COLOUR':
      return step.coloured ? t('history.colour') : t('history.plainColour');
    case 'DROP_PICTURE':
      return t('history.dropPicture');
    case 'OPEN_VIEW':
      return step.name === null ? t('history.openLink') : t('history.openView', { name: step.name });
    default:
      return t(NODE_STEPS[step.kind], { what: nodesText(step.nodes, words) });
  }
}

const WAY_STEPS = {
  ADD_WAY: { NONE: 'history.addWay', UPSTREAM: 'history.addSuppliers', DOWNSTREAM: 'history.addBuyers' },
  DROP_WAY: { NONE: 'history.dropWay', UPSTREAM: 'history.dropSuppliers', DOWNSTREAM: 'history.dropBuyers' },
} as const;

function wayWords({ kind, tiers }: Extract<Step, { readonly kind: 'ADD_WAY' | 'DROP_WAY' }>): WayWords {
  return WAY_STEPS[kind][tiers ?? 'NONE'];
}

type WayWords = (typeof WAY_STEPS)['ADD_WAY' | 'DROP_WAY']['NONE' | 'UPSTREAM' | 'DOWNSTREAM'];

/** Steps that say which nodes they are about. */
const NODE_STEPS = {
  PLACE: 'history.place',
  UNPLACE: 'history.unplace',
  HIDE: 'history.hide',
  KEEP_ONLY: 'history.keepOnly',
  BRING_BACK: 'history.bringBack',
  PIN: 'history.pin',
  UNPIN: 'history.unpin',
} as const;

function nameOf(id: NodeId, { nodes }: StepWords): string {
  return nodes[id]?.name ?? id;
}

/** One by its name, several by their number. */
function nodesText(ids: readonly NodeId[], words: StepWords): string {
  const [only, ...rest] = ids;
  return only !== undefined && rest.length === 0
    ? nameOf(only, words)
    : words.t('history.nodes', { count: ids.length });
}

/** A group by its node and relation, several of a node by their number, those of several nodes by the nodes' number. */
export function groupsText(groups: readonly GroupKey[], words: StepWords): string {
  const [first, ...rest] = groups;
  if (first === undefined) return '';
  if (rest.some(({ of }) => of !== first.of)) return nodesText([...new Set(groups.map(({ of }) => of))], words);
  const kind =
    rest.length === 0
      ? relationWord(first.relationType, first.direction, words.language)
      : words.t('history.kinds', { count: groups.length });
  return nameOf(first.of, words) + OF + kind;
}

/** A group has the name of what its members have in common, if that is a node. */
function groupName(group: GroupNodeId, words: StepWords): string {
  const by = group.replace(/^group:[A-Z]+:/, '');
  return Object.hasOwn(words.nodes, by) ? nameOf(parseNodeId(by), words) : by;
}

/** What another question asks otherwise, part by part. */
function changes(before: Question, after: Question, words: StepWords): readonly string[] {
  const { t, language } = words;
  const node = (id: NodeId | null, none: string): string => (id === null ? none : nameOf(id, words));
  const parts: readonly (readonly [changed: boolean, () => string])[] = [
    [before.scope !== after.scope, () => t(`history.scope.${after.scope}`)],
    [before.place !== after.place, () => node(after.place, t('filter.allPlaces'))],
    [
      before.sector !== after.sector,
      () => (after.sector === null ? `${t('filter.SECTOR')}: ${t('filter.allSectors')}` : node(after.sector, '')),
    ],
    [before.largeIndustry !== after.largeIndustry, () => node(after.largeIndustry, t('question.anyLarge'))],
    [
      before.asOf !== after.asOf,
      () => `${t('filter.ASOF')}: ${after.asOf === null ? t('filter.anyDate') : dateText(after.asOf, language)}`,
    ],
    [!sameFilters({ ...before, asOf: after.asOf }, after), () => t(REACH[evidenceReach(after.evidence)])],
  ];
  return parts.filter(([changed]) => changed).map(([, text]) => text());
}

const REACH = { DOCUMENTED: 'filter.documented', GENERAL: 'filter.general', ANY: 'filter.inferred' } as const;
