import type { Row, SqlValue } from './row.ts';

export type NamedParameters = Readonly<Record<string, SqlValue>>;

/** One question to the file: its text never changes, values reach it as parameters only. */
export interface Question<Input, Value> {
  readonly text: string;
  /** By name, without the colon. */
  parameters(input: Input): NamedParameters;
  /** Reads one row of the answer. */
  value(row: Row): Value;
}

/** A list as one parameter, for `json_each`. */
export function jsonList(values: readonly (string | number)[]): string {
  return JSON.stringify(values);
}

/** As {@link jsonList}; null stays null. */
export function jsonListOrNull(values: readonly string[] | null | undefined): string | null {
  return values === null || values === undefined || values.length === 0 ? null : JSON.stringify(values);
}

/** One statement that writes a row: parameters by place, which libsql binds twice as fast as by name. */
export interface Command<Input> {
  readonly text: string;
  parameters(input: Input): readonly SqlValue[];
}
