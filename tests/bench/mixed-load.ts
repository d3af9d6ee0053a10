/** What people ask of a Sentra on a working day, drawn with a seed: mostly what the explorer asks, now and then what is refused. */
import { Agent, request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { LANGUAGES } from '#vocabulary';
import { QUESTIONS } from '../../api/questions/library.ts';
import { EXAMPLE_GROUPS } from '../../web/console/examples/index.ts';
import { readRealDataset } from '../dataset/real-dataset.ts';
import { drawnNumbers } from '../fixtures/drawn-numbers.ts';

interface Asked {
  readonly body: string;
  /** What it has to be answered with. */
  readonly status: 200 | 400;
}

const NEIGHBOURHOOD = `query ($of: [ID!]!) { neighbourhood(of: $of, first: 50) { nodes { id type name }
  relations { id type from to period { from to attested } evidence { kind source { title date } } }
  shown { nodes relations } total { nodes relations } groups { relationType direction nodeType count } } }`;
const SEARCH =
  'query ($text: String!) { search(text: $text, first: 8) { totalCount nodes { id type name places { name } } } }';
const DETAILS = `query ($id: ID!) { node(id: $id) { id type name aliases { text } places { id name } description
  figures { measure value text evidence { source { title } } } disagreements { id question } evidence { kind source { title url } } } }`;
const ANSWER = `query ($question: ID!, $language: Language) { answer(question: $question, language: $language) {
  sentences table(first: 50) { totalCount nodes { cells { text } } } sources { id title } } }`;
const TIES = `query ($place: ID!) { clustersTiedToLargeIndustry(place: $place, first: 20) { totalCount
  nodes { cluster { id name } largeIndustry { id name } strength kind } } }`;
const WRONG = '{ nothingOfTheKind { id } }';

/** @returns one question after the other */
function mixedLoad(seed: number): () => Asked {
  const draw = drawnNumbers(seed);
  const { nodes } = readRealDataset();
  const provinces = nodes.filter(({ type }) => type === 'Province');
  const examples = EXAMPLE_GROUPS.flatMap((group) => group.examples);
  const one = <T>(of: readonly T[]): T => {
    const chosen = of[Math.floor(draw() * of.length)];
    if (chosen === undefined) throw new Error('nothing to draw from');
    return chosen;
  };
  const asked = (query: string, variables: object, status: Asked['status'] = 200): Asked => ({
    body: JSON.stringify({ query, variables }),
    status,
  });
  const kinds: readonly (readonly [part: number, make: () => Asked])[] = [
    [0.35, () => asked(NEIGHBOURHOOD, { of: [one(nodes).id] })],
    [0.2, () => asked(SEARCH, { text: one(nodes).name.slice(0, 2 + Math.floor(draw() * 10)) })],
    [0.2, () => asked(DETAILS, { id: one(nodes).id })],
    [0.1, () => asked(TIES, { place: one(provinces).id })],
    [0.08, () => asked(ANSWER, { question: one(QUESTIONS).id, language: one(LANGUAGES) })],
    [0.04, () => asked(WRONG, {}, 400)],
  ];
  const example = (): Asked => {
    const { query, variables } = one(examples);
    return asked(query, variables ?? {});
  };
  return () => {
    let left = draw();
    for (const [part, make] of kinds) {
      if (left < part) return make();
      left -= part;
    }
    return example();
  };
}

export interface LoadTaken {
  readonly answers: number;
  /** Those with another status than they had to have, or none. */
  readonly wrong: readonly string[];
  readonly milliseconds: number;
}

/** What was wrong with the answer, or null. */
function faultOf({ body, status }: Asked, answered: number | undefined, text: string): string | null {
  const right = answered === status && text.startsWith('{"errors"') === (status !== 200);
  return right ? null : `${answered} ${text.slice(0, 200)} for ${body.slice(0, 200)}`;
}

function send(url: string, asked: Asked, agent: Agent): Promise<string | null> {
  return new Promise((resolve) => {
    const headers = { 'content-type': 'application/json', 'accept-encoding': 'gzip' };
    const call = request(url, { method: 'POST', headers, agent }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const whole = Buffer.concat(parts);
        const text = response.headers['content-encoding'] === 'gzip' ? gunzipSync(whole) : whole;
        resolve(faultOf(asked, response.statusCode, text.toString('utf8')));
      });
    });
    call.on('error', (error) => resolve(`${error.message} for ${asked.body.slice(0, 200)}`));
    call.end(asked.body);
  });
}

/** As fast as so many clients get their answers, one after the other each. */
export async function asFastAsAnswered(url: string, clients: number, forMs: number, seed: number): Promise<LoadTaken> {
  const next = mixedLoad(seed);
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const wrong: string[] = [];
  let answers = 0;
  const started = performance.now();
  const client = async (): Promise<void> => {
    while (performance.now() - started < forMs) {
      const fault = await send(url, next(), agent);
      if (fault !== null) wrong.push(fault);
      answers += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  agent.destroy();
  return { answers, wrong, milliseconds: performance.now() - started };
}

/** At a rate, whether or not the answers before have come: people do not wait for each other. @param rate questions a second */
export async function atRate(url: string, rate: number, forMs: number, seed: number): Promise<LoadTaken> {
  const next = mixedLoad(seed);
  const draw = drawnNumbers(seed + 1);
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const wrong: string[] = [];
  const open = new Set<Promise<unknown>>();
  let answers = 0;
  const started = performance.now();
  let due = started;
  while (due - started < forMs) {
    const wait = due - performance.now();
    if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait));
    const answer = send(url, next(), agent).then((fault) => {
      if (fault !== null) wrong.push(fault);
      answers += 1;
      open.delete(answer);
    });
    open.add(answer);
    due += (-Math.log(1 - draw()) / rate) * 1_000;
  }
  await Promise.all(open);
  agent.destroy();
  return { answers, wrong, milliseconds: performance.now() - started };
}
