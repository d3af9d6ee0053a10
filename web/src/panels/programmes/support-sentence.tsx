import type { ReactElement, ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { NodeId, NodeType } from '#vocabulary';
import { SUPPORT_LEVELS, type SupportAsked } from '../../actions/programmes.ts';
import { useExploration } from '../../actions/explorer-context.ts';
import { IconButton } from '../../ui/button.tsx';
import { ChoiceMenu } from '../../ui/choice-menu.tsx';
import { NodeChoice } from '../node-choice.tsx';
import { REACHED_TYPES, SUPPORTER_TYPES, yearDate } from './asked.ts';
import type { Years } from './timeline.ts';

type Change = (change: Partial<SupportAsked>) => void;

/** What is asked, as a sentence whose marked words are menus. */
export function SupportSentence({
  asked,
  years,
  change,
}: {
  readonly asked: SupportAsked;
  /** Years that can be chosen. */
  readonly years: Years | null;
  readonly change: Change;
}): ReactElement {
  const { t } = useTranslation();
  const reached = asked.cluster ?? asked.place;
  const typeOf = useExploration((exploration) => exploration.nodes);
  const choose = (id: NodeId): void =>
    change(typeOf[id]?.type === 'SmiCluster' ? { cluster: id, place: null } : { cluster: null, place: id });
  const reach = (
    <End
      label={t('programmes.reached')}
      none={t('programmes.anyCluster')}
      node={reached}
      types={REACHED_TYPES}
      choose={choose}
      letGo={() => change({ cluster: null, place: null })}
    />
  );
  const by = (
    <End
      label={t('programmes.by')}
      none={t('programmes.anyone')}
      node={asked.supporter}
      types={SUPPORTER_TYPES}
      choose={(supporter) => change({ supporter })}
      letGo={() => change({ supporter: null })}
    />
  );
  const level = (
    <ChoiceMenu
      label={t('programmes.atLevel')}
      value={asked.level === null ? t('programmes.anyLevel') : t(`programmes.level.${asked.level}`)}
      look="word"
      chosen={asked.level ?? 'ANY'}
      sections={[
        {
          id: 'level',
          title: null,
          choices: [
            { id: 'ANY', text: t('programmes.anyLevel') },
            ...SUPPORT_LEVELS.map((id) => ({
              id,
              text: t(`programmes.level.${id}`),
              note: t(`programmes.levelMeaning.${id}`),
            })),
          ],
        },
      ]}
      onChoose={(id) => change({ level: SUPPORT_LEVELS.find((one) => one === id) ?? null })}
    />
  );
  const from = <Year end="from" asked={asked} years={years} change={change} />;
  const to = <Year end="to" asked={asked} years={years} change={change} />;
  return (
    <div className="analysis-sentence">
      <p>
        <Trans i18nKey="programmes.sentence" components={{ reach, by, level, from, to }} />
      </p>
    </div>
  );
}

function End({
  label,
  none,
  node,
  types,
  choose,
  letGo,
}: {
  readonly label: string;
  readonly none: string;
  readonly node: NodeId | null;
  readonly types: readonly NodeType[];
  readonly choose: (id: NodeId) => void;
  readonly letGo: () => void;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <span className="gap-end">
      <NodeChoice label={label} node={node} none={none} types={types} onChoose={choose} />
      {node !== null && <IconButton icon="close" label={t('programmes.letGo', { any: none })} onPress={letGo} />}
    </span>
  );
}

/** A year that bounds the time; years that would end it before it begins are not offered. */
function Year({
  end,
  asked,
  years,
  change,
}: {
  readonly end: 'from' | 'to';
  readonly asked: SupportAsked;
  readonly years: Years | null;
  readonly change: Change;
}): ReactNode {
  const { t } = useTranslation();
  const any = t(end === 'from' ? 'programmes.anyStart' : 'programmes.anyEnd');
  const first = end === 'to' && asked.from !== null ? Number(asked.from) : (years?.first ?? 0);
  const last = end === 'from' && asked.to !== null ? Number(asked.to) : (years?.last ?? -1);
  const offered = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => String(first + i));
  return (
    <ChoiceMenu
      label={t(end === 'from' ? 'programmes.fromYear' : 'programmes.toYear')}
      value={asked[end] ?? any}
      look="word"
      chosen={asked[end] ?? 'ANY'}
      sections={[
        { id: 'year', title: null, choices: [{ id: 'ANY', text: any }, ...offered.map((id) => ({ id, text: id }))] },
      ]}
      onChoose={(id) => change({ [end]: yearDate(id) })}
    />
  );
}
