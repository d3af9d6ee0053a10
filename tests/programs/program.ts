/** The file of a program for `spawn(process.execPath, [file, …])`, of the bundle that all test files share (shared-programs.ts). */
import { connect } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { inject } from 'vitest';
import { Bundled, type PROGRAMS } from './shared-programs.ts';

/** Within seconds the first time in a run, at once from then on. @throws Error that says why it could not be bundled */
export async function programFile(name: keyof typeof PROGRAMS): Promise<string> {
  const told = Bundled.parse(JSON.parse(await text(connect(inject('programsPort'), '127.0.0.1'))));
  if ('failed' in told) throw new Error(`the programs for tests could not be bundled: ${told.failed}`);
  return join(told.folder, `${name}.js`);
}
