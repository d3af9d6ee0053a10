/** Typed questions: paired phrasings ask the same, what is outside the grammar is refused, and every form is read back as itself. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseNodeId } from '#vocabulary';
import { QUESTIONS } from '../../api/questions/library.ts';
import { understand } from '../../api/questions/grammar/understand.ts';
import { checkValues, defaultOf, fits, type Value, type Values } from '../../api/questions/values.ts';
import { TYPED_LANGUAGES, titleOf } from '../../api/questions/wording.ts';
import { Words } from '../../api/questions/words.ts';
import { cell, expectedRows } from '../analysis/expected-files.ts';
import { openRealData, rowsOf, type RealData } from './real-answers.ts';

/** Hand-written, as officers and purchasing managers write; what is asked stands beside. */
const PHRASINGS = expectedRows('../questions/phrasings.csv').map((row) => ({
  question: cell(row, 'question'),
  /** Of all its parameters, those without a value left out. */
  parameters: cell(row, 'parameters'),
  english: cell(row, 'english'),
  indonesian: cell(row, 'indonesian'),
}));

/** What a typed question is not, by kind. */
const REFUSED = expectedRows('../questions/refused.csv').map((row) => ({
  kind: cell(row, 'kind'),
  text: cell(row, 'text'),
}));

describe('typed questions', () => {
  let data: RealData;
  beforeAll(async () => {
    data = await openRealData();
  });
  afterAll(() => data.close());

  /** The question and its values, as a text that can be compared; null where it is not understood. */
  function read(text: string): string | null {
    const found = understand(text, data.snapshot);
    if (found.kind !== 'UNDERSTOOD') return null;
    return `${found.asked.question.id} ${JSON.stringify(found.asked.values.entries())}`;
  }

  const said = (language: (typeof TYPED_LANGUAGES)[number], id: string, values: ReadonlyMap<string, Value>): string => {
    const question = QUESTIONS.find((one) => one.id === id);
    if (question === undefined) throw new Error(id);
    return titleOf(question, values, new Words(language, data.ground.projection));
  };

  /** Every question with every value of one parameter in turn, the others at their defaults. */
  function* askedInEveryWay() {
    const { projection } = data.ground;
    for (const question of QUESTIONS) {
      const usual = new Map(question.parameters.map((one) => [one.name, defaultOf(projection, one)]));
      yield { id: question.id, values: usual };
      for (const parameter of question.parameters) {
        if (parameter.kind !== 'NODE') continue;
        for (const node of parameter.types.flatMap((type) => projection.nodesOfType(type))) {
          const id = projection.nodeId(node);
          if (fits(projection, parameter, id))
            yield { id: question.id, values: new Map(usual).set(parameter.name, id) };
        }
      }
    }
  }

  it('a question said in English and in Indonesian is the same question with the same parameters, for every node that fits', () => {
    let pairs = 0;
    const unclear = new Set<string>();
    for (const { id, values } of askedInEveryWay()) {
      const question = QUESTIONS.find((one) => one.id === id);
      if (question === undefined) continue;
      const texts = new Map([...values].map(([name, value]) => [name, value === null ? null : String(value)]));
      const meant = `${id} ${JSON.stringify(checkValues(data.ground.projection, question.parameters, texts).entries())}`;
      const readings = TYPED_LANGUAGES.map((language) => read(said(language, id, values)));
      if (readings.every((reading) => reading === meant)) {
        pairs += 1;
        continue;
      }
      // Another place has the very same name: then it is asked back, never read as another.
      for (const [at, reading] of readings.entries()) {
        if (reading === meant) continue;
        const text = said(TYPED_LANGUAGES[at] ?? 'en', id, values);
        const found = understand(text, data.snapshot);
        expect(reading, text).toBeNull();
        expect(found.kind, text).toBe('NAME_UNCLEAR');
        if (found.kind !== 'NAME_UNCLEAR') continue;
        const wanted = values.get(found.unclear.parameter);
        expect(found.unclear.candidates, text).toContain(parseNodeId(String(wanted)));
        unclear.add(String(wanted));
      }
    }
    expect(pairs).toBeGreaterThan(1_000);
    expect(unclear.size).toBeLessThan(20);
  }, 120_000);

  it('case, accents, punctuation, legal forms and politeness do not count', () => {
    const plain = read('Which SMIs supply PT Dharma Polimetal?');
    expect(plain).not.toBeNull();
    for (const text of [
      'which smis supply pt dharma polimetal',
      'WHICH SMIS SUPPLY DHARMA POLIMETAL!',
      'Please, which SMIs supply PT. Dharma Polimetal?',
      'ikm mana yang memasok dharma polimetal',
      'Tolong IKM apa saja yang memasok PT. Dharma Polimetal ?',
      'Which small firms supply Dharmá Polimetal?',
    ]) {
      expect(read(text), text).toBe(plain);
    }
  });

  /** The question and its values as phrasings.csv has them; what it was instead where it is not understood. */
  function meaning(text: string): {
    readonly question: string;
    readonly parameters: string;
    readonly values: Values | null;
  } {
    const found = understand(text, data.snapshot);
    if (found.kind !== 'UNDERSTOOD') return { question: found.kind, parameters: '', values: null };
    const { question, values } = found.asked;
    const given = values.entries().filter(([, value]) => value !== null);
    return {
      question: question.id,
      parameters: given.map(([name, value]) => `${name}=${String(value)}`).join(' '),
      values,
    };
  }

  it.each(PHRASINGS)('$english / $indonesian', async ({ question, parameters, english, indonesian }) => {
    const [en, id] = [meaning(english), meaning(indonesian)];
    expect({ question: en.question, parameters: en.parameters }, english).toEqual({ question, parameters });
    expect({ question: id.question, parameters: id.parameters }, indonesian).toEqual({ question, parameters });
    const definition = QUESTIONS.find((one) => one.id === question);
    if (definition === undefined || en.values === null || id.values === null) throw new Error(question);
    const [first, second] = [
      await definition.answer(en.values, data.ground),
      await definition.answer(id.values, data.ground),
    ];
    expect(second.figures).toEqual(first.figures);
    expect(rowsOf(second, data)).toEqual(rowsOf(first, data));
    expect(second.relations).toEqual(first.relations);
  });

  it('at least a hundred pairs ask every named question, each pair worded as no other', () => {
    expect(PHRASINGS.length).toBeGreaterThanOrEqual(100);
    expect(new Set(PHRASINGS.flatMap(({ english, indonesian }) => [english, indonesian])).size).toBe(
      2 * PHRASINGS.length,
    );
    const asked = new Set(PHRASINGS.map(({ question }) => question));
    expect(QUESTIONS.filter(({ id }) => !asked.has(id)).map(({ id }) => id)).toEqual([]);
  });

  it.each(REFUSED)('refuses ($kind): $text', ({ text }) => {
    const found = understand(text, data.snapshot);
    expect(['NOT_UNDERSTOOD', 'NAME_UNCLEAR']).toContain(found.kind);
    if (found.kind === 'NOT_UNDERSTOOD' || found.kind === 'NAME_UNCLEAR') expect(found.nearest).toHaveLength(3);
  });
});
