/** How far a support is known to have come, and over which time. */
import {
  firstDay,
  lastDay,
  OPEN,
  periodBounds,
  PeriodError,
  type PartialDate,
  type Period,
  type RelationType,
  type TargetStatus,
} from '#vocabulary';
import type { NodeIndex, Projection, RelationIndex } from '../../projection/projection.ts';
import { follower } from '../gaps/follow.ts';
import type { SupportStatus } from './coverage-types.ts';
import { PLACE_EVIDENCE } from './place-evidence.ts';

const DOCUMENTED = ['DOCUMENTED'] as const;
/** The further one counts where a programme says both; TARGETED is no word on how far it has come. */
const HELD_BACK: readonly TargetStatus[] = ['INITIAL_TARGET', 'COMMITTED'];

export interface ReadPeriod {
  readonly period: Period;
  /** IMPLEMENTS from which an end was taken. */
  readonly relations: readonly RelationIndex[];
}

/**
 * The period of a relation of support; what it leaves unknown is taken from the documented IMPLEMENTS of the programme that supports,
 * when all that state this end agree on it and it is no open one. What would make the period impossible is not taken.
 */
export function periodReader(projection: Projection): (support: RelationIndex, supporter: NodeIndex) => ReadPeriod {
  const carriedOut = follower(projection, {
    types: ['IMPLEMENTS'],
    evidence: DOCUMENTED,
    asOf: undefined,
    backwards: true,
  });
  const endOf = (programme: NodeIndex, end: 'from' | 'to') => {
    const stating = carriedOut(programme).flatMap(({ relations }) =>
      relations.flatMap((relation) => {
        const date = projection.relationPeriod(relation)[end];
        return date === null || date === OPEN ? [] : [{ date, relation }];
      }),
    );
    const [first] = stating;
    return first !== undefined && stating.every(({ date }) => date === first.date)
      ? { date: first.date, stating }
      : null;
  };
  return (support, supporter) => {
    const stated = projection.relationPeriod(support);
    if (projection.nodeType(supporter) !== 'Programme') return { period: stated, relations: [] };
    const from = stated.from === null ? endOf(supporter, 'from') : null;
    const to = stated.to === null ? endOf(supporter, 'to') : null;
    const period: Period = {
      from: from?.date ?? stated.from,
      to: to?.date ?? stated.to,
      attested: stated.attested,
    };
    if ((from === null && to === null) || !isPossible(period)) return { period: stated, relations: [] };
    const taken = [...(from?.stating ?? []), ...(to?.stating ?? [])].map(({ relation }) => relation);
    return { period, relations: [...new Set(taken)].sort((a, b) => a - b) };
  };
}

function isPossible(period: Period): boolean {
  try {
    periodBounds(period);
    return true;
  } catch (error) {
    if (error instanceof PeriodError) return false;
    throw error;
  }
}

export interface ReadStatus {
  readonly status: SupportStatus;
  readonly relations: readonly RelationIndex[];
}

/** One support of one cluster. */
interface StatusOf {
  readonly cluster: NodeIndex;
  readonly supporter: NodeIndex;
  readonly type: RelationType;
  readonly period: Period;
}

/** A programme's documented TARGETS of a place that holds the cluster keep its support from counting as more than they say. */
export function statusReader(projection: Projection, referenceDay: PartialDate): (of: StatusOf) => ReadStatus {
  const targets = follower(projection, { types: ['TARGETS'], evidence: DOCUMENTED, asOf: undefined });
  const heldBack = ({ cluster, supporter }: StatusOf): ReadStatus | null => {
    const covering = targets(supporter).filter(({ node }) =>
      projection.isWithin(cluster, node, undefined, PLACE_EVIDENCE),
    );
    for (const status of HELD_BACK) {
      const saying = covering.flatMap(({ relations }) =>
        relations.filter((relation) => projection.relationStatus(relation) === status),
      );
      if (saying.length > 0 && status !== 'TARGETED') return { status, relations: saying };
    }
    return null;
  };
  return (of) => {
    if (of.type === 'PLANS_TO_SUPPORT') return { status: 'PLANNED', relations: [] };
    if (of.type === 'AGREED_TO_COOPERATE') return { status: 'AGREED', relations: [] };
    return heldBack(of) ?? { status: statusOfPeriod(of.period, referenceDay), relations: [] };
  };
}

function statusOfPeriod({ from, to }: Period, referenceDay: PartialDate): SupportStatus {
  const day = lastDay(referenceDay);
  if (to !== null && to !== OPEN && lastDay(to) <= day) return 'CARRIED_OUT';
  if (from !== null && (from === OPEN || firstDay(from) <= day)) return 'BEGUN';
  return 'RECORDED';
}
