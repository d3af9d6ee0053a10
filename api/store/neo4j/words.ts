/** Labels and relation types cannot be parameters: every one in a text of ours comes from here. */
import { NODE_TYPES, RELATION_TYPES } from '#vocabulary';
import type { NodeType, RelationType } from '#vocabulary';

const WORD = /^[A-Za-z][A-Za-z0-9_]*$/;

function plain(words: readonly string[]): readonly string[] {
  const odd = words.find((word) => !WORD.test(word));
  if (odd !== undefined) throw new Error(`'${odd}' cannot stand in Cypher unquoted`);
  return words;
}

const labels = new Set(plain(Object.keys(NODE_TYPES)));
const types = new Set(plain(Object.keys(RELATION_TYPES)));

/** A node type as a label. */
export function label(type: NodeType): string {
  if (labels.has(type)) return type;
  throw new Error('not a node type of the vocabulary');
}

/** Node types as a label expression, in the vocabulary's order so that equal sets give equal texts. */
export function anyLabel(wanted: readonly NodeType[]): string {
  const chosen = new Set<string>(wanted);
  return [...labels].filter((one) => chosen.has(one)).join('|');
}

/** A relation type as Cypher's. */
export function relationType(type: RelationType): string {
  if (types.has(type)) return type;
  throw new Error('not a relation type of the vocabulary');
}

/** Every relation type: keeps what leads to evidence, figures and disagreements out of a pattern. */
export const ANY_RELATION = [...types].join('|');

export const RELATION_WORDS: readonly string[] = [...types];
export const NODE_LABELS: readonly string[] = [...labels];
