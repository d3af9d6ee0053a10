import { NODE_TYPES, type Language, type NodeId } from '#vocabulary';
import type { VisibleGraph } from '../exploration/visible-graph.ts';
import { secondText } from './sizes.ts';
import { countText, WORDS } from './words.ts';

/**
 * What a screen reader says of a node: its name, type, where or when, its relations and how many are not shown, such as
 * "PT Dharma Polimetal, large industry, agreed 2018, 6 relations, 5 not shown". Null when it is not drawn.
 */
export function spokenNode(graph: VisibleGraph, id: NodeId, language: Language): string | null {
  const node = graph.nodes.find((candidate) => candidate.id === id);
  if (node === undefined) return null;
  const words = WORDS[language];
  const type = NODE_TYPES[node.type].label[language];
  const count = (value: number): string => countText(value, language);
  return [
    node.name,
    // Sentence case inside a sentence; abbreviations keep their capitals.
    /^[A-Z][a-z]/.test(type) ? type.charAt(0).toLowerCase() + type.slice(1) : type,
    secondText(node.second, language),
    node.hollow ? words.noTie : null,
    node.inferred ? words.inferredOnly : null,
    node.relationCount === null ? null : words.relationCount(count(node.relationCount)),
    node.hidden === null || node.hidden === 0 ? null : words.notShown(count(node.hidden)),
    node.expanded ? words.expanded : null,
  ]
    .filter((part) => part !== null)
    .join(language === 'ja' ? '、' : ', ');
}

/** "23 of 23 nodes, 28 of 28 relations"; without "of" where all is shown would say the same twice. */
export function spokenExtent({ shown, total }: VisibleGraph, language: Language): string {
  const words = WORDS[language];
  const of = (part: number, whole: number): string =>
    words.ofTotal(countText(part, language), countText(whole, language));
  return words.shown(words.nodes(of(shown.nodes, total.nodes)), words.relations(of(shown.relations, total.relations)));
}
