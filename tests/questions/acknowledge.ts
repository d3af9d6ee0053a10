/**
 * `npm run acknowledge`: writes the answers of all named questions as they are now into tests/expected/questions, to be looked at
 * in the diff and committed by whoever vouches for the change. What is written by hand (`differs`, `note`) stays. With ids only those.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { QUESTIONS } from '../../api/questions/library.ts';
import { acknowledged, answerNow, fileOf } from './expected-answer.ts';
import { openRealData } from './real-answers.ts';

const only = process.argv.slice(2);
const data = await openRealData();
for (const question of QUESTIONS.filter(({ id }) => only.length === 0 || only.includes(id))) {
  const now = await answerNow(data, question);
  if (JSON.stringify(now) === JSON.stringify(acknowledged(question.id))) continue;
  mkdirSync(dirname(fileOf(question.id)), { recursive: true });
  writeFileSync(fileOf(question.id), `${JSON.stringify(now, null, 2)}\n`);
  process.stdout.write(`Acknowledged: ${question.id}\n`);
}
await data.close();
