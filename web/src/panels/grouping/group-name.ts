import type { TFunction } from 'i18next';
import { parseNodeId } from '#vocabulary';
import type { GroupNodeId } from '../../exploration/arrangement.ts';
import type { Exploration } from '../../exploration/exploration.ts';

/** A group's name, drawn or opened: that of what its members have in common, else what is said of them. */
export function groupNameIn(
  { nodes, groupingFacts: { names, words } }: Pick<Exploration, 'nodes' | 'groupingFacts'>,
  group: GroupNodeId,
  t: TFunction,
): string {
  const [, grouping = '', by = ''] = /^group:([A-Z]+):(.*)$/.exec(group) ?? [];
  const kinds = ['COUNTRY', 'PROVINCE', 'REGENCY', 'SECTOR'] as const;
  const kind = kinds.find((other) => other === grouping);
  if (by === 'NONE') return kind === undefined ? words.none.COMMUNITY : words.none[kind];
  if (by === 'SEVERAL' && kind !== undefined) return words.several[kind];
  if (grouping === 'COMMUNITY') return `${t('grouping.by.COMMUNITY')} ${by}`;
  const id = parseNodeId(by);
  return nodes[id]?.name ?? names[id] ?? by;
}
