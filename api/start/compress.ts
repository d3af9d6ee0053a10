/** Compresses what was built, once, so that the server only hands files out. */
import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const COMPRESSIBLE = new Set(['.js', '.css', '.html', '.svg', '.json', '.txt', '.map', '.webmanifest']);
/** Below this a header costs more than it saves. */
const LEAST_BYTES = 1_024;

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

async function compressFile(file: string, quality: number): Promise<void> {
  const content = await readFile(file);
  if (content.length < LEAST_BYTES) return;
  const brotliOptions = {
    params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length, [constants.BROTLI_PARAM_QUALITY]: quality },
  };
  const [br, gz] = await Promise.all([toBrotli(content, brotliOptions), toGzip(content, { level: 9 })]);
  await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)]);
}

/**
 * Writes a `.br` and a `.gz` beside every text file of a folder.
 *
 * @param quality of Brotli, 0 to 11; the highest is by far the slowest, so large files that are seldom asked for take less
 */
export async function compressFolder(folder: string, quality = constants.BROTLI_MAX_QUALITY): Promise<void> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  await Promise.all(
    files.filter((file) => COMPRESSIBLE.has(extname(file))).map((file) => compressFile(join(folder, file), quality)),
  );
}
