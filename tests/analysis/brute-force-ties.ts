/**
 * Ties by brute force: every simple path of relations from a cluster, each read as a word, and the words that match the
 * grammar of a chain (as a regular expression) kept. Written from that page alone, over plain lists: it shares nothing with
 * api/analysis but its weights' values, so that the two can disagree.
 */
import {
  EVIDENCE_KINDS,
  heldAt,
  lastDay,
  periodBounds,
  type EvidenceKind,
  type NodeType,
  type PartialDate,
  type Period,
  type RelationType,
} from '#vocabulary';
import { TIE_WEIGHTS } from '../../api/analysis/ties/weights.ts';

export interface PlainNode {
  readonly id: string;
  readonly type: NodeType;
  readonly kind: string | null;
}

export interface PlainRelation {
  readonly id: string;
  readonly type: RelationType;
  readonly from: string;
  readonly to: string;
  readonly period: Period;
  readonly evidence: EvidenceKind;
  readonly scrap: boolean;
}

export interface BruteForceRequest {
  readonly evidence: readonly EvidenceKind[];
  readonly referenceDay: PartialDate;
  readonly asOf?: PartialDate | undefined;
  readonly scope?: 'CLUSTER' | 'GROUP' | undefined;
}

export interface BruteForceTie {
  readonly cluster: string;
  readonly largeIndustry: string;
  readonly evidenceClass: EvidenceKind;
  readonly strength: number;
  readonly strengthAnyEvidence: number;
  readonly chainCount: number;
  readonly chainCountAnyEvidence: number;
  /** Relation ids of every chain, each joined by spaces, ascending. */
  readonly chains: readonly string[];
}

/** s{0,2} ((o{1,3} | i{1,3} | u) f? | p q). */
const GRAMMAR = /^s{0,2}(?:(?:o{1,3}|i{1,3}|u)f?|pq)$/;
const LONGEST_WORD = 6;

const SUPPORT = ['FOSTERS', 'FUNDS', 'TRAINS', 'AGREED_TO_COOPERATE'];
const GOODS = ['SUPPLIES', 'DISTRIBUTES_THROUGH', 'AGREED_TO_SUPPLY', 'POTENTIAL_SUPPLY'];
const STAND_IN = ['MEMBER_OF', 'REPRESENTS', 'PART_OF'];

/** The letter of a relation walked along (forwards) or against its direction; null where it has none. */
function letterOf(relation: PlainRelation, forwards: boolean): string | null {
  const { type } = relation;
  if (type === 'SAME_AS_PROBABLY' || (STAND_IN.includes(type) && !forwards)) return 's';
  if (GOODS.includes(type) && !relation.scrap) return forwards ? 'o' : 'i';
  if (SUPPORT.includes(type)) return 'u';
  if (type === 'FACILITY_OF' && forwards) return 'f';
  if ((type === 'SUPPORTS' || type === 'DRAWS_FROM') && !forwards) return 'p';
  if (type === 'INVOLVES' && forwards) return 'q';
  return null;
}

interface Step {
  readonly relation: PlainRelation;
  readonly letter: string;
  readonly to: string;
}

/** What the regular expression cannot say: goods pass through no other cluster, and p comes from a programme. */
function nodesFit(path: readonly Step[], typeOf: (id: string) => NodeType | undefined): boolean {
  return path.every((step, i) => {
    const next = path[i + 1];
    const goodsGoOn = next !== undefined && 'oi'.includes(step.letter) && 'oi'.includes(next.letter);
    if (goodsGoOn && typeOf(step.to) === 'SmiCluster') return false;
    return step.letter !== 'p' || typeOf(step.to) === 'Programme';
  });
}

function weightOf(step: Step): number {
  if (step.letter === 'p' || step.letter === 'q') return TIE_WEIGHTS.kind.SHARED_PROGRAMME;
  const weights: Readonly<Record<string, number>> = TIE_WEIGHTS.kind;
  return weights[step.relation.type] ?? NaN;
}

function recency(period: Period, day: number): number {
  const dates = [period.from, period.to, ...period.attested].filter((date) => date !== null && date !== '..');
  const always = period.from === '..' && period.to === '..';
  if (dates.length === 0 && !always) return 0.25;
  const { earliestEnd, latestStart } = periodBounds(period);
  const years = Math.max(0, day - earliestEnd, latestStart - day) / 365.25;
  return Math.max(0.1, 2 ** (-years / 5));
}

function strengthOf(path: readonly Step[], day: number): number {
  const dated = path.filter(({ letter }) => !'sf'.includes(letter));
  const kind = Math.min(...dated.map(weightOf));
  const goods = path.filter(({ letter }) => 'oi'.includes(letter)).length;
  const standIns = path.filter(({ letter }) => letter === 's').length;
  const weakest = Math.min(...path.map(({ relation }) => TIE_WEIGHTS.evidence[relation.evidence]));
  const oldest = Math.min(...dated.map(({ relation }) => recency(relation.period, day)));
  return kind * 0.5 ** Math.max(0, goods - 1) * 0.9 ** standIns * weakest * oldest;
}

function weakestClass(path: readonly Step[]): EvidenceKind {
  return path
    .map(({ relation }) => relation.evidence)
    .reduce((a, b) => (EVIDENCE_KINDS[a].rank >= EVIDENCE_KINDS[b].rank ? a : b));
}

/** In no order that matters; exponential in the size of the graph. */
export function bruteForceTies(
  nodes: readonly PlainNode[],
  relations: readonly PlainRelation[],
  request: BruteForceRequest,
): readonly BruteForceTie[] {
  const types = new Map(nodes.map(({ id, type }) => [id, type]));
  const { asOf } = request;
  const stepsFrom = new Map<string, Step[]>();
  for (const relation of relations) {
    if (!request.evidence.includes(relation.evidence)) continue;
    if (asOf !== undefined && heldAt(periodBounds(relation.period), asOf) === 'NO') continue;
    for (const forwards of [true, false]) {
      const letter = letterOf(relation, forwards);
      if (letter === null) continue;
      const from = forwards ? relation.from : relation.to;
      const to = forwards ? relation.to : relation.from;
      stepsFrom.set(from, [...(stepsFrom.get(from) ?? []), { relation, letter, to }]);
    }
  }

  const found = new Map<string, { cluster: string; largeIndustry: string; paths: (readonly Step[])[] }>();
  const extend = (cluster: string, path: readonly Step[], visited: readonly string[]): void => {
    const end = visited.at(-1) ?? cluster;
    const word = path.map(({ letter }) => letter).join('');
    if (types.get(end) === 'LargeIndustry' && GRAMMAR.test(word) && nodesFit(path, (id) => types.get(id))) {
      const key = `${cluster} ${end}`;
      const tie = found.get(key) ?? { cluster, largeIndustry: end, paths: [] };
      found.set(key, { ...tie, paths: [...tie.paths, path] });
    }
    if (path.length === LONGEST_WORD) return;
    for (const step of stepsFrom.get(end) ?? []) {
      if (!visited.includes(step.to)) extend(cluster, [...path, step], [...visited, step.to]);
    }
  };
  for (const { id, type, kind } of nodes) {
    if (type !== 'SmiCluster' || (kind === 'GROUP') !== (request.scope === 'GROUP')) continue;
    extend(id, [], [id]);
  }
  return [...found.values()].map((tie) => summarise(tie, lastDay(request.referenceDay)));
}

function summarise(
  tie: { readonly cluster: string; readonly largeIndustry: string; readonly paths: readonly (readonly Step[])[] },
  day: number,
): BruteForceTie {
  const evidenceClass = tie.paths
    .map(weakestClass)
    .reduce((a, b) => (EVIDENCE_KINDS[a].rank <= EVIDENCE_KINDS[b].rank ? a : b));
  const ofClass = tie.paths.filter((path) => weakestClass(path) === evidenceClass);
  return {
    cluster: tie.cluster,
    largeIndustry: tie.largeIndustry,
    evidenceClass,
    strength: Math.max(...ofClass.map((path) => strengthOf(path, day))),
    strengthAnyEvidence: Math.max(...tie.paths.map((path) => strengthOf(path, day))),
    chainCount: ofClass.length,
    chainCountAnyEvidence: tie.paths.length,
    chains: tie.paths.map((path) => path.map(({ relation }) => relation.id).join(' ')).sort(),
  };
}
