import { NODE_TYPES, RELATION_TYPES, type Language, type NodeId } from '#vocabulary';
import type { VisibleGraph, VisibleLine, VisibleNode } from '../exploration/visible-graph.ts';
import { secondText } from './sizes.ts';
import { countText, WORDS } from './words.ts';

/**
 * What a screen reader says of a node: its name, type, where or when, its relations and how many are not shown, such as
 * "PT Dharma Polimetal, large industry, agreed 2018, 6 relations, 5 not shown". Null when it is not drawn.
 */
export function spokenNode(graph: VisibleGraph, id: NodeId, language: Language): string | null {
  const node = graph.nodes.find((candidate) => candidate.id === id);
  return node === undefined ? null : spokenOf(node, language);
}

/** As {@link spokenNode}, of a node that is drawn. */
export function spokenOf(node: VisibleNode, language: Language): string {
  const words = WORDS[language];
  const count = (value: number): string => countText(value, language);
  return [
    node.name,
    node.group === null ? typeInSentence(node, language) : words.groupOf(count(node.group.members.length)),
    secondText(node.second, language),
    node.restricted === true ? words.restricted.toLowerCase() : null,
    node.hollow ? words.noTie : null,
    node.inferred ? words.inferredOnly : null,
    node.relationCount === null ? null : words.relationCount(count(node.relationCount)),
    node.hidden === null || node.hidden === 0 ? null : words.notShown(count(node.hidden)),
    node.expanded ? words.expanded : null,
    node.pinned ? words.pinned : null,
    node.marked ? words.marked : null,
  ]
    .filter((part) => part !== null)
    .join(language === 'ja' ? '、' : ', ');
}

/** Sentence case inside a sentence; abbreviations keep their capitals. */
function typeInSentence({ type }: VisibleNode, language: Language): string {
  const text = NODE_TYPES[type].label[language];
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** What a line says in words: "Metal cluster of Tegal supplies Kayaba, 2 relations, inferred". */
export function spokenLine(line: VisibleLine, names: ReadonlyMap<NodeId, string>, language: Language): string {
  const words = WORDS[language];
  const says =
    line.label?.kind === 'programme'
      ? words.sameProgramme
      : line.types.map((type) => RELATION_TYPES[type].label[language]).join(' / ');
  return [
    words.lineFrom(names.get(line.from) ?? line.from, says, names.get(line.to) ?? line.to),
    line.relations.length > 1 ? words.relationCount(countText(line.relations.length, language)) : null,
    line.inferred ? words.inferred.toLowerCase() : null,
    line.possible ? words.possible : null,
    line.disputed ? words.disputed : null,
  ]
    .filter((part) => part !== null)
    .join(language === 'ja' ? '、' : ', ');
}

/** Names by node, for {@link spokenLine}. */
export function namesOf(graph: VisibleGraph): ReadonlyMap<NodeId, string> {
  return new Map(graph.nodes.map((node) => [node.id, node.name]));
}

/** "23 of 23 nodes, 28 of 28 relations"; without "of" where all is shown would say the same twice. */
export function spokenExtent({ shown, total }: VisibleGraph, language: Language): string {
  const words = WORDS[language];
  const of = (part: number, whole: number): string =>
    words.ofTotal(countText(part, language), countText(whole, language));
  return words.shown(words.nodes(of(shown.nodes, total.nodes)), words.relations(of(shown.relations, total.relations)));
}
