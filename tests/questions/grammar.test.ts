/** Typed questions: paired phrasings ask the same, what is outside the grammar is refused, and every form is read back as itself. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseNodeId } from '#vocabulary';
import { QUESTIONS } from '../../api/questions/library.ts';
import { understand } from '../../api/questions/grammar/understand.ts';
import { checkValues, defaultOf, fits, type Value } from '../../api/questions/values.ts';
import { TYPED_LANGUAGES, titleOf } from '../../api/questions/wording.ts';
import { Words } from '../../api/questions/words.ts';
import { openRealData, type RealData } from './real-answers.ts';

/** The kinds of thing that a typed question is not. */
const REFUSED: readonly string[] = [
  'What will the price of tin be next year?',
  'Berapa harga timah tahun depan?',
  'Which SMIs do not supply PT Dharma Polimetal?',
  'IKM mana yang tidak memasok PT Dharma Polimetal?',
  'Which SMIs will supply PT Dharma Polimetal?',
  'Which SMIs should supply PT Dharma Polimetal?',
  'Which SMIs sue PT Dharma Polimetal?',
  'Which SMIs supply PT Honda Prospect Motor?',
  'Which SMIs supply PT Dharma?',
  'Which SMIs supply?',
  'Which SMIs supply PT Dharma Polimetal and PT Kayaba?',
  'Which SMIs supplied by PT Dharma Polimetal?',
  'Why do SMIs supply PT Dharma Polimetal?',
  'Which clusters in Atlantis have no large buyer?',
  'Which clusters in Pasuruan have no large buyer?',
  'Sentra mana di Wakanda yang tidak memiliki pembeli besar?',
  'Which clusters in East Java have a large buyer soon?',
  'Which clusters in East Java have no large seller?',
  'Which clusters have the best workers?',
  'If final demand for Construction rises by 10 %, what happens to Manufacturing?',
  'If final demand for Construction falls by -10 %, what happens to Manufacturing?',
  'If final demand for Construction falls by 1,000 %, what happens to Manufacturing?',
  'If final demand for Construction falls by ten %, what happens to Manufacturing?',
  'If final demand for bricks falls by 10 %, what happens to Manufacturing?',
  'Through whom does Ngingas reach PT Honda?',
  'Through whom does Tegal reach PT Komatsu Indonesia?',
  'Through whom does Ngingas not reach PT Astra Honda Motor?',
  'Melalui siapa Ngingas membenci PT Astra Honda Motor?',
  'Which large industries could be linked with the moon?',
  'Which large buyers have no recorded supplier?',
  'Which large buyers have two recorded suppliers?',
  'Who is the minister?',
  'Siapa presiden Indonesia?',
  'hello',
  '???',
  'DROP TABLE nodes',
];

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

  it.each(REFUSED.map((text) => ({ text })))('refuses: $text', ({ text }) => {
    const found = understand(text, data.snapshot);
    expect(['NOT_UNDERSTOOD', 'NAME_UNCLEAR']).toContain(found.kind);
    if (found.kind === 'NOT_UNDERSTOOD' || found.kind === 'NAME_UNCLEAR') expect(found.nearest).toHaveLength(3);
  });
});
