/** The named questions on the seed data: a changed answer fails until somebody acknowledges it (`npm run acknowledge`). */
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { QUESTIONS } from '../../api/questions/library.ts';
import { slotsOf } from '../../api/questions/grammar/template.ts';
import type { Answer } from '../../api/questions/question-types.ts';
import { phrasesOf } from '../../api/questions/wording.ts';
import { cell, expectedRows } from '../analysis/expected-files.ts';
import { acknowledged, answerNow } from './expected-answer.ts';
import { answered, openRealData, rowsOf, type RealData } from './real-answers.ts';

/** Numbers that a text states: not part of a word (such as 1980s) or an id, without separators of thousands. */
function numbersIn(text: string): readonly string[] {
  return [...text.matchAll(/(?<![\w#.-])\d[\d,]*(?:\.\d+)?(?!\w)/g)].map(([number]) => number.replaceAll(',', ''));
}

/** Every number of an answer, in words, in its table and as a figure. */
function numbersOf(answer: Answer, texts: readonly string[]): readonly number[] {
  const figures = answer.figures.flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
  const dates = answer.table.rows.flat().flatMap((one) => (one.kind === 'DATE' ? one.date.split('-') : []));
  const cells = answer.table.rows
    .flat()
    .flatMap((one) => (one.kind === 'NUMBER' ? [one.value] : one.kind === 'RANGE' ? [one.low, one.high] : []));
  return [...figures, ...cells, ...[...texts.flatMap(numbersIn), ...dates].map(Number)].map(Math.abs);
}

describe('named questions on the seed data', () => {
  let data: RealData;
  beforeAll(async () => {
    data = await openRealData();
  });
  afterAll(() => data.close());

  it.each(QUESTIONS.map((question) => ({ id: question.id, question })))(
    '$id answers what was acknowledged',
    async ({ id, question }) => {
      const expected = acknowledged(id);
      expect(expected, `nobody acknowledged the answer of ${id}: npm run acknowledge -- ${id}`).not.toBeNull();
      expect(await answerNow(data, question), `look at the change, then: npm run acknowledge -- ${id}`).toEqual(
        expected,
      );
    },
  );

  it('no file is left of a question that is gone', () => {
    const files = readdirSync('tests/expected/questions').map((name) => name.replace('.json', ''));
    expect(files.toSorted()).toEqual(QUESTIONS.map(({ id }) => id).toSorted());
  });

  it.each(
    expectedRows('questions.csv')
      .map((row) => ({ id: cell(row, 'id'), stated: cell(row, 'expected_answer') }))
      .filter(({ id }) => QUESTIONS.some(({ listed }) => listed.includes(id))),
  )(
    '$id holds every number that the list of questions states, or the acknowledged file says why not',
    async ({ id, stated }) => {
      const texts: string[] = [];
      const numbers: number[] = [];
      const differs: Record<string, string> = {};
      for (const question of QUESTIONS.filter(({ listed }) => listed.includes(id))) {
        const answer = await answered(data, question);
        const now = await answerNow(data, question);
        texts.push(...now.english, ...now.unknown, ...rowsOf(answer, data));
        numbers.push(...numbersOf(answer, texts));
        Object.assign(differs, now.differs);
      }
      const missing = numbersIn(stated).filter((number) => {
        const digits = number.split('.')[1]?.length ?? 0;
        return !numbers.some((found) => found.toFixed(digits) === Number(number).toFixed(digits));
      });
      expect(Object.keys(differs).toSorted(), stated).toEqual([...new Set(missing)].toSorted());
    },
  );

  it.each(QUESTIONS.map((question) => ({ id: question.id, question })))(
    '$id says every node, relation and figure from the data, in three languages that differ',
    async ({ question }) => {
      const answer = await answered(data, question);
      const { projection } = data.ground;
      for (const relation of answer.relations) expect(projection.relationIndex(relation)).toBeDefined();
      expect(answer.said.length).toBeGreaterThan(0);
      expect(answer.said.length).toBeLessThanOrEqual(3);
      for (const row of answer.table.rows) expect(row).toHaveLength(answer.table.columns.length);
      const now = await answerNow(data, question);
      for (const [at, sentence] of now.english.entries()) {
        expect(sentence).not.toMatch(/undefined|NaN|null|\[object|: \.|\(\)/);
        expect(now.indonesian[at]).not.toBe(sentence);
        expect(now.japanese[at]).not.toBe(sentence);
        expect(now.japanese[at]).toMatch(/[\p{Script=Hiragana}\p{Script=Han}]/u);
      }
    },
  );

  it.each(QUESTIONS.map((question) => ({ id: question.id, question })))(
    '$id names every parameter in each of its forms, and nothing else',
    ({ question }) => {
      const names = question.parameters.map(({ name }) => name).toSorted();
      const { own, typed } = phrasesOf(question);
      for (const phrase of Object.values(own)) expect([...slotsOf(phrase)].toSorted()).toEqual(names);
      for (const phrase of typed) expect(names).toEqual(expect.arrayContaining([...slotsOf(phrase)]));
    },
  );

  it.each(QUESTIONS.map((question) => ({ id: question.id, question })))(
    '$id is worded as a sentence: a capital first, or a name, and a question mark',
    ({ question }) => {
      const { en, id } = question.phrasings;
      for (const [own] of [en, id]) expect(own).toMatch(/^(?:[A-Z]|\{).*[?.]$/);
    },
  );

  it('ids and listed rows are unique, and every question can be asked with its defaults', () => {
    const ids = QUESTIONS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const listed = QUESTIONS.flatMap((question) => question.listed);
    expect(new Set(listed).size).toBe(listed.length);
  });
});
