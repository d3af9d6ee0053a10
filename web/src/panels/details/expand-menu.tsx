import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Checkbox, CheckboxGroup } from 'react-aria-components/CheckboxGroup';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components/Popover';
import { parseNodeId } from '#vocabulary';
import { useRelationGroups } from '../../actions/asking-details.ts';
import type { GroupCount, NodeDetails } from '../../actions/asking.ts';
import { useExploration, useExplorer } from '../../actions/explorer-context.ts';
import { nameIn } from '../../actions/known.ts';
import { LineGlyph } from '../../appearance/line-glyph.tsx';
import { NodeGlyph } from '../../appearance/node-glyph.tsx';
import { sameWithin } from '../../exploration/expanding.ts';
import {
  EXPAND_AT_MOST,
  EXPAND_MUCH,
  expansionOf,
  groupId,
  groupsWithin,
  NO_EXPANSION_FILTER,
  type ExpansionFilter,
  type GroupKey,
} from '../../exploration/groups.ts';
import { useFormats, useLanguage } from '../../languages/use-language.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useExpandRequest } from '../expand-request.ts';
import { Failure, Waiting } from '../states.tsx';
import { capitalised, isMutual, relationWord, typesWord } from '../words.ts';
import './details.css';
import { ExpandFilter } from './expand-filter.tsx';

/** Says how many of each kind there are before anything is added. */
export function ExpandMenu({ node }: { readonly node: NodeDetails }): ReactElement {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useExpandRequest(node.id);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <AriaButton className="button button-solid">
        {t('details.expand')} <Icon name="down" size={12} />
      </AriaButton>
      <Popover className="pop" placement="bottom start" offset={4}>
        <Dialog className="pop-body expand" aria-label={t('details.expandTitle', { name: node.name })}>
          <ExpandForm node={node} close={() => setOpen(false)} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

interface OpenGroup {
  readonly key: string;
  readonly group: GroupKey;
  readonly family: GroupCount['family'];
  readonly count: number;
  /** What the next step would add. */
  readonly next: number;
}

/** The groups that are not wholly in the picture yet under the filter. */
function useOpenGroups(
  node: NodeDetails,
  groups: readonly GroupCount[],
  filter: ExpansionFilter,
  atMost: number,
): readonly OpenGroup[] {
  const expansions = useExploration((exploration) => exploration.expansions);
  return groupsWithin(filter, groups).flatMap(({ relationType, direction, nodeType, family, count }) => {
    const group: GroupKey = { of: parseNodeId(node.id), relationType, direction, nodeType };
    const open = expansionOf({ expansions }, group);
    const had = open !== undefined && sameWithin(open.filter, filter) ? open.relations.length : 0;
    const left = count - had;
    return left <= 0 ? [] : [{ key: groupId(group), group, family, count, next: Math.min(left, atMost) }];
  });
}

function ExpandForm({ node, close }: { readonly node: NodeDetails; readonly close: () => void }): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const question = useExploration((exploration) => exploration.answered ?? exploration.question);
  const [filter, narrow] = useState<ExpansionFilter>(NO_EXPANSION_FILTER);
  const asked = useRelationGroups([parseNodeId(node.id)], {
    asOf: filter.asOf ?? question.asOf,
    evidence: filter.evidence ?? question.evidence,
  });
  const last = useLastGroups(asked.status === 'ready' ? (asked.value[0]?.relationGroups ?? []) : null);
  const groups = last ?? node.relationGroups;
  return (
    <>
      <p className="expand-title">
        <NodeGlyph type={node.type} size={20} /> {nameIn(node, language)}
      </p>
      <ExpandFilter groups={node.relationGroups} filter={filter} onChange={narrow} />
      {asked.status === 'failed' && <Failure fault={asked.fault} again={asked.again} />}
      {asked.status === 'loading' && <Waiting awaited={t('state.waitingDetails')} rows={1} />}
      <ExpandGroups key={JSON.stringify(filter)} node={node} groups={groups} filter={filter} close={close} />
    </>
  );
}

/** What was last counted, so that rows stay while others are counted. */
function useLastGroups(groups: readonly GroupCount[] | null): readonly GroupCount[] | null {
  const [last, setLast] = useState(groups);
  if (groups !== null && groups !== last) setLast(groups);
  return groups ?? last;
}

/** So many relations of each kind can be asked for at once. */
const AT_MOST: readonly number[] = [EXPAND_AT_MOST, 50, 100, EXPAND_MUCH];

interface ExpandGroupsProps {
  readonly node: NodeDetails;
  readonly groups: readonly GroupCount[];
  readonly filter: ExpansionFilter;
  readonly close: () => void;
}

function ExpandGroups({ node, groups, filter, close }: ExpandGroupsProps): ReactElement {
  const { t } = useTranslation();
  const { number } = useFormats();
  const { expand } = useExplorer();
  const [atMost, setAtMost] = useState(EXPAND_AT_MOST);
  const open = useOpenGroups(node, groups, filter, atMost);
  const [chosen, choose] = useState<readonly string[]>(() => open.slice(0, 1).map(({ key }) => key));
  const [warned, warn] = useState(false);
  const wanted = open.filter(({ key }) => chosen.includes(key));
  const adds = wanted.reduce((sum, { next }) => sum + next, 0);
  const much = adds > EXPAND_MUCH;
  const add = (): void => {
    if (much && !warned) return warn(true);
    void expand(
      wanted.map(({ group }) => group),
      filter,
      atMost,
    );
    close();
  };
  if (open.length === 0) {
    const narrowed = groupsWithin(filter, groups).length === 0 && groups.length > 0;
    return <p className="expand-note">{narrowed ? t('details.narrowNone') : t('details.expandNothing')}</p>;
  }
  const all = wanted.length === open.length;
  return (
    <>
      <GroupChoice open={open} chosen={chosen} choose={choose} />
      <div className="expand-most">
        {open.length > 1 && (
          <Button look="text" onPress={() => choose(all ? [] : open.map(({ key }) => key))}>
            {all ? t('details.expandNone') : t('details.expandAll')}
          </Button>
        )}
        <label className="expand-cap">
          {t('details.expandAtMost')}{' '}
          <select className="select" value={atMost} onChange={({ target }) => setAtMost(Number(target.value))}>
            {AT_MOST.map((most) => (
              <option key={most} value={most}>
                {number(most)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p className="expand-note" role={much && warned ? 'alert' : undefined}>
        {much ? t('details.expandAsk') : t('details.expandHint', { count: atMost })}
      </p>
      <div className="field-actions">
        <Button look="solid" isDisabled={adds === 0} onPress={add}>
          {much && warned ? t('details.expandAnyway', { count: adds }) : t('details.expandAdd', { count: adds })}
        </Button>
      </div>
    </>
  );
}

function GroupChoice({
  open,
  chosen,
  choose,
}: {
  readonly open: readonly OpenGroup[];
  readonly chosen: readonly string[];
  readonly choose: (keys: readonly string[]) => void;
}): ReactElement {
  const { t } = useTranslation();
  const { number } = useFormats();
  const language = useLanguage();
  return (
    <CheckboxGroup
      aria-label={t('details.relations')}
      value={[...chosen]}
      onChange={(keys) => choose(keys)}
      className="expand-groups"
    >
      {open.map(({ key, group, family, count }, index) => (
        // The menu was opened on purpose: the keyboard belongs in it.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        <Checkbox key={key} value={key} className="expand-group" autoFocus={index === 0}>
          {({ isSelected }) => (
            <>
              <LineGlyph family={family} reversed={group.direction === 'IN'} directed={!isMutual(group.relationType)} />
              <span className="expand-words">
                {capitalised(relationWord(group.relationType, group.direction, language))}
                <span className="expand-type">{typesWord(group.nodeType, language)}</span>
              </span>
              <span className="expand-count">{number(count)}</span>
              <span className="box">{isSelected && <Icon name="check" size={12} />}</span>
            </>
          )}
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
}
