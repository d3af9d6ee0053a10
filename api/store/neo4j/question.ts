import type { z } from 'zod';

/** What may be bound. Whole numbers are `bigint`: the driver sends every `number` as a float, with which LIMIT fails. */
export type CypherValue = string | number | bigint | boolean | null | readonly CypherValue[] | CypherMap;
export interface CypherMap {
  readonly [name: string]: CypherValue;
}

/** One question to the server. Values reach it as parameters only; labels and types in its text are the vocabulary's. */
export interface Question<Input, Value> {
  text(input: Input): string;
  /** By name, without the dollar sign. */
  parameters(input: Input): CypherMap;
  /** What a row of the answer must be, for a server's data come from outside, and how it becomes a value. */
  readonly row: z.ZodType<Value>;
}

/** One statement that writes; its answer is not read. */
export interface Command<Input> {
  text(input: Input): string;
  parameters(input: Input): CypherMap;
}

/** An absent or empty list filters nothing: null. */
export function listOrNull(values: readonly string[] | null | undefined): readonly string[] | null {
  return values === null || values === undefined || values.length === 0 ? null : values;
}
