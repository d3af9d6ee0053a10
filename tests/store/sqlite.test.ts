import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openStore } from '../../api/store/open-store.ts';
import { describeGraphStoreContract } from './contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'sentra-contract-'));
let opened = 0;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describeGraphStoreContract('SQLite in memory', () => openStore('sqlite::memory:'));
describeGraphStoreContract('SQLite in a file', () => openStore(`sqlite:${join(folder, `${(opened += 1)}.db`)}`));
