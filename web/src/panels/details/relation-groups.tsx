import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { asRelationId, type NodeId } from '#vocabulary';
import { ROWS_AT_ONCE, useGroupRows, useRelationGroups } from '../../actions/asking-details.ts';
import type { GroupCount, GroupRows, RelationWithEvidenceFragment } from '../../actions/asking.ts';
import { useExploration, useExplorer } from '../../actions/explorer-context.ts';
import { faultNamed } from '../../actions/faults.ts';
import { nameIn } from '../../actions/known.ts';
import { LineGlyph } from '../../appearance/line-glyph.tsx';
import { NodeGlyph } from '../../appearance/node-glyph.tsx';
import { groupId, type GroupKey } from '../../exploration/groups.ts';
import { expansionOf } from '../../exploration/groups.ts';
import { periodText } from '../../exploration/period-text.ts';
import { DOCUMENTED_ONLY, evidenceReach } from '../../exploration/question.ts';
import { useFormats } from '../../languages/use-language.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Failure, Waiting } from '../states.tsx';
import { capitalised, isMutual, periodOf, relationWord, typesWord } from '../words.ts';

/** A node's relations by type, direction and type of other node; most first. */
export function RelationGroups({
  id,
  groups,
}: {
  readonly id: NodeId;
  readonly groups: readonly GroupCount[];
}): ReactElement {
  const { t } = useTranslation();
  const documented = useDocumented(id);
  return (
    <section className="groups" aria-label={t('details.relations')}>
      {groups.length === 0 && <p className="details-text">{t('details.noRelations')}</p>}
      {groups.map((group, index) => {
        const key: GroupKey = {
          of: id,
          relationType: group.relationType,
          direction: group.direction,
          nodeType: group.nodeType,
        };
        return (
          <Group
            key={groupId(key)}
            group={key}
            family={group.family}
            count={group.count}
            uncertain={documented === null ? 0 : group.count - (documented.get(groupId(key)) ?? 0)}
            startsOpen={index === 0}
          />
        );
      })}
    </section>
  );
}

/** How many relations of each group are documented; null while that is not known, or when all that are counted are. */
function useDocumented(id: NodeId): ReadonlyMap<string, number> | null {
  const question = useExploration((exploration) => exploration.question);
  const only = evidenceReach(question.evidence) === 'DOCUMENTED';
  const answer = useRelationGroups(only ? [] : [id], { asOf: question.asOf, evidence: DOCUMENTED_ONLY });
  if (only || answer.status !== 'ready') return null;
  const groups = answer.value[0]?.relationGroups ?? [];
  return new Map(groups.map(({ count, ...group }) => [groupId({ of: id, ...group }), count]));
}

interface GroupProps {
  readonly group: GroupKey;
  readonly family: GroupCount['family'];
  readonly count: number;
  /** How many of them are not documented. */
  readonly uncertain: number;
  readonly startsOpen: boolean;
}

function Group({ group, family, count, uncertain, startsOpen }: GroupProps): ReactElement {
  const { t } = useTranslation();
  const { language, number } = useFormats();
  return (
    <Disclosure
      startsOpen={startsOpen}
      summary={
        <>
          <LineGlyph
            family={family}
            inferred={uncertain > 0 && uncertain === count}
            reversed={group.direction === 'IN'}
            directed={!isMutual(group.relationType)}
          />
          <span className="group-words">
            {capitalised(relationWord(group.relationType, group.direction, language))}
            <span className="group-type">{typesWord(group.nodeType, language)}</span>
            {uncertain > 0 && <span className="tag">{t('details.inferredCount', { count: uncertain })}</span>}
          </span>
          <span className="group-count">{number(count)}</span>
        </>
      }
      aside={<InGraph group={group} />}
    >
      {() => <GroupBody group={group} total={count} />}
    </Disclosure>
  );
}

/**
 * Opens the group in the picture, and closes it there. While it loads, presses are ignored and its name says so; it is
 * not disabled, for a disabled button loses the focus of the one who pressed it.
 */
function InGraph({ group }: { readonly group: GroupKey }): ReactElement {
  const { t } = useTranslation();
  const { expand, collapse } = useExplorer();
  const open = useExploration((exploration) => expansionOf(exploration, group) !== undefined);
  const loading = useExploration((exploration) => exploration.expanding[groupId(group)]?.status === 'loading');
  const label = open ? t('details.notInGraph') : t('details.inGraph');
  return (
    <IconButton
      icon={open ? 'eye' : 'eyeOff'}
      label={loading ? `${t('details.inGraph')}: ${t('state.loading')}` : label}
      isPending={loading}
      onPress={() => (open ? collapse(group) : void expand([group]))}
    />
  );
}

function GroupBody({ group, total }: { readonly group: GroupKey; readonly total: number }): ReactElement {
  const { t } = useTranslation();
  const { number } = useFormats();
  const { expand, showMore } = useExplorer();
  const [rows, setRows] = useState(ROWS_AT_ONCE);
  const question = useExploration((exploration) => exploration.question);
  const answer = useGroupRows(group, question, rows);
  const last = useLast(answer.status === 'ready' ? answer.value : null);
  const expansion = useExploration((exploration) => expansionOf(exploration, group));
  const failed = useExploration((exploration) => exploration.expanding[groupId(group)]);
  const value = answer.status === 'ready' ? answer.value : last;
  return (
    <>
      {failed?.status === 'failed' && <Failure fault={faultNamed(failed.message)} again={() => void expand([group])} />}
      {value !== null && <Rows rows={value} group={group} />}
      {answer.status === 'failed' && <Failure fault={answer.fault} again={answer.again} />}
      {answer.status === 'loading' && value === null && <Waiting awaited={t('state.waitingDetails')} rows={3} />}
      {value !== null && value.relations.length < total && (
        <p className="cut">
          {t('details.shownOf', { shown: number(value.relations.length), total: number(total) })}{' '}
          <Button look="text" onPress={() => setRows(rows * 2)}>
            {t('details.showMore')}
          </Button>
        </p>
      )}
      {expansion !== undefined && expansion.endCursor !== null && (
        <p className="cut">
          {t('view.GRAPH')}:{' '}
          {t('details.shownOf', {
            shown: number(expansion.relations.length),
            total: number(expansion.total.relations),
          })}{' '}
          <Button look="text" onPress={() => void showMore(group)}>
            {t('details.showMore')}
          </Button>
        </p>
      )}
    </>
  );
}

/** What was last there, so that rows stay while more are awaited. */
function useLast(value: GroupRows | null): GroupRows | null {
  const [last, setLast] = useState<GroupRows | null>(null);
  if (value !== null && value !== last) setLast(value);
  return last;
}

function Rows({ rows, group }: { readonly rows: GroupRows; readonly group: GroupKey }): ReactElement {
  const byId = useMemo(() => new Map(rows.nodes.map((node) => [node.id, node])), [rows]);
  return (
    <ul className="rows">
      {rows.relations.map((relation) => {
        const node = byId.get(relation.from === group.of ? relation.to : relation.from);
        return node === undefined ? null : (
          <li key={relation.id}>
            <RelationRow relation={relation} node={node} />
          </li>
        );
      })}
    </ul>
  );
}

/** The other end, when, and on whose word. */
function RelationRow({
  relation,
  node,
}: {
  readonly relation: RelationWithEvidenceFragment;
  readonly node: GroupRows['nodes'][number];
}): ReactElement {
  const { t } = useTranslation();
  const { language } = useFormats();
  const { openNode, selectRelation } = useExplorer();
  return (
    <div className="row">
      <button type="button" className="row-node" onClick={() => openNode(node)}>
        <NodeGlyph type={node.type} size={15} />
        <span>{nameIn(node, language)}</span>
      </button>
      <button type="button" className="row-when" onClick={() => selectRelation(asRelationId(relation.id))}>
        {relation.evidenceClass !== 'DOCUMENTED' && (
          <span className="tag">
            {relation.evidenceClass === 'INFERRED' ? t('answer.inferredTie') : t('answer.generalTie')}
          </span>
        )}
        {relation.disagreement !== null && <span className="tag tag-warn">{t('table.disputed')}</span>}
        <span>{periodText(periodOf(relation.period), language)}</span>
        <span>{t('answer.sources', { count: new Set(relation.evidence.map(({ source }) => source.id)).size })}</span>
      </button>
    </div>
  );
}
