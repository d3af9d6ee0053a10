import { useMemo, type ReactElement } from 'react';
import { ActionMenu, type MenuAction } from '../../ui/action-menu.tsx';

/** Something that can be done with a row; its key does the same on the row. */
export interface RowAction extends MenuAction {
  readonly run: () => void;
}

/** The one menu of all rows, beside the button that opened it. */
export function RowMenu({
  label,
  button,
  actions,
  onClose,
}: {
  readonly label: string;
  readonly button: HTMLElement;
  readonly actions: readonly RowAction[];
  readonly onClose: () => void;
}): ReactElement {
  const anchor = useMemo(() => ({ current: button }), [button]);
  return (
    <ActionMenu
      label={label}
      anchor={anchor}
      placement="bottom end"
      actions={actions}
      onAct={(id) => actions.find((action) => action.id === id)?.run()}
      onClose={onClose}
    />
  );
}
