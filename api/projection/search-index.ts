/**
 * Search over names, aliases and codes, built beside the projection so that it answers alike on both engines. Candidates
 * come from minisearch (prefix and fuzzy); what decides the order is ours: see {@link SearchIndex.search}.
 */
import MiniSearch from 'minisearch';
import type { NodeId, NodeType } from '#vocabulary';
import type { StoredNode } from '../store/graph-store.ts';
import { editDistance } from './edit-distance.ts';
import { foldCore, foldName } from './fold-name.ts';

type MatchKind = 'EXACT' | 'PREFIX' | 'FUZZY';

interface SearchRequest {
  /** At least 1. */
  readonly first: number;
  /** Keeps nodes of these types; absent or empty: all. */
  readonly types?: readonly NodeType[] | undefined;
}

export interface SearchHit {
  readonly id: NodeId;
  /** The name, alias or code that matched best, as written in the dataset. */
  readonly matchedName: string;
  /** True when it is not the node's primary name. */
  readonly isAlias: boolean;
  readonly kind: MatchKind;
}

export interface SearchAnswer {
  /** Nodes found, whatever `first` is. */
  readonly totalCount: number;
  readonly matches: readonly SearchHit[];
}

export interface SearchIndex {
  /**
   * Nodes whose name, alias or code holds the text's words, best first: the whole name; the whole name but for words
   * such as Kota or Regency; names that start so; all words whole; all words as word starts; then misspelt, fewest
   * letters wrong first. Within those by relevance, then primary names before aliases, then id. Where no name holds all words, names that hold some
   * answer instead. A text without letters and digits finds nothing.
   */
  search(text: string, request: SearchRequest): SearchAnswer;
  /**
   * Nodes of the types one of whose names, aliases or codes is the text, folded; where none is, those that agree but for words such
   * as Kota or Regency. Nothing is forgiven beyond that. Ascending by id, without repeats.
   */
  named(text: string, types: readonly NodeType[]): readonly NodeId[];
}

/** One name of one node; a node has several. */
interface NameEntry {
  readonly key: number;
  readonly node: NodeId;
  readonly type: NodeType;
  readonly written: string;
  readonly isAlias: boolean;
  readonly words: readonly string[];
  readonly folded: string;
  /** Without words that only say what kind of place it is. */
  readonly core: string;
}

/** The text asked for, folded once for all names it is compared with. */
interface Query {
  readonly words: readonly string[];
  readonly folded: string;
  readonly core: string;
}

interface RankedHit extends SearchHit {
  readonly rank: number;
  /** Letters by which the text is misspelt; 0 unless FUZZY. */
  readonly edits: number;
  readonly score: number;
}

const NODES_PER_SLICE = 2_000;
/** Longer misspellings than this are other names. */
const MOST_EDITS = 3;

/** Edits allowed in a word: none up to three letters (they would match everything), then 30 % of its length. */
function editsAllowed(term: string): number | false {
  return term.length <= 3 ? false : Math.min(MOST_EDITS, Math.max(1, Math.round(term.length * 0.3)));
}

function namesOf(node: StoredNode): readonly { readonly written: string; readonly isAlias: boolean }[] {
  const others = [...node.names.map((name) => name.text), ...node.aliases.map((alias) => alias.text)];
  if (node.code !== null) others.push(node.code);
  const distinct = new Set(others);
  distinct.delete(node.name);
  return [{ written: node.name, isAlias: false }, ...[...distinct].map((written) => ({ written, isAlias: true }))];
}

/** 0 the whole name, 1 but for the kind of place, 2 starts so, 3 all words whole, 4 all words as starts, 5 misspelt. */
function rankOf(query: Query, entry: NameEntry): number {
  if (entry.folded === query.folded) return 0;
  if (entry.core === query.core) return 1;
  if (entry.folded.startsWith(query.folded)) return 2;
  if (query.words.every((word) => entry.words.includes(word))) return 3;
  if (query.words.every((word) => entry.words.some((own) => own.startsWith(word)))) return 4;
  return MISSPELT;
}

const MISSPELT = 5;

/** For every word of the text the likest word of the name, or the likest start of one. */
function editsTo(query: Query, entry: NameEntry): number {
  return query.words.reduce((sum, word) => {
    const distances = entry.words.map((own) =>
      Math.min(editDistance(word, own), editDistance(word, own.slice(0, word.length)) + 0.5),
    );
    return sum + Math.min(word.length, ...distances);
  }, 0);
}

const KIND_OF_RANK: readonly MatchKind[] = ['EXACT', 'PREFIX', 'PREFIX', 'PREFIX', 'PREFIX', 'FUZZY'];

function byRank(a: RankedHit, b: RankedHit): number {
  return (
    a.rank - b.rank ||
    a.edits - b.edits ||
    b.score - a.score ||
    Number(a.isAlias) - Number(b.isAlias) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

function gathered(
  names: readonly NameEntry[],
  keyOf: (entry: NameEntry) => string,
): ReadonlyMap<string, readonly NameEntry[]> {
  const found = new Map<string, NameEntry[]>();
  for (const entry of names) {
    const key = keyOf(entry);
    const before = found.get(key);
    if (before === undefined) found.set(key, [entry]);
    else before.push(entry);
  }
  return found;
}

class MiniSearchIndex implements SearchIndex {
  readonly #names: readonly NameEntry[];
  readonly #words: MiniSearch<NameEntry>;
  readonly #byFolded: ReadonlyMap<string, readonly NameEntry[]>;
  readonly #byCore: ReadonlyMap<string, readonly NameEntry[]>;

  constructor(names: readonly NameEntry[], words: MiniSearch<NameEntry>) {
    this.#names = names;
    this.#words = words;
    this.#byFolded = gathered(names, ({ folded }) => folded);
    this.#byCore = gathered(names, ({ core }) => core);
  }

  named(text: string, types: readonly NodeType[]): readonly NodeId[] {
    const words = foldName(text);
    const ofTypes = (entries: readonly NameEntry[] | undefined): readonly NodeId[] =>
      [...new Set((entries ?? []).filter(({ type }) => types.includes(type)).map(({ node }) => node))].toSorted();
    const whole = ofTypes(this.#byFolded.get(words.join(' ')));
    return whole.length > 0 ? whole : ofTypes(this.#byCore.get(foldCore(words)));
  }

  search(text: string, request: SearchRequest): SearchAnswer {
    const words = foldName(text);
    if (words.length === 0) return { totalCount: 0, matches: [] };
    const query: Query = { words, folded: words.join(' '), core: foldCore(words) };
    const all = this.#hits(query, 'AND', request);
    const ranked = all.length > 0 ? all : this.#hits(query, 'OR', request);
    const matches = ranked
      .slice(0, request.first)
      .map(({ id, matchedName, isAlias, kind }) => ({ id, matchedName, isAlias, kind }));
    return { totalCount: ranked.length, matches };
  }

  /** One hit a node, by its best name, in order. */
  #hits(query: Query, combineWith: 'AND' | 'OR', request: SearchRequest): readonly RankedHit[] {
    const types = request.types === undefined || request.types.length === 0 ? null : new Set(request.types);
    const best = new Map<NodeId, RankedHit>();
    for (const result of this.#words.search([...new Set(query.words)].join(' '), {
      combineWith,
      prefix: true,
      fuzzy: editsAllowed,
    })) {
      const entry = this.#names[Number(result.id)];
      if (entry === undefined || (types !== null && !types.has(entry.type))) continue;
      const rank = rankOf(query, entry);
      const hit: RankedHit = {
        id: entry.node,
        matchedName: entry.written,
        isAlias: entry.isAlias,
        kind: KIND_OF_RANK[rank] ?? 'FUZZY',
        rank,
        edits: rank === MISSPELT ? editsTo(query, entry) : 0,
        score: result.score,
      };
      const known = best.get(entry.node);
      if (known === undefined || byRank(hit, known) < 0) best.set(entry.node, hit);
    }
    return [...best.values()].sort(byRank);
  }
}

/** Reads every node once; the event loop is free between slices. */
export async function buildSearchIndex(nodes: AsyncIterable<readonly StoredNode[]>): Promise<SearchIndex> {
  const names: NameEntry[] = [];
  for await (const batch of nodes) {
    for (const node of batch) {
      for (const { written, isAlias } of namesOf(node)) {
        const words = foldName(written);
        if (words.length === 0) continue;
        names.push({
          key: names.length,
          node: node.id,
          type: node.type,
          written,
          isAlias,
          words,
          folded: words.join(' '),
          core: foldCore(words),
        });
      }
    }
  }
  const index = new MiniSearch<NameEntry>({
    idField: 'key',
    fields: ['folded'],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term,
  });
  await index.addAllAsync(names, { chunkSize: NODES_PER_SLICE });
  return new MiniSearchIndex(names, index);
}
