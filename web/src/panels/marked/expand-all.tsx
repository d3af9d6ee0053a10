import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components/Popover';
import { parseNodeId, type NodeId } from '#vocabulary';
import { useRelationGroups } from '../../actions/asking-details.ts';
import { useExploration, useExplorer } from '../../actions/explorer-context.ts';
import { EXPAND_AT_MOST, EXPAND_MUCH, expansionOf, type GroupKey } from '../../exploration/groups.ts';
import { useFormats } from '../../languages/use-language.ts';
import { Button } from '../../ui/button.tsx';
import { Failure, Waiting } from '../states.tsx';

/** Opens every kind of relation of every marked node; says how much that is before it does. */
export function ExpandAll({ marked }: { readonly marked: readonly NodeId[] }): ReactElement {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <AriaButton className="button button-outline">{t('marked.expandAll')}</AriaButton>
      <Popover className="pop" placement="bottom" offset={4}>
        <Dialog className="pop-body expand-all" aria-label={t('marked.expandAll')}>
          <Confirm marked={marked} close={() => setOpen(false)} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function Confirm({ marked, close }: { readonly marked: readonly NodeId[]; readonly close: () => void }): ReactElement {
  const { t } = useTranslation();
  const { number } = useFormats();
  const { expand } = useExplorer();
  const question = useExploration((exploration) => exploration.answered ?? exploration.question);
  const expansions = useExploration((exploration) => exploration.expansions);
  const answer = useRelationGroups(marked, question);
  if (answer.status === 'failed') return <Failure fault={answer.fault} again={answer.again} />;
  if (answer.status === 'loading') return <Waiting awaited={t('state.waitingDetails')} rows={2} />;
  const open: { readonly group: GroupKey; readonly adds: number }[] = answer.value.flatMap(({ id, relationGroups }) =>
    relationGroups.flatMap(({ relationType, direction, nodeType, count }) => {
      const group: GroupKey = { of: parseNodeId(id), relationType, direction, nodeType };
      const left = count - (expansionOf({ expansions }, group)?.relations.length ?? 0);
      return left <= 0 ? [] : [{ group, adds: Math.min(left, EXPAND_AT_MOST) }];
    }),
  );
  const total = open.reduce((sum, { adds }) => sum + adds, 0);
  if (total === 0) return <p className="expand-note">{t('marked.expandNothing')}</p>;
  return (
    <>
      <p className="expand-note">
        {t('marked.expandAsk', { total: number(total) })} {total > EXPAND_MUCH && t('details.expandAsk')}
      </p>
      <div className="field-actions">
        <Button
          look="solid"
          // Asked for on purpose: the keyboard belongs on the answer.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          onPress={() => {
            void expand(open.map(({ group }) => group));
            close();
          }}
        >
          {t('marked.expandAnyway')}
        </Button>
      </div>
    </>
  );
}
