/** Looks that are taken before the costly ones, held against those: they refuse nothing else, and say the same. */
import fc from 'fast-check';
import { FieldsOnCorrectTypeRule, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { LIMITS } from '../../api/server/question-limits/limits.ts';
import { isTooLong } from '../../api/server/question-limits/long-text.ts';
import { unknownFields } from '../../api/server/question-limits/unknown-fields.ts';
import { EXAMPLE_GROUPS } from '../../web/console/examples/index.ts';
import { ANALYSIS_DOCUMENTS, DOCUMENTS } from './documents.ts';
import { schema } from './schema-walk.ts';

const TEXTS = [
  ...Object.values(DOCUMENTS),
  ...Object.values(ANALYSIS_DOCUMENTS),
  ...EXAMPLE_GROUPS.flatMap(({ examples }) => examples.map(({ query }) => query)),
  '{ __typename __schema { types { name } } __type(name: "Node") { kind } node(id: "a") { __typename ... { id } } }',
  'query { ...f } fragment f on Query { dataset { revision } } fragment g on Nothing { x } fragment h on Relation { held }',
  'mutation { remove } subscription { dataset { revision } }',
  '{ node(id: "a") { ... on Nothing { x } ... on SmiCluster { suppliesTo { nodes { id } } } ... on Query { dataset { x } } } }',
  '{ dataset { __schema { types { name } } toString constructor } }',
];

/** As GraphQL's own rule says it. */
function byValidation(text: string): readonly unknown[] {
  const options = { maxErrors: 20, hideSuggestions: true };
  return validate(schema, parse(text), [FieldsOnCorrectTypeRule], options)
    .filter(({ message }) => !message.startsWith('Too many'))
    .map(({ message, locations }) => ({
      message,
      locations: locations?.map(({ line, column }) => ({ line, column })),
    }));
}

describe('a field that is not in the schema', () => {
  it('is found where GraphQL finds it, in the same words, and only there, in every text with words changed', () => {
    const inText = fc.constantFrom(...TEXTS).chain((text) => {
      const words = [...text.matchAll(/\b[a-z]\w+\b/g)];
      const some = fc.subarray(words, { minLength: 0, maxLength: 4 });
      return some.map((changed) =>
        changed
          .toReversed()
          .reduce((now, { index, 0: word }) => `${now.slice(0, index)}no_${now.slice(index + word.length - 1)}`, text),
      );
    });
    let found = 0;
    fc.assert(
      fc.property(inText, (text) => {
        let document;
        try {
          document = parse(text);
        } catch {
          return;
        }
        const told = unknownFields(schema, document, 20);
        found += told.length;
        const all = byValidation(text);
        // Some stand below a field that is unknown itself: the first is told in any case.
        expect(all).toEqual(expect.arrayContaining(told.map(({ message, locations }) => ({ message, locations }))));
        expect(told.length > 0).toBe(all.length > 0);
      }),
      { numRuns: 2_000, seed: 20_251_231 },
    );
    expect(found).toBeGreaterThan(500);
  });
});

describe('a text that is too long', () => {
  const Asked = z.object({ query: z.string() });

  it('is known by how its body begins only where the text in the body is too long', () => {
    const text = fc.oneof(
      fc.constantFrom('a', 'a b', '{é}', '🏭', '"', '\\', '\n').map((part) => part.repeat(LIMITS.characters)),
      fc.string({ maxLength: 20, unit: 'binary' }).map((part) => part.padEnd(LIMITS.characters + 1, 'a ')),
      fc.integer({ min: LIMITS.characters - 3, max: LIMITS.characters + 3 }).map((length) => 'a'.repeat(length)),
    );
    let known = 0;
    fc.assert(
      fc.property(text, fc.constantFrom(0, 2), fc.boolean(), (query, indent, first) => {
        const rest = { variables: { text: 'b'.repeat(30_000) } };
        const body = JSON.stringify(first ? { query, ...rest } : { ...rest, query }, null, indent);
        if (!isTooLong(Buffer.from(body))) return;
        known += 1;
        expect(Asked.parse(JSON.parse(body)).query.length).toBeGreaterThan(LIMITS.characters);
      }),
      { numRuns: 600, seed: 20_251_231 },
    );
    expect(known).toBeGreaterThan(30);
  });
});
