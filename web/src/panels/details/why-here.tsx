import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import type { NodeId } from '#vocabulary';
import { useExploration, useExplorer } from '../../actions/explorer-context.ts';
import { reasonsFor, type Reason } from '../../exploration/reasons.ts';
import { useLanguage } from '../../languages/use-language.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { groupsText, type StepWords } from '../history/step-text.ts';
import { useFocusStays } from './use-focus-stays.ts';

/** What holds a node in the picture, each with the way to take just that back. */
export function WhyHere({ id }: { readonly id: NodeId }): ReactElement {
  const { t } = useTranslation();
  return <Disclosure summary={t('details.why')}>{() => <Reasons id={id} />}</Disclosure>;
}

function Reasons({ id }: { readonly id: NodeId }): ReactElement {
  const { t } = useTranslation();
  const { bringBack } = useExplorer();
  const exploration = useExploration(
    useShallow(({ answer, relations, nodes, placed, expansions, ways, hidden }) => ({
      answer,
      relations,
      nodes,
      placed,
      expansions,
      ways,
      hidden,
    })),
  );
  const { store } = useExplorer();
  const reasons = reasonsFor({ ...store.getState(), ...exploration }, id);
  const stays = useFocusStays<HTMLUListElement>();
  const hidden = exploration.hidden.includes(id);
  return (
    <ul className="why" {...stays}>
      {reasons.length === 0 && <li className="details-text">{t('details.whyNot')}</li>}
      {hidden && (
        <li className="why-row">
          <span>{t('details.whyHidden')}</span>
          <Button look="text" onPress={() => bringBack([id])}>
            {t('details.bringBack')}
          </Button>
        </li>
      )}
      {reasons.map((reason, index) => (
        // Reasons have no names of their own, and their order is that of the picture.
        // oxlint-disable-next-line react/no-array-index-key
        <ReasonRow key={`${reason.kind} ${index}`} id={id} reason={reason} nodes={exploration.nodes} />
      ))}
    </ul>
  );
}

interface ReasonRowProps {
  readonly id: NodeId;
  readonly reason: Reason;
  readonly nodes: StepWords['nodes'];
}

function ReasonRow({ id, reason, nodes }: ReasonRowProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const explorer = useExplorer();
  const text = reasonText(reason, { t, language, nodes }, explorer.store.getState().ways);
  const takeBack = takingBack(reason, id, explorer);
  return (
    <li className="why-row">
      <span>{text}</span>
      {takeBack !== null && (
        <Button look="text" aria-label={`${t('details.takeBack')}: ${text}`} onPress={takeBack}>
          {t('details.takeBack')}
        </Button>
      )}
    </li>
  );
}

function reasonText(
  reason: Reason,
  words: StepWords,
  ways: ReturnType<ReturnType<typeof useExplorer>['store']['getState']>['ways'],
): string {
  const { t, nodes } = words;
  switch (reason.kind) {
    case 'ANSWER':
      return reason.ties.length === 0 ? t('details.whyUntied') : t('details.whyAnswer', { count: reason.ties.length });
    case 'PLACED':
      return t('details.whyPlaced');
    case 'EXPANSION':
      return t('details.whyExpansion', { what: groupsText([reason.group], words) });
    case 'EXPANDED':
      return t('details.whyExpanded', { what: groupsText(reason.groups, words) });
    case 'WAY': {
      const way = ways.find(({ id }) => id === reason.way);
      const name = (end: NodeId | undefined): string => (end === undefined ? '' : (nodes[end]?.name ?? end));
      const ends = { from: name(way?.nodes[0]), to: name(way?.nodes.at(-1)) };
      if (way?.tiers === undefined) return t('details.whyWay', ends);
      return way.tiers === 'UPSTREAM' ? t('details.whySuppliers', ends) : t('details.whyBuyers', ends);
    }
    default:
      return t('details.whyOther');
  }
}

/** What takes just this reason back; null for the answer's own, which only another question changes. */
function takingBack(reason: Reason, id: NodeId, explorer: ReturnType<typeof useExplorer>): (() => void) | null {
  switch (reason.kind) {
    case 'PLACED':
      return () => explorer.unplace(id);
    case 'EXPANSION':
      return () => explorer.collapse(reason.group);
    case 'EXPANDED':
      return () => explorer.collapseAll(id);
    case 'WAY':
      return () => explorer.dropWay(reason.way);
    default:
      return null;
  }
}
