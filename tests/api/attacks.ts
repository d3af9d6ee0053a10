/** Requests that are refused before anything is looked up: the table of issue 7, for the cases and for `npm run bench -- refusals`. */
import type { RawRequest } from './raw-request.ts';

export interface Attack {
  readonly what: string;
  readonly status: number;
  readonly code: string;
  /** Of a refused size: which. */
  readonly measure?: string;
  /** @param turn a number that makes the text another one, where it can be: the server remembers texts */
  readonly request: (turn: number) => RawRequest;
}

const JSON_TYPE = { 'content-type': 'application/json' };

export function question(query: string, headers: Readonly<Record<string, string>> = JSON_TYPE): RawRequest {
  return { method: 'POST', path: '/graphql', headers, body: JSON.stringify({ query }) };
}

const repeated = (count: number, one: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => one(at)).join(' ');

const within = (levels: number): string =>
  `{ province(code: "35") ${'{ clusters { nodes { regency'.repeat(levels)} { id } ${'} } }'.repeat(levels)} }`;

const doubling = `{ ...f0 } ${repeated(12, (at) => `fragment f${at} on Query { ${at < 11 ? `...f${at + 1} ...f${at + 1}` : repeated(4, (n) => `a${n}: dataset { revision }`)} }`)}`;

const GOOD = '{ dataset { revision } }';

/** @param query one of its own at every turn, by the name of its operation */
const tooLarge = (what: string, measure: string, query: string): Attack => ({
  what,
  status: 400,
  code: 'QUESTION_TOO_LARGE',
  measure,
  request: (turn) => question(`query q${turn} ${query}`),
});

const refused = (what: string, status: number, code: string, request: Attack['request']): Attack => ({
  what,
  status,
  code,
  request,
});

export const ATTACKS: readonly Attack[] = [
  tooLarge('20 levels of fields', 'depth', within(6)),
  tooLarge('2,000 levels of fields', 'characters', within(660)),
  tooLarge('2,000 bare braces', 'nesting', '{a'.repeat(2_000)),
  tooLarge(
    'pages within pages',
    'pages',
    '{ list(first: 200) { nodes { ... on SmiCluster { suppliesTo(first: 200) { nodes { id } } } } } }',
  ),
  tooLarge(
    'pages within pages within pages',
    'pages',
    '{ sources(first: 200) { nodes { relations(first: 200) { nodes { fromNode { id } } } } } }',
  ),
  tooLarge('1,000 aliases', 'characters', `{ ${repeated(1_000, (at) => `a${at}: dataset { revision }`)} }`),
  tooLarge('350 aliases', 'aliases', `{ ${repeated(350, (at) => `a${at}: dataset { revision }`)} }`),
  tooLarge('10,000 times the same field', 'characters', `{ dataset { ${repeated(10_000, () => 'revision')} } }`),
  tooLarge('2,100 times the same field', 'fields', `{ node(id: "a") { ${repeated(2_100, () => 'id')} } }`),
  tooLarge('5,000 directives', 'characters', `{ dataset { revision ${repeated(5_000, () => '@skip(if: false)')} } }`),
  tooLarge('500 directives', 'directives', `{ dataset { revision ${repeated(500, () => '@skip(if: false)')} } }`),
  tooLarge('200 directives', 'directives', `{ dataset { revision ${repeated(200, () => '@skip(if: false)')} } }`),
  tooLarge('4,500 values', 'tokens', `{ nodes(ids: [${'1 '.repeat(4_500)}]) { id } }`),
  tooLarge('fragments that double eleven times', 'fields', doubling),
  refused('a syntax error', 400, 'GRAPHQL_PARSE_FAILED', (turn) => question(`{ dataset { revision${turn} }`)),
  refused('a NUL byte', 400, 'GRAPHQL_PARSE_FAILED', (turn) => question(`{ dataset { revision${turn} } }\u0000`)),
  refused('an unknown field', 400, 'GRAPHQL_VALIDATION_FAILED', (turn) => question(`{ field${turn} }`)),
  refused('a batch of 10', 400, 'BAD_REQUEST', () => ({
    ...question(GOOD),
    body: JSON.stringify(Array.from({ length: 10 }, () => ({ query: GOOD }))),
  })),
  refused('a mutation with GET', 405, 'BAD_REQUEST', (turn) => ({
    method: 'GET',
    path: `/graphql?query=${encodeURIComponent(`mutation m${turn} { remove }`)}`,
    headers: { 'apollo-require-preflight': '1' },
  })),
  refused('a question with GET that a page elsewhere can send', 400, 'BAD_REQUEST', () => ({
    method: 'GET',
    path: `/graphql?query=${encodeURIComponent(GOOD)}`,
    headers: {},
  })),
  refused('a form', 415, 'UNSUPPORTED_MEDIA_TYPE', () => ({
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: `query=${encodeURIComponent(GOOD)}`,
  })),
  refused('a form with a file', 415, 'UNSUPPORTED_MEDIA_TYPE', () => ({
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    body: `--x\r\ncontent-disposition: form-data; name="query"\r\n\r\n${GOOD}\r\n--x--\r\n`,
  })),
  refused('plain text', 415, 'UNSUPPORTED_MEDIA_TYPE', () => question(GOOD, { 'content-type': 'text/plain' })),
  refused('a body of no type', 415, 'UNSUPPORTED_MEDIA_TYPE', () => question(GOOD, {})),
  // Refused by its announced length: whoever sends it all the same writes to a connection that is closed.
  refused('a body of 2 MB', 413, 'REQUEST_TOO_LARGE', () => ({
    method: 'POST',
    path: '/graphql',
    headers: JSON_TYPE,
    announced: 2_000_000,
  })),
  refused('a page of another site', 403, 'FOREIGN_ORIGIN', () =>
    question(GOOD, { ...JSON_TYPE, origin: 'https://elsewhere.example' }),
  ),
  refused('a page without an origin', 403, 'FOREIGN_ORIGIN', () => question(GOOD, { ...JSON_TYPE, origin: 'null' })),
  refused('another name that leads here', 403, 'FOREIGN_ORIGIN', () =>
    question(GOOD, { ...JSON_TYPE, host: 'rebound.example:4000', origin: 'http://rebound.example:4000' }),
  ),
];
