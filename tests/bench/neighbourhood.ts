/**
 * 50 relations around a node over HTTP by 50 clients, against JSON.stringify of the same answer by plain node:http. The peer reads
 * no store and executes no query, so it is the limit, not a rival.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { check, median, type Benchmark } from './benchmark.ts';
import { freePort } from '../free-port.ts';
import { firstAnswer, post, requestRate, startProcess } from './server-process.ts';

const CLIENTS = 50;
const REQUESTS = 1_500;
const ROUNDS = 3;

const QUERY = `{ neighbourhood(of: ["province:33"], first: 50) {
  nodes { id type name } relations { id type from to period { from to attested } evidence { kind note source { title publisher url date } } }
  shown { nodes relations } total { nodes relations } } }`;

const PLAIN_SERVER = `import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
const answer = JSON.parse(readFileSync(process.env.ANSWER, 'utf8'));
createServer((request, response) => {
  request.resume().on('end', () => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answer));
  });
}).listen(Number(process.env.SENTRA_PORT), '127.0.0.1');
`;

const Answer = z.object({
  data: z.object({
    neighbourhood: z.object({
      relations: z.array(z.object({ id: z.string(), evidence: z.array(z.object({ kind: z.string() })).min(1) })),
      shown: z.object({ relations: z.number() }),
      total: z.object({ relations: z.number() }),
    }),
  }),
});

export const neighbourhoodBenchmark: Benchmark = {
  name: 'neighbourhood',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sentra-bench-neighbourhood-'));
    const body = JSON.stringify({ query: QUERY });
    const [port, plainPort] = [await freePort(), await freePort()];
    const url = `http://127.0.0.1:${port}/graphql`;
    const plainUrl = `http://127.0.0.1:${plainPort}/`;
    const ours = startProcess(['node', 'dist/server/serve.js'], url, {
      cwd: process.cwd(),
      env: { SENTRA_PORT: String(port), SENTRA_STORE: `sqlite:${join(folder, 'graph.db')}`, SENTRA_LOG_LEVEL: 'error' },
    });
    try {
      await firstAnswer(url, body, (text) => text.includes('"neighbourhood"'), 60_000);
      const text = (await post(url, body))?.text ?? '';
      const { relations, shown, total } = Answer.parse(JSON.parse(text)).data.neighbourhood;
      check(relations.length === Math.min(50, total.relations), `${relations.length} relations of ${total.relations}`);
      check(shown.relations === relations.length, 'shown is not what is there');
      writeFileSync(join(folder, 'answer.json'), text);
      writeFileSync(join(folder, 'plain.mjs'), PLAIN_SERVER);
      const plain = startProcess(['node', join(folder, 'plain.mjs')], plainUrl, {
        cwd: folder,
        env: { SENTRA_PORT: String(plainPort), ANSWER: join(folder, 'answer.json') },
      });
      try {
        await firstAnswer(plainUrl, body, (answer) => answer === text.trim(), 10_000);
        const own: number[] = [];
        const peer: number[] = [];
        await requestRate(url, body, CLIENTS, REQUESTS);
        for (let round = 0; round < ROUNDS; round += 1) {
          own.push(await requestRate(url, body, CLIENTS, REQUESTS));
          peer.push(await requestRate(plainUrl, body, CLIENTS, REQUESTS));
        }
        const [value, peerValue] = [median(own), median(peer)];
        const ratio = value / peerValue;
        return [
          {
            name: 'neighbourhood',
            value,
            unit: 'answers a second',
            peer: 'JSON.stringify of the same answer over plain node:http',
            peerValue,
            ratio,
            goal: 'at least 0.05 of the peer',
            pass: ratio >= 0.05,
          },
        ];
      } finally {
        await plain.stop();
      }
    } finally {
      await ours.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
