import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { RELATION_FAMILIES, type NodeId, type RelationFamily } from '#vocabulary';
import { useExploration, useExplorer, useVisibleGraph } from '../../actions/explorer-context.ts';
import { LineGlyph } from '../../appearance/line-glyph.tsx';
import { NodeGlyph } from '../../appearance/node-glyph.tsx';
import type { GroupNodeId } from '../../exploration/arrangement.ts';
import type { VisibleGraph } from '../../exploration/visible-graph.ts';
import { useFormats } from '../../languages/use-language.ts';
import { Button } from '../../ui/button.tsx';
import { capitalised, typesWord } from '../words.ts';
import { groupNameIn } from './group-name.ts';
import './grouping.css';

/** Members listed at a time. */
const MEMBERS_AT_ONCE = 50;

/** A group of the picture: how many of what, how they are joined with others, and who they are. */
export function GroupPanel({ id }: { readonly id: GroupNodeId }): ReactElement {
  const { t } = useTranslation();
  const { language, number } = useFormats();
  const { openGroup, closeGroup } = useExplorer();
  const exploration = useExploration((all) => all);
  const graph = useVisibleGraph();
  const node = graph.nodes.find((candidate) => candidate.id === id);
  const isOpen = exploration.opened.includes(id);
  const name = node?.name ?? groupNameIn(exploration, id, t);
  const group = node?.group ?? null;
  const members = group?.members ?? graph.nodes.filter((other) => other.parent === id).map((other) => other.id);
  return (
    <>
      <header className="details-head">
        <p className="details-type">{t(`grouping.by.${exploration.grouping}`)}</p>
        <h2 className="details-title">{name}</h2>
        <p>
          {t('grouping.members', { count: members.length, shown: number(members.length) })}
          {group !== null && ` · ${t('grouping.inside', { count: group.inside, shown: number(group.inside) })}`}
        </p>
        <div className="field-actions">
          {isOpen ? (
            <Button onPress={() => closeGroup(id)}>{t('grouping.closeThis')}</Button>
          ) : (
            <Button look="solid" onPress={() => openGroup(id)}>
              {t('grouping.open')}
            </Button>
          )}
        </div>
      </header>
      {group !== null && (
        <ul className="mark-types">
          {group.types.map(({ type, count }) => (
            <li key={type} className="row row-relation">
              <NodeGlyph type={type} size={15} />
              <span className="row-words">{capitalised(typesWord(type, language))}</span>
              <span className="group-count">{number(count)}</span>
            </li>
          ))}
        </ul>
      )}
      <Outside graph={graph} id={id} />
      <Members ids={members} />
    </>
  );
}

/** Relations with what is outside, by family: how many, and how many of them are only inferred. */
function Outside({ graph, id }: { readonly graph: VisibleGraph; readonly id: GroupNodeId }): ReactElement | null {
  const { t } = useTranslation();
  const { language, number } = useFormats();
  const relations = useExploration((exploration) => exploration.relations);
  const counts = new Map<RelationFamily, { all: number; inferred: number }>();
  for (const line of graph.lines) {
    if (line.from !== id && line.to !== id) continue;
    const count = counts.get(line.family) ?? { all: 0, inferred: 0 };
    count.all += line.relations.length;
    count.inferred += line.relations.filter((one) => relations[one]?.evidenceClass !== 'DOCUMENTED').length;
    counts.set(line.family, count);
  }
  if (counts.size === 0) return null;
  return (
    <>
      <h3 className="section-title group-title">{t('grouping.outside')}</h3>
      <ul className="mark-types">
        {[...counts].map(([family, { all, inferred }]) => (
          <li key={family} className="row row-relation">
            <LineGlyph family={family} inferred={inferred === all} directed={family === 'supply'} />
            <span className="row-words">
              {RELATION_FAMILIES[family].label[language]}
              {inferred > 0 && ` (${t('grouping.inferredOf', { shown: number(inferred) })})`}
            </span>
            <span className="group-count">{number(all)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Members({ ids }: { readonly ids: readonly NodeId[] }): ReactElement {
  const { t } = useTranslation();
  const { number } = useFormats();
  const { selectNode } = useExplorer();
  const nodes = useExploration((exploration) => exploration.nodes);
  const [shown, setShown] = useState(MEMBERS_AT_ONCE);
  return (
    <>
      <h3 className="section-title group-title">{t('grouping.membersTitle')}</h3>
      <ul className="rows">
        {ids.slice(0, shown).map((id) => {
          const node = nodes[id];
          return node === undefined ? null : (
            <li key={id}>
              <button type="button" className="row row-relation" onClick={() => selectNode(id)}>
                <NodeGlyph type={node.type} size={15} />
                <span className="row-words">{node.name}</span>
              </button>
            </li>
          );
        })}
      </ul>
      {ids.length > shown && (
        <p className="cut">
          {t('grouping.shownOf', { shown: number(shown), total: number(ids.length) })}{' '}
          <Button onPress={() => setShown(shown + MEMBERS_AT_ONCE)}>{t('grouping.moreMembers')}</Button>
        </p>
      )}
    </>
  );
}
