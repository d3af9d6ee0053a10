import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components/Popover';
import { useExploration, useExplorer, useSteps } from '../../actions/explorer-context.ts';
import { isUnfinished } from '../../exploration/history.ts';
import { IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { capitalised } from '../words.ts';
import './history.css';
import { useStepText } from './use-step-text.ts';

/** Undo, redo, and the list of steps to jump in. */
export default function HistoryControls(): ReactElement {
  const { t } = useTranslation();
  const { undo, redo } = useExplorer();
  const { past, future } = useSteps();
  const text = useStepText();
  const unfinished = useExploration(isUnfinished);
  const [last, next] = [past.at(-1), future[0]];
  const undoName = unfinished
    ? t('history.stopWaiting')
    : last === undefined
      ? t('history.nothingToUndo')
      : t('history.undoStep', { step: text(last) });
  const redoName = next === undefined ? t('history.nothingToRedo') : t('history.redoStep', { step: text(next) });
  const can = { undo: unfinished || last !== undefined, redo: next !== undefined };
  return (
    <div className="history" role="group" aria-label={t('history.title')}>
      {/* Never disabled: a disabled button would lose the focus of the one who just pressed it for the last time. */}
      <IconButton icon="undo" label={undoName} aria-disabled={!can.undo} onPress={() => undo()} />
      <IconButton icon="redo" label={redoName} aria-disabled={!can.redo} onPress={() => redo()} />
      <StepList />
      <Announcer />
    </div>
  );
}

/** Every step, the newest on top; what was undone stands above the present one. */
function StepList(): ReactElement {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <IconButton icon="history" label={t('history.title')} />
      <Popover className="pop" placement="bottom end" offset={4}>
        <Dialog className="pop-body steps" aria-label={t('history.title')}>
          <Steps />
          <NothingYet />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** What will stand in the list, as long as nothing does. */
function NothingYet(): ReactElement | null {
  const { t } = useTranslation();
  const { past, future } = useSteps();
  return past.length + future.length > 0 ? null : <p className="pop-cut">{t('history.nothingYet')}</p>;
}

function Steps(): ReactElement {
  const { t } = useTranslation();
  const { undo, redo } = useExplorer();
  const { past, future } = useSteps();
  const text = useStepText();
  const names = [t('history.beginning'), ...[...past, ...future].map((step) => capitalised(text(step)))];
  const now = past.length;
  const jump = (to: number): void => {
    if (to < now) undo(now - to);
    if (to > now) redo(to - now);
  };
  return (
    <ListBox
      aria-label={t('history.title')}
      className="options"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[String(now)]}
      // The list was opened on purpose: the keyboard belongs in it.
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      autoFocus
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : [...keys];
        if (key !== undefined) jump(Number(key));
      }}
    >
      {names
        .map((name, index) => ({ name, index }))
        .toReversed()
        .map(({ name, index }) => (
          <ListBoxItem
            key={index}
            id={String(index)}
            textValue={name}
            className={`option${index > now ? ' step-undone' : ''}`}
          >
            <span className="option-mark">{index === now && <Icon name="check" size={14} />}</span>
            <span className="option-text">
              {name}
              {index > now && <span className="spoken"> ({t('history.undone')})</span>}
            </span>
            {index === now && <span className="option-end">{t('history.now')}</span>}
          </ListBoxItem>
        ))}
    </ListBox>
  );
}

/** Says what was undone or done again. */
function Announcer(): ReactElement {
  const { t } = useTranslation();
  const { past, future } = useSteps();
  const text = useStepText();
  const [told, tell] = useState({ past, future, said: '' });
  if (told.past !== past || told.future !== future) {
    const undone = future.length > told.future.length ? future[0] : undefined;
    const last = past.at(-1);
    const redone = last !== undefined && told.future.includes(last) ? last : undefined;
    const said =
      undone !== undefined
        ? t('history.done', { step: text(undone) })
        : redone === undefined
          ? ''
          : t('history.redone', { step: text(redone) });
    tell({ past, future, said });
  }
  return (
    <span className="spoken" role="status">
      {told.said}
    </span>
  );
}
