import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components/Popover';
import { parseNodeId, type NodeId, type NodeType } from '#vocabulary';
import type { NodeDetails } from '../../actions/asking.ts';
import { useExploration, useExplorer, useVisibleGraph } from '../../actions/explorer-context.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { gapEnds } from '../gaps/gap-ends.ts';
import { openPanel, openTrace, whatIfEnds } from '../open-panel.ts';
import { placeProfileOf } from '../places/place-panel.ts';
import { supportOf } from '../programmes/support-panel.ts';
import { ExpandMenu } from './expand-menu.tsx';
import { useFocusStays } from './use-focus-stays.ts';

/** What can be done with a node in the picture. */
export function NodeActions({ node }: { readonly node: NodeDetails }): ReactElement {
  const { t } = useTranslation();
  const { place, unplace, collapseAll, pinHere, unpin } = useExplorer();
  const id = parseNodeId(node.id);
  const drawn = useVisibleGraph().nodes.some((visible) => visible.id === id);
  const placed = useExploration((exploration) => exploration.placed.includes(id));
  const pinned = useExploration((exploration) => exploration.pinned[id] !== undefined);
  const expanded = useExploration((exploration) =>
    exploration.expansions.some((expansion) => expansion.group.of === id),
  );
  const gaps = gapEnds(id, node.type);
  const whatIf = whatIfEnds(id, node.type);
  const support = supportOf(id, node.type);
  const profile = placeProfileOf(id, node.type);
  const stays = useFocusStays<HTMLDivElement>();
  return (
    <div className="details-actions" {...stays}>
      {node.relationGroups.length > 0 && <ExpandMenu node={node} />}
      {expanded && <Button onPress={() => collapseAll(id)}>{t('details.collapse')}</Button>}
      {/* One button, so that the focus stays on it when adding turns it into removing, and back. */}
      {(placed || !drawn) && (
        <Button onPress={() => (placed ? unplace(id) : place(node))}>
          {placed ? t('details.removeFromGraph') : t('details.addToGraph')}
        </Button>
      )}
      {(drawn || pinned) && (
        <Button onPress={() => (pinned ? unpin([id]) : pinHere([id]))}>
          <Icon name="pin" /> {pinned ? t('details.unpin') : t('details.pin')}
        </Button>
      )}
      <Button onPress={() => openPanel({ kind: 'PATHS', from: id, to: null })}>{t('paths.findShort')}</Button>
      <Button onPress={() => openTrace({ id, type: node.type }, 'UPSTREAM')}>{t('tiers.traceSuppliers')}</Button>
      <Button onPress={() => openTrace({ id, type: node.type }, 'DOWNSTREAM')}>{t('tiers.traceBuyers')}</Button>
      {gaps !== null && <Button onPress={() => openPanel(gaps)}>{t('gaps.findShort')}</Button>}
      {whatIf !== null && <Button onPress={() => openPanel(whatIf)}>{t('whatIf.ifCloses')}</Button>}
      {support !== null && <Button onPress={() => openPanel(support)}>{t('programmes.open')}</Button>}
      {profile !== null && <Button onPress={() => openPanel(profile)}>{t('places.open')}</Button>}
      {drawn && <MoreMenu id={id} type={node.type} />}
    </div>
  );
}

/** What is done less often. */
function MoreMenu({ id, type }: { readonly id: NodeId; readonly type: NodeType }): ReactElement {
  const { t } = useTranslation();
  const { hide, keepOnly, mark, markNeighbours, markType } = useExplorer();
  const marked = useExploration((exploration) => exploration.marked.includes(id));
  const [isOpen, setOpen] = useState(false);
  const actions: readonly (readonly [text: string, act: () => void])[] = [
    [t('details.hide'), () => hide([id])],
    [t('details.keepOnly'), () => keepOnly([id])],
    [marked ? t('details.unmark') : t('details.mark'), () => mark([id], 'TOGGLE')],
    [t('details.markNeighbours'), () => markNeighbours([id])],
    [t('details.markType'), () => markType(type)],
    [t('fragility.removeAndSee'), () => openPanel({ kind: 'FRAGILITY', without: id })],
  ];
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <AriaButton className="button button-outline">
        {t('details.more')} <Icon name="down" size={12} />
      </AriaButton>
      <Popover className="pop" placement="bottom end" offset={4}>
        <Dialog className="pop-body" aria-label={t('details.more')}>
          <ul className="more-actions">
            {actions.map(([text, act], index) => (
              <li key={text}>
                <Button
                  look="text"
                  // The menu was opened on purpose: the keyboard belongs in it.
                  // oxlint-disable-next-line jsx-a11y/no-autofocus
                  autoFocus={index === 0}
                  onPress={() => {
                    act();
                    setOpen(false);
                  }}
                >
                  {text}
                </Button>
              </li>
            ))}
          </ul>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
