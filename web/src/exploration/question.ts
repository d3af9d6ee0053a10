import type { EvidenceKind, NodeId, PartialDate } from '#vocabulary';

/** CLUSTER: clusters in one place. GROUP: groups without one place (cooperatives, scattered trades). */
type Scope = 'CLUSTER' | 'GROUP';

/** What is asked: "Which SMI clusters are tied to large industry?" and its filters; null filters nothing. */
export interface Question {
  readonly scope: Scope;
  readonly place: NodeId | null;
  readonly sector: NodeId | null;
  readonly largeIndustry: NodeId | null;
  /** Keeps what held, or possibly held, then. */
  readonly asOf: PartialDate | null;
  /** Kinds of evidence that count; at least DOCUMENTED. */
  readonly evidence: readonly EvidenceKind[];
}

export const DOCUMENTED_ONLY: readonly EvidenceKind[] = ['DOCUMENTED'];
export const WITH_INFERRED: readonly EvidenceKind[] = ['DOCUMENTED', 'GENERAL_KNOWLEDGE', 'INFERRED'];

/** How far the evidence asked for reaches: what a source says, what is widely known as well, or also what is inferred. */
export type EvidenceReach = 'DOCUMENTED' | 'GENERAL' | 'ANY';

export function evidenceReach(evidence: readonly EvidenceKind[]): EvidenceReach {
  if (evidence.includes('INFERRED')) return 'ANY';
  return evidence.includes('GENERAL_KNOWLEDGE') ? 'GENERAL' : 'DOCUMENTED';
}

export const FIRST_QUESTION: Question = {
  scope: 'CLUSTER',
  place: null,
  sector: null,
  largeIndustry: null,
  asOf: null,
  evidence: DOCUMENTED_ONLY,
};

/** Whether relations count alike under both questions: the same date, the same evidence. */
export function sameFilters(a: Question, b: Question): boolean {
  return (
    a.asOf === b.asOf &&
    a.evidence.length === b.evidence.length &&
    a.evidence.every((kind) => b.evidence.includes(kind))
  );
}

/** Whether two questions ask the same. */
export function sameQuestion(a: Question, b: Question): boolean {
  return (
    a.scope === b.scope &&
    a.place === b.place &&
    a.sector === b.sector &&
    a.largeIndustry === b.largeIndustry &&
    sameFilters(a, b)
  );
}
