import { join } from 'node:path';

/** A file that is written, and what is in it. */
export interface GeneratedFile {
  readonly path: string;
  readonly content: string;
}

const CLASS = /^export class TypedDocumentString[\s\S]*?^}\n/m;
const DOCUMENT =
  /^export const (\w+)(Document|FragmentDoc) = new TypedDocumentString\((`[^`]*`)(?:, \{[^}]*\})?\) as unknown as TypedDocumentString<(\w+), (\w+)>;\n?/gm;

/**
 * What the code generator wrote as one file, as a file for every operation: a bundler then takes each text only to where it is
 * asked, and the first download has none of those that come later. `operations.ts` has all types and gives every document on.
 * Texts of fragments are left out, for every operation is complete in itself.
 * @param folder where they are to stand
 * @param head first lines of every file
 * @throws Error when the generator writes in another form than this reads
 */
export function filesOfOperations(text: string, folder: string, head: string): readonly GeneratedFile[] {
  const written = CLASS.exec(text)?.[0];
  if (written === undefined) throw new Error('The generated operations have no class TypedDocumentString');
  const documents = [...text.matchAll(DOCUMENT)].filter(([, , kind]) => kind === 'Document');
  const rest = text.replace(CLASS, '').replaceAll(DOCUMENT, '');
  const missed = /new TypedDocumentString/.exec(rest);
  if (missed !== null)
    throw new Error(`A generated document has another form: ${rest.slice(missed.index, missed.index + 80)}`);
  const imported = /^import .*DocumentTypeDecoration.*\n/m.exec(rest)?.[0] ?? '';
  const given = documents.map(([, name]) => `export { ${name}Document } from './documents/${fileName(name)}.ts';\n`);
  return [
    { path: join(folder, 'typed-document.ts'), content: `${head}${imported}\n${written}` },
    {
      path: join(folder, 'operations.ts'),
      content: `${head}${rest.replace(imported, '').trimEnd()}\n\nexport type { TypedDocumentString } from './typed-document.ts';\n${given.join('')}`,
    },
    ...documents.map(([, name, , source, result, variables]) => ({
      path: join(folder, 'documents', `${fileName(name)}.ts`),
      content: `${head}import { TypedDocumentString } from '../typed-document.ts';\nimport type { ${result}, ${variables} } from '../operations.ts';\n\nexport const ${name}Document = /* @__PURE__ */ new TypedDocumentString<${result}, ${variables}>(${source});\n`,
    })),
  ];
}

/** The texts that those files send, exactly. @throws Error when one is written in a way that this does not read */
export function textsOfOperations(files: readonly GeneratedFile[]): readonly string[] {
  return files.flatMap(({ path, content }) => {
    const text = /new TypedDocumentString<\w+, \w+>\(`([^`]*)`\);/.exec(content)?.[1];
    if (text !== undefined && /[\\]|\$\{/.test(text)) throw new Error(`${path} holds a text with escapes`);
    return text === undefined ? [] : [text];
  });
}

/** As in `NodeDetails`: `node-details`. */
function fileName(name = ''): string {
  return name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase();
}
