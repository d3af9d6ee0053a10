import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components/Popover';
import type { NodeId } from '#vocabulary';
import { useExploration, useExplorer } from '../../actions/explorer-context.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { openPanel } from '../open-panel.ts';
import { ExpandAll } from './expand-all.tsx';
import { MarkMore } from './mark-more.tsx';

/** What can be done with the marked nodes together. */
export function MarkedBar({ marked }: { readonly marked: readonly NodeId[] }): ReactElement {
  const { t } = useTranslation();
  const { hide, keepOnly, pinHere, unpin, clearMarks } = useExplorer();
  const [first, second, third] = marked;
  const pinned = useExploration((exploration) => marked.every((id) => exploration.pinned[id] !== undefined));
  // The bar goes with its last mark: the keyboard goes on in the picture, not at the top of the page.
  const then = (act: () => void) => (): void => {
    act();
    document.getElementById('main')?.focus();
  };
  return (
    <div className="marked-bar" role="toolbar" aria-label={t('marked.region')}>
      <span className="marked-count" role="status">
        {t('marked.count', { count: marked.length })}
      </span>
      <Button onPress={then(() => hide(marked))}>{t('marked.hide')}</Button>
      <Button onPress={() => keepOnly(marked)}>{t('marked.keepOnly')}</Button>
      <ExpandAll marked={marked} />
      <Button onPress={() => (pinned ? unpin(marked) : pinHere(marked))}>
        {pinned ? t('marked.unpin') : t('marked.pin')}
      </Button>
      {first !== undefined && second !== undefined && third === undefined && (
        <Button onPress={() => openPanel({ kind: 'PATHS', from: first, to: second })}>{t('paths.findMarked')}</Button>
      )}
      <MoreMenu />
      <IconButton icon="close" label={t('marked.clear')} onPress={then(clearMarks)} />
    </div>
  );
}

function MoreMenu(): ReactElement {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <AriaButton className="button button-outline">
        {t('marked.more')} <Icon name="down" size={12} />
      </AriaButton>
      <Popover className="pop" placement="bottom end" offset={4}>
        <Dialog className="pop-body mark-more" aria-label={t('marked.more')}>
          <MarkMore close={() => setOpen(false)} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
