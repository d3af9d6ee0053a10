/** The acknowledged answers of `tests/expected/questions`: one small file a question, written by `npm run acknowledge`. */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { QuestionDefinition } from '../../api/questions/question-types.ts';
import { checkValues, type Value } from '../../api/questions/values.ts';
import { Words } from '../../api/questions/words.ts';
import { titleOf } from '../../api/questions/wording.ts';
import { answered, rowsOf, type RealData } from './real-answers.ts';

/** Rows that an acknowledged file shows. */
const ROWS_SHOWN = 12;
/** Digits behind the point of a figure: engines and machines may differ beyond. */
const DIGITS = 6;

const FigureValue = z.union([z.string(), z.number(), z.null()]);

const ExpectedAnswer = z.strictObject({
  question: z.string(),
  listed: z.array(z.string()),
  title: z.string(),
  english: z.array(z.string()),
  indonesian: z.array(z.string()),
  japanese: z.array(z.string()),
  figures: z.record(z.string(), FigureValue),
  rowCount: z.number(),
  rows: z.array(z.string()),
  unknown: z.array(z.string()),
  relationCount: z.number(),
  /** By hand: why a number of questions.csv is not in the answer, by the number as it stands there. */
  differs: z.record(z.string(), z.string()),
  /** By hand: what a reader should know of the answer beside the list's. */
  note: z.string(),
});
export type ExpectedAnswer = z.infer<typeof ExpectedAnswer>;

export const fileOf = (id: string): string => `tests/expected/questions/${id}.json`;

/** null where the answer was never acknowledged. */
export function acknowledged(id: string): ExpectedAnswer | null {
  return existsSync(fileOf(id)) ? ExpectedAnswer.parse(JSON.parse(readFileSync(fileOf(id), 'utf8'))) : null;
}

function rounded(value: number | string | null): number | string | null {
  return typeof value === 'number' ? Number(value.toFixed(DIGITS)) : value;
}

/** What the question answers now with its defaults; what is written by hand is taken from the acknowledged file. */
export async function answerNow(data: RealData, question: QuestionDefinition): Promise<ExpectedAnswer> {
  const { projection } = data.ground;
  const answer = await answered(data, question);
  const values: ReadonlyMap<string, Value> = new Map(checkValues(projection, question.parameters, new Map()).entries());
  const [en, id, ja] = (['en', 'id', 'ja'] as const).map((language) => new Words(language, projection));
  if (en === undefined || id === undefined || ja === undefined) throw new Error('three languages');
  const before = acknowledged(question.id);
  const rows = rowsOf(answer, data);
  return {
    question: question.id,
    listed: [...question.listed],
    title: titleOf(question, values, en),
    english: answer.said.map((sentence) => sentence.en(en)),
    indonesian: answer.said.map((sentence) => sentence.id(id)),
    japanese: answer.said.map((sentence) => sentence.ja(ja)),
    figures: Object.fromEntries(answer.figures.map(({ name, value }) => [name, rounded(value)])),
    rowCount: rows.length,
    rows: rows.slice(0, ROWS_SHOWN),
    unknown: answer.unknown.map((sentence) => sentence.en(en)),
    relationCount: answer.relations.length,
    differs: before?.differs ?? {},
    note: before?.note ?? '',
  };
}
