import type { NodeId, RelationId, SourceId } from '#vocabulary';
import type { TieId } from './answer.ts';

/** Selected or pointed at. `relations` are those drawn as one line, or just one; never empty. */
export type Selection =
  | { readonly kind: 'node'; readonly id: NodeId }
  | { readonly kind: 'tie'; readonly id: TieId }
  | { readonly kind: 'relations'; readonly ids: readonly RelationId[] }
  | { readonly kind: 'source'; readonly id: SourceId };

export function sameSelection(a: Selection | null, b: Selection | null): boolean {
  if (a === b) return true;
  if (a === null || b === null || a.kind !== b.kind) return false;
  if (a.kind === 'relations' && b.kind === 'relations') {
    return a.ids.length === b.ids.length && a.ids.every((id) => b.ids.includes(id));
  }
  return a.kind !== 'relations' && b.kind !== 'relations' && a.id === b.id;
}
