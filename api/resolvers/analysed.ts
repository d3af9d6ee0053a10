/** Answers of analyses: worked out once however many ask, kept for the pages that follow, off the event loop where they are long. */
import { GraphQLError } from 'graphql';
import { AnalysisRequestError } from '../analysis/request-error.ts';
import type { AnalysisAnswer, AnalysisName, AnalysisRequest } from '../analysis/worker/analyses.ts';
import { AnalysisStopped } from '../analysis/worker/analysis-pool.ts';
import type { Projection } from '../projection/projection.ts';
import type { RequestContext } from './context.ts';
import { KeptAnswers } from './kept-answers.ts';
import { UserInputError } from './user-input.ts';

/** An answer that some wait for; given up when none does any more. */
interface Awaited<Answer> {
  readonly answer: Promise<Answer>;
  readonly join: (signal: AbortSignal | undefined) => void;
}

/** Answers kept for one projection: ties are asked for again and again, by every page of their list. */
const MOST_KEPT: Readonly<Record<AnalysisName, number>> = {
  ties: 32,
  paths: 8,
  tiers: 8,
  centrality: 8,
  fragility: 4,
  removal: 4,
  communities: 8,
  communitySweep: 2,
  gaps: 8,
  whatIf: 8,
  coverage: 8,
  phases: 4,
  criteria: 4,
  placeProfiles: 8,
  placeRelatedness: 8,
  // The page asks for another matrix of the same table: it is not read anew.
  inputOutputFile: 4,
};

const keptOf = <N extends AnalysisName>(name: N): KeptAnswers<Projection, Awaited<AnalysisAnswer<N>>> =>
  new KeptAnswers(MOST_KEPT[name]);
const kept: { readonly [N in AnalysisName]: KeptAnswers<Projection, Awaited<AnalysisAnswer<N>>> } = {
  ties: keptOf('ties'),
  paths: keptOf('paths'),
  tiers: keptOf('tiers'),
  centrality: keptOf('centrality'),
  fragility: keptOf('fragility'),
  removal: keptOf('removal'),
  communities: keptOf('communities'),
  communitySweep: keptOf('communitySweep'),
  gaps: keptOf('gaps'),
  whatIf: keptOf('whatIf'),
  coverage: keptOf('coverage'),
  phases: keptOf('phases'),
  criteria: keptOf('criteria'),
  placeProfiles: keptOf('placeProfiles'),
  placeRelatedness: keptOf('placeRelatedness'),
  inputOutputFile: keptOf('inputOutputFile'),
};

/** Sets and maps have no JSON of their own, and would all look alike. */
function keyOf(request: object): object {
  const entries = Object.entries(request).map(([name, value]): [string, unknown] => [
    name,
    value instanceof Set ? [...value] : value,
  ]);
  return Object.fromEntries(entries);
}

/**
 * The answer of an analysis of the request's projection.
 * @param cost spent only where it is not at hand
 * @param key what tells the request from others, where that is shorter than the request itself
 * @throws UserInputError where it cannot be answered as asked; GraphQLError where it takes too long or its thread ended
 */
export async function analysed<N extends AnalysisName>(
  name: N,
  request: AnalysisRequest<N>,
  { snapshot: { projection }, analyses, signal, budget }: RequestContext,
  cost = 0,
  key = keyOf(request),
): Promise<AnalysisAnswer<N>> {
  // Whoever has gone already could not give it up once more.
  if (signal?.aborted === true)
    throw refusalOf(new AnalysisStopped('CANCELLED', `${name} was cancelled before it began`));
  const answers: KeptAnswers<Projection, Awaited<AnalysisAnswer<N>>> = kept[name];
  const awaited = answers.answer(projection, key, () => {
    budget.spend(cost);
    const nobody = new AbortController();
    const answer = analyses.ask(name, projection, request, { signal: nobody.signal });
    // Told to each who waits, below.
    answer.catch(() => answers.drop(projection, key));
    return { answer, join: countedWaiting(nobody, answer) };
  });
  awaited.join(signal);
  try {
    return await awaited.answer;
  } catch (error) {
    throw refusalOf(error);
  }
}

/** Counts who waits; when the last one has gone before the answer came, that is given up. */
function countedWaiting(nobody: AbortController, answer: Promise<unknown>): Awaited<unknown>['join'] {
  let waiting = 0;
  let settled = false;
  const settle = (): void => {
    settled = true;
  };
  answer.then(settle, settle);
  return (signal) => {
    if (settled) return;
    waiting += 1;
    signal?.addEventListener(
      'abort',
      () => {
        waiting -= 1;
        if (waiting === 0 && !settled) nobody.abort();
      },
      { once: true },
    );
  };
}

function refusalOf(error: unknown): unknown {
  if (error instanceof AnalysisRequestError) {
    return new UserInputError(error.argument, `${error.argument}: ${error.message}`, error.expected);
  }
  if (!(error instanceof AnalysisStopped)) return error;
  switch (error.reason) {
    case 'DEADLINE':
      return new GraphQLError(
        'Working this out takes longer than a question may here; ask about a part of the graph, by place, sector, date or relation type.',
        { extensions: { code: 'QUESTION_TOO_LARGE' } },
      );
    case 'LOST':
      return new GraphQLError('What worked this out ended before it answered, and was started anew; ask again.', {
        extensions: { code: 'ANALYSIS_LOST' },
      });
    case 'CANCELLED':
    case 'CLOSED':
      return new GraphQLError('The question was given up before it was answered; ask again.', {
        extensions: { code: 'ANALYSIS_LOST' },
      });
  }
}
