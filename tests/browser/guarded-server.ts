/**
 * The built page and the API over the project's dataset where one has to be somebody: with a key, or with a provider whose person has the groups that
 * standard input says (`groups staff`); `--restricted`: with records that a reader does not see. `revoke`: no key opens anything any more. `audit`: the log so far, a line of JSON. Prints what it needs to be asked with.
 */
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { readStyleHashes } from '../../api/server/security-headers.ts';
import type { GraphRecords } from '#vocabulary';
import { openGuarded } from '../access/guarded-api.ts';
import { realRecords } from '../api/api-under-test.ts';
import { revokeKeys } from '../access/key-files.ts';
import { openOwnProvider, settingsFor } from '../access/own-provider.ts';
import { freePort } from '../free-port.ts';

const provider = await openOwnProvider();
const port = await freePort();
const url = `http://127.0.0.1:${port}`;
const allowance = process.argv.find((argument) => argument.startsWith('--allowance='))?.slice('--allowance='.length);
const settings = {
  ...(process.argv.includes('--with-provider') ? settingsFor(provider.issuer, url) : {}),
  ...(allowance === undefined ? {} : { SENTRA_ALLOWANCE: allowance }),
};
/** What only administrators see of the dataset in these tests. */
const HIDDEN = new Set<string>(['large-industry:kayaba', 'cluster:metal-tegal~MAKERS#2010', 'source:tempo-2012-06-03']);

function withMarks({ sources, nodes, relations, figures, disagreements }: GraphRecords): GraphRecords {
  const marked = <T extends { readonly id: string }>(list: readonly T[]): T[] =>
    list.map((one) => (HIDDEN.has(one.id) ? { ...one, restricted: true as const } : one));
  return { sources: marked(sources), nodes: marked(nodes), relations, figures: marked(figures), disagreements };
}

const guarded = await openGuarded(settings, {
  ...(process.argv.includes('--restricted') ? { records: withMarks(realRecords()), editions: true } : {}),
  port,
  pageFolder: join(process.cwd(), 'dist', 'web'),
  styleHashes: readStyleHashes(process.cwd()),
});
console.log(JSON.stringify({ url, ...guarded.keys }));
for await (const line of createInterface({ input: process.stdin })) {
  const [word, ...groups] = line.split(' ');
  if (word === 'groups') provider.claims = { sub: 'siti', name: 'Siti Rahayu', groups };
  if (word === 'revoke') revokeKeys(guarded.folder);
  console.log(word === 'audit' ? JSON.stringify(guarded.audited()) : line);
}
await guarded.close();
process.exit(0);
