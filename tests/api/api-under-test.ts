/** The API as it ships, on a store in memory, asked over HTTP on 127.0.0.1. */
import { openEditions } from '../../api/edition/editions.ts';
import { pino, type Logger } from 'pino';
import { z } from 'zod';
import type { GraphRecords } from '#vocabulary';
import { readDataset } from '../../graph-seed/dataset/read-dataset.ts';
import type { AnalysisPool } from '../../api/analysis/worker/analysis-pool.ts';
import { openProjectionKeeper, type ProjectionKeeper } from '../../api/projection/projection-keeper.ts';
import { ADMISSION } from '../../api/server/door/admission.ts';
import { buildServer, type ServerParts } from '../../api/server/server.ts';
import type { GraphStore } from '../../api/store/graph-store.ts';
import { openStore } from '../../api/store/open-store.ts';

const Failure = z.object({
  message: z.string(),
  path: z.array(z.union([z.string(), z.number()])).optional(),
  extensions: z.object({ code: z.string(), argument: z.string().optional(), expected: z.string().optional() }),
});
type Failure = z.infer<typeof Failure>;

const Answer = z.object({ data: z.unknown().optional(), errors: z.array(Failure).optional() });

export interface ApiUnderTest {
  readonly url: string;
  readonly store: GraphStore;
  readonly keeper: ProjectionKeeper;
  /** How often each question was put to the store since the last look. */
  takeCalls(): ReadonlyMap<string, number>;
  /** The data of an answer without errors, checked. */
  ask<T>(query: string, shape: z.ZodType<T>, variables?: Readonly<Record<string, unknown>>): Promise<T>;
  /** The errors of an answer; none for a good one. */
  refuse(query: string, variables?: Readonly<Record<string, unknown>>): Promise<readonly Failure[]>;
  close(): Promise<void>;
}

/** Server and clients share one event loop here: late is who asks, too. */
/** Longer than any machine is too busy for. */
const PATIENT_ANSWER_MS = 120_000;

export const PATIENT_ADMISSION = { ...ADMISSION, behindMs: Number.POSITIVE_INFINITY };

/** The store, with every call counted by name, also those of requests. What a case puts in the store's place stands there too. */
function counted(store: GraphStore, calls: Map<string, number>): GraphStore {
  const counting = <T extends object>(target: T): T =>
    new Proxy(target, {
      get: (_target, name) => {
        const asked = Object.hasOwn(store, name) ? store : target;
        const member: unknown = Reflect.get(asked, name, asked);
        if (typeof member !== 'function') return member;
        if (name === 'during') return (signal: AbortSignal) => counting(store.during(signal));
        return (...args: readonly unknown[]) => {
          calls.set(String(name), (calls.get(String(name)) ?? 0) + 1);
          return Reflect.apply(member, asked, args);
        };
      },
    });
  return counting(store);
}

/** The project's own dataset. */
export function realRecords(): GraphRecords {
  const reading = readDataset('graph-seed/dataset/records');
  if (!reading.ok) throw new Error(`the dataset has faults, first: ${JSON.stringify(reading.faults[0])}`);
  return reading.records;
}

export async function openApi(
  records: GraphRecords,
  options: {
    readonly pageFolder?: string;
    readonly consoleFolder?: string;
    readonly styleHashes?: readonly string[];
    /** Where the records go; closed with the API. Default: one in memory. */
    readonly store?: GraphStore;
    /** Default: as it ships. */
    readonly analyses?: AnalysisPool;
    /** Default: a silent one. */
    readonly logger?: Logger;
    readonly access?: ServerParts['access'];
    /** Whether who may not see restricted records is answered from what is open alone. */
    readonly editions?: true;
    readonly limits?: ServerParts['limits'];
    readonly tracing?: ServerParts['tracing'];
    /** Default: any free one. */
    readonly port?: number;
  } = {},
): Promise<ApiUnderTest> {
  const calls = new Map<string, number>();
  const memory = options.store ?? (await openStore('sqlite::memory:'));
  await memory.write({ put: records, remove: [] });
  const store = counted(memory, calls);
  const keeper = await openProjectionKeeper(store, { checkEveryMs: 0 });
  const separate =
    options.editions &&
    (await openEditions(
      { store, keeper, tableFiles: [] },
      { everybodySeesAll: () => false, openPrivateStore: () => openStore('sqlite::memory:'), checkEveryMs: 0 },
    ));
  await separate?.refresh();
  const app = await buildServer({
    editions: separate,
    store,
    keeper,
    logger: options.logger ?? pino({ level: 'silent' }),
    analyses: options.analyses,
    pageFolder: options.pageFolder ?? null,
    consoleFolder: options.consoleFolder ?? null,
    styleHashes: options.styleHashes ?? [],
    access: options.access,
    tracing: options.tracing,
    limits: { admission: PATIENT_ADMISSION, answerMs: PATIENT_ANSWER_MS, ...options.limits },
  });
  const url = await app.listen({ host: '127.0.0.1', port: options.port ?? 0 });
  const post = async (query: string, variables: Readonly<Record<string, unknown>> = {}) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    return Answer.parse(await response.json());
  };
  return {
    url,
    store,
    keeper,
    takeCalls: () => {
      const taken = new Map(calls);
      calls.clear();
      return taken;
    },
    ask: async (query, shape, variables) => {
      const { data, errors } = await post(query, variables);
      if (errors !== undefined) throw new Error(`the API refused ${query}: ${JSON.stringify(errors)}`);
      return shape.parse(data);
    },
    refuse: async (query, variables) => (await post(query, variables)).errors ?? [],
    close: async () => {
      await app.close();
      await separate?.close();
      await keeper.close();
      await memory.close();
    },
  };
}
