/** The API where one has to be somebody, with a key of each role, asked over HTTP. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { GraphRecords } from '#vocabulary';
import { accessOf } from '../../api/start/access.ts';
import { readConfiguration } from '../../api/start/configuration.ts';
import { openApi, realRecords, type ApiUnderTest } from '../api/api-under-test.ts';
import { send, type RawAnswer } from '../api/raw-request.ts';
import { addKey, temporaryFolder } from './key-files.ts';

const Failed = z.object({
  errors: z.array(z.object({ message: z.string(), extensions: z.looseObject({ code: z.string() }) })).min(1),
});

export interface GuardedApi {
  readonly api: ApiUnderTest;
  readonly folder: string;
  readonly keys: Readonly<Record<'reader' | 'administrator', string>>;
  /** A GraphQL question; no key: without one. */
  readonly ask: (query: string, key?: string, headers?: Readonly<Record<string, string>>) => Promise<RawAnswer>;
  readonly get: (path: string, key?: string, headers?: Readonly<Record<string, string>>) => Promise<RawAnswer>;
  /** Lines of the audit log so far. */
  readonly audited: () => readonly Readonly<Record<string, unknown>>[];
  readonly close: () => Promise<void>;
}

/** Status, code and what else an answer tells of a refusal. */
export function refusalOf({ status, body }: RawAnswer): Readonly<Record<string, unknown>> {
  const [error] = Failed.parse(JSON.parse(body)).errors;
  return { status, message: error?.message, ...error?.extensions };
}

const Line = z.record(z.string(), z.unknown());

export function auditLines(file: string): readonly Readonly<Record<string, unknown>>[] {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.map((line) => Line.parse(JSON.parse(line)));
}

const bearer = (key: string | undefined): Readonly<Record<string, string>> =>
  key === undefined ? {} : { authorization: `Bearer ${key}` };

export async function openGuarded(
  settings: Readonly<Record<string, string>> = {},
  options: { readonly records?: GraphRecords } & Omit<Parameters<typeof openApi>[1] & object, 'access'> = {},
): Promise<GuardedApi> {
  const { folder, remove } = temporaryFolder();
  const keys = {
    reader: addKey(folder, { name: 'a reader' }),
    administrator: addKey(folder, { name: 'an administrator', role: 'administrator' }),
  };
  const audit = join(folder, 'audit.jsonl');
  const configuration = readConfiguration({ SENTRA_ACCESS: folder, SENTRA_AUDIT: audit, ...settings });
  const { records, ...rest } = options;
  const api = await openApi(records ?? realRecords(), { ...rest, access: accessOf(configuration) });
  return {
    api,
    folder,
    keys,
    ask: (query, key, headers = {}) =>
      send(api.url, {
        method: 'POST',
        path: '/graphql',
        headers: { 'content-type': 'application/json', ...bearer(key), ...headers },
        body: JSON.stringify({ query }),
      }),
    get: (path, key, headers = {}) => send(api.url, { method: 'GET', path, headers: { ...bearer(key), ...headers } }),
    audited: () => auditLines(audit),
    close: async () => {
      await api.close();
      remove();
    },
  };
}
