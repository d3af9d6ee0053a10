/** What the event loop and an analysis thread say to each other. */
import type { PackedProjection } from '../../projection/packed-projection.ts';
import type { AnalysisName, AnalysisRequest } from './analyses.ts';

/** A question. The thread keeps projections by number, so that each is handed over once. */
export interface Ask<N extends AnalysisName = AnalysisName> {
  readonly kind: 'ASK';
  readonly name: N;
  readonly request: AnalysisRequest<N>;
  readonly projection: number;
  /** Where the thread has not got it. */
  readonly packed: PackedProjection | null;
  /** Projections that are not asked about any more. */
  readonly forget: readonly number[];
}

export type ToThread = Ask | { readonly kind: 'MORE' };

export type FromThread =
  /** The answer; its long lists follow, each time more is asked for. */
  | {
      readonly kind: 'ANSWER';
      readonly head: object;
      readonly lists: readonly { readonly at: readonly string[]; readonly isMap: boolean }[];
    }
  | { readonly kind: 'ENTRIES'; readonly list: number; readonly entries: readonly unknown[]; readonly last: boolean }
  /** The question cannot be answered as asked: an AnalysisRequestError. */
  | { readonly kind: 'REFUSED'; readonly argument: string; readonly message: string; readonly expected: string }
  | { readonly kind: 'FAILED'; readonly error: unknown };
