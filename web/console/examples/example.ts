import type { Language } from '#vocabulary';

/** One text in every language that the page speaks. */
export type Words = Readonly<Record<Language, string>>;

/** A worked question that a person can run as it is, or change. */
export interface Example {
  /** Stable and unique, in kebab case. */
  readonly id: string;
  /** What it answers, in plain words. */
  readonly title: Words;
  /** One sentence: what it shows and what to change. */
  readonly comment: Words;
  /** One named operation, formatted as Prettify would. */
  readonly query: string;
  /** What a person would change; absent where there is nothing to change. */
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** Examples on one kind of question. */
export interface ExampleGroup {
  readonly title: Words;
  readonly examples: readonly Example[];
}

/** Without the indentation that it has in our sources. */
function flushLeft(text: string): string {
  const lines = text.replace(/^\n|\n *$/g, '').split('\n');
  const indent = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)));
  return lines.map((line) => line.slice(indent)).join('\n');
}

/** What stands in the editor: title and sentence as comments, then the operation. */
export function questionText({ title, comment, query }: Example, language: Language): string {
  return `# ${title[language]}\n# ${comment[language]}\n${flushLeft(query)}\n`;
}

/** The variables as JSON on lines of their own; empty where there are none. */
export function variablesText({ variables }: Example): string {
  return variables === undefined ? '' : JSON.stringify(variables, null, 2);
}
