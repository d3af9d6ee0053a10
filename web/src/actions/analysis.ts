import {
  asRelationId,
  parseNodeId,
  type Language,
  type NodeId,
  type PartialDate,
  type RelationType,
} from '#vocabulary';
import type { Arrived } from '../exploration/known.ts';
import type { Question } from '../exploration/question.ts';
import { wayOf, type Way } from '../exploration/way.ts';
import { request } from '../requests/client.ts';
import { PathsDocument, type PathsQuery } from '../requests/generated/operations.ts';
import { filtersOf } from './answers.ts';
import { knownNode, knownRelation } from './known.ts';
import { useAnswer, type Answered } from './use-answer.ts';

/** The ways found between two nodes, as many as were asked for, and what is to be said of them. */
export type Ways = PathsQuery['paths'];
/** One way with every parallel relation of its steps. */
export type FoundWay = Ways['nodes'][number];
/** What ways are asked for; evidence and date come from the question. */
export interface WaysAsked {
  readonly from: NodeId;
  /** Another node than `from`. */
  readonly to: NodeId;
  /** 1 to 50. */
  readonly first: number;
  /** null: the usual ones. */
  readonly relationTypes: readonly RelationType[] | null;
  readonly direction: 'OUT' | 'BOTH';
  readonly withoutNodes: readonly NodeId[];
}

/** The shortest ways between two nodes; null asks nothing. */
export function useWays(asked: WaysAsked | null, question: Question): Answered<Ways> {
  const { asOf, evidence } = filtersOf(question);
  const key = asked === null ? null : `ways ${JSON.stringify({ ...asked, asOf, evidence })}`;
  return useAnswer(key, async (signal) => {
    if (asked === null) throw new Error('Nothing was asked');
    const { from, to, first, relationTypes, direction, withoutNodes } = asked;
    const variables = {
      from,
      to,
      first,
      direction,
      asOf,
      evidence: [...evidence],
      relationTypes: relationTypes === null ? null : [...relationTypes],
      excludeNodes: [...withoutNodes],
    };
    return (await request(PathsDocument, variables, signal)).paths;
  });
}

/** The nodes of a way, and the relations between each two. */
type StepByStep = Pick<FoundWay, 'nodes'> & { readonly steps: readonly Pick<FoundWay['steps'][number], 'relations'>[] };

/** A found way as the exploration draws it: along the first of each step's parallel relations. */
export function drawnWay({ nodes, steps }: StepByStep): Way {
  return wayOf(
    nodes.map(({ id }) => parseNodeId(id)),
    steps.flatMap(({ relations }) => relations.slice(0, 1).map(({ id }) => asRelationId(id))),
  );
}

/** What comes along with a found way. */
export function broughtBy(way: StepByStep, language: Language, asOf: PartialDate | null): Arrived {
  return {
    nodes: way.nodes.map((node) => knownNode(node, language)),
    relations: way.steps.flatMap(({ relations }) => relations.map((relation) => knownRelation(relation, asOf))),
  };
}
