import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, visit, type Document, type Node } from 'yaml';
import type { DatasetFault } from './dataset-fault.ts';

/** The lists that a file may hold, in the order in which they are read. */
const SECTIONS = ['sources', 'nodes', 'relations', 'figures', 'disagreements'] as const;
export type Section = (typeof SECTIONS)[number];

/** Keys of mappings and indexes of lists that lead from a record to one of its parts. */
export type FieldPath = readonly PropertyKey[];

/** A record as written: every scalar is text, nothing is checked yet. */
export interface WrittenRecord {
  readonly section: Section;
  readonly file: string;
  /** Line of the record's first key, from 1. */
  readonly line: number;
  readonly value: unknown;
  /** Line of a part, or of its nearest written ancestor when the part is missing. Follows anchors. */
  lineOf(path: FieldPath): number;
}

export interface YamlFile {
  readonly records: readonly WrittenRecord[];
  /** Ids seen in a file that could not be parsed, so that what refers to them is not blamed. */
  readonly unparsedIds: readonly string[];
  readonly faults: readonly DatasetFault[];
}

class Locator {
  readonly #file: string;
  readonly #document: Document;
  readonly #lines: LineCounter;

  constructor(file: string, document: Document, lines: LineCounter) {
    this.#file = file;
    this.#document = document;
    this.#lines = lines;
  }

  line(node: unknown): number {
    const range = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range : null;
    return range ? this.#lines.linePos(range[0]).line : 1;
  }

  fault(node: unknown, message: string): DatasetFault {
    return { file: this.#file, line: this.line(node), message };
  }

  lineOf(start: Node, path: FieldPath): number {
    let node: unknown = start;
    let line = this.line(start);
    for (const step of path) {
      if (isAlias(node)) node = node.resolve(this.#document);
      if (isMap(node)) {
        const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
        if (pair === undefined) return line;
        line = this.line(pair.key);
        node = pair.value;
      } else if (isSeq(node)) {
        node = node.items[Number(step)];
        if (node === undefined || node === null) return line;
        line = isAlias(node) ? this.line(node.resolve(this.#document)) : this.line(node);
      } else return line;
    }
    return line;
  }
}

/** Anchors that are not there, or that hold themselves, which would otherwise throw or never end. */
function aliasFaults(document: Document, at: Locator): readonly DatasetFault[] {
  const faults: DatasetFault[] = [];
  const seen = new Set<string>();
  visit(document, {
    Node(_key, node, ancestors) {
      if (isAlias(node)) {
        const inside = ancestors.some((ancestor) => 'anchor' in ancestor && ancestor.anchor === node.source);
        if (inside) faults.push(at.fault(node, `*${node.source} stands inside its own anchor`));
        else if (!seen.has(node.source)) {
          faults.push(at.fault(node, `*${node.source} has no anchor &${node.source} before it in this file`));
        }
      } else if ('anchor' in node && typeof node.anchor === 'string') seen.add(node.anchor);
    },
  });
  return faults;
}

function isSection(text: unknown): text is Section {
  return typeof text === 'string' && SECTIONS.some((section) => section === text);
}

function recordsOf(
  document: Document,
  file: string,
  at: Locator,
): { readonly records: WrittenRecord[]; readonly faults: DatasetFault[] } {
  const records: WrittenRecord[] = [];
  const faults: DatasetFault[] = [];
  const root = document.contents;
  if (!isMap(root)) {
    faults.push(at.fault(root, `a file is a mapping of lists: ${SECTIONS.join(', ')}`));
    return { records, faults };
  }
  const values: unknown = document.toJS({ maxAliasCount: -1 });
  for (const { key, value } of root.items) {
    const section = isScalar(key) ? key.value : null;
    if (!isSection(section)) {
      faults.push(at.fault(key, `unknown list '${String(section)}'; a file has: ${SECTIONS.join(', ')}`));
    } else if (!isSeq(value)) {
      faults.push(at.fault(key, `'${section}' must be a list of records; leave it out when it is empty`));
    } else {
      const list: unknown = Object(values)[section];
      value.items.forEach((item, index) => {
        const start = isMap(item) || isSeq(item) || isScalar(item) || isAlias(item) ? item : value;
        const written: unknown = Array.isArray(list) ? list[index] : null;
        records.push({
          section,
          file,
          line: at.line(start),
          value: written,
          lineOf: (path) => at.lineOf(start, path),
        });
      });
    }
  }
  return { records, faults };
}

function idsIn(text: string): readonly string[] {
  return [...text.matchAll(/\bid:\s*["']?([a-z-]+:[a-z0-9.-]+)/g)].flatMap((match) => match[1] ?? []);
}

/** Splits one file into its records. A file with faults of syntax gives its faults only. */
export function readYamlFile(file: string, text: string): YamlFile {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', lineCounter, prettyErrors: false });
  const syntax = [...document.errors, ...document.warnings].map((error) => ({
    file,
    line: lineCounter.linePos(error.pos[0]).line,
    message:
      error.code === 'DUPLICATE_KEY'
        ? `the key '${/^[^\s:]*/.exec(text.slice(error.pos[0]))?.[0] ?? ''}' stands twice in one mapping; keep one`
        : `not valid YAML: ${error.message.replace(/\s+/g, ' ')}`,
  }));
  if (syntax.length > 0) return { records: [], unparsedIds: idsIn(text), faults: syntax };
  const at = new Locator(file, document, lineCounter);
  const aliases = aliasFaults(document, at);
  if (aliases.length > 0) return { records: [], unparsedIds: idsIn(text), faults: aliases };
  return { unparsedIds: [], ...recordsOf(document, file, at) };
}
