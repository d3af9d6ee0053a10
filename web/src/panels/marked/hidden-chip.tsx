import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components/Popover';
import type { NodeId } from '#vocabulary';
import { useExploration, useExplorer } from '../../actions/explorer-context.ts';
import { NodeGlyph } from '../../appearance/node-glyph.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';

/** How many nodes are hidden; opens their list, from which each or all come back. */
export function HiddenChip({ hidden }: { readonly hidden: readonly NodeId[] }): ReactElement {
  const { t } = useTranslation();
  const { bringBack } = useExplorer();
  const nodes = useExploration((exploration) => exploration.nodes);
  const [isOpen, setOpen] = useState(false);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <AriaButton className="button button-outline hidden-chip">
        <Icon name="eyeOff" /> {t('marked.hidden', { count: hidden.length })} <Icon name="down" size={12} />
      </AriaButton>
      <Popover className="pop" placement="bottom start" offset={4}>
        <Dialog className="pop-body hidden-list" aria-label={t('marked.hiddenTitle')}>
          <ul>
            {hidden.map((id) => {
              const node = nodes[id];
              const name = node?.name ?? id;
              return (
                <li key={id} className="hidden-row">
                  {node !== undefined && <NodeGlyph type={node.type} size={15} />}
                  <span className="hidden-name">{name}</span>
                  <IconButton icon="eye" label={t('marked.bringBack', { name })} onPress={() => bringBack([id])} />
                </li>
              );
            })}
          </ul>
          <div className="field-actions">
            <Button look="solid" onPress={() => bringBack(hidden)}>
              {t('marked.bringBackAll')}
            </Button>
          </div>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
