/** Answers of named questions on the project's own dataset, without HTTP between. */
import { openProjectionKeeper, type ProjectionSnapshot } from '../../api/projection/projection-keeper.ts';
import type { Answer, Ground, QuestionDefinition } from '../../api/questions/question-types.ts';
import { cellText } from '../../api/questions/saying.ts';
import { checkValues } from '../../api/questions/values.ts';
import { Words } from '../../api/questions/words.ts';
import { openStore } from '../../api/store/open-store.ts';
import { readRealDataset } from '../dataset/real-dataset.ts';

export interface RealData {
  readonly snapshot: ProjectionSnapshot;
  readonly ground: Ground;
  readonly close: () => Promise<void>;
}

export async function openRealData(): Promise<RealData> {
  const store = await openStore('sqlite::memory:');
  await store.write({ put: readRealDataset(), remove: [] });
  const keeper = await openProjectionKeeper(store, { checkEveryMs: 0 });
  const snapshot = keeper.current();
  return {
    snapshot,
    ground: {
      projection: snapshot.projection,
      tables: snapshot.inputOutput.tables,
      figuresOf: async (nodes) => [...(await store.figuresOf(nodes)).values()].flat(),
    },
    close: async () => {
      await keeper.close();
      await store.close();
    },
  };
}

/** What a question answers with these parameters, the others at their defaults. */
export async function answered(
  { ground }: Pick<RealData, 'ground'>,
  question: QuestionDefinition,
  given: Readonly<Record<string, string | null>> = {},
): Promise<Answer> {
  return question.answer(checkValues(ground.projection, question.parameters, new Map(Object.entries(given))), ground);
}

/** The rows of an answer's table as a person reads them, in English. */
export function rowsOf(answer: Answer, { ground }: Pick<RealData, 'ground'>): readonly string[] {
  const words = new Words('en', ground.projection);
  return answer.table.rows.map((row) => row.map((cell) => cellText(cell, words)).join(' | '));
}
