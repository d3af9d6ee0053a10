/** Whether what was built is still built from what is there: by content, so that a clone or a checkout back rebuilds nothing. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Every file below the path (or the path itself), ascending by name; nothing where the path does not exist. */
function filesBelow(path: string): readonly string[] {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return [];
  if (!stats.isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}

/** SHA-256 over names and contents of the files below the paths, as hex. Paths are relative to the root. */
export function sourceDigest(root: string, paths: readonly string[], wanted: (file: string) => boolean): string {
  const digest = createHash('sha256');
  for (const path of paths) {
    for (const file of filesBelow(join(root, path))) {
      if (!wanted(file)) continue;
      const content = readFileSync(file);
      digest.update(`${file.slice(root.length)}\n${content.length}\n`).update(content);
    }
  }
  return digest.digest('hex');
}
