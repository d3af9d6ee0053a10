import { useMemo, type ReactElement } from 'react';
import { Menu, MenuItem } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';

/** Something that can be done with a row. */
export interface RowAction {
  readonly id: string;
  readonly text: string;
  /** The key that does the same on the row. */
  readonly key?: string;
  readonly run: () => void;
  readonly disabled?: boolean;
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
  const trigger = useMemo(() => ({ current: button }), [button]);
  return (
    <Popover
      className="pop"
      triggerRef={trigger}
      isOpen
      placement="bottom end"
      offset={2}
      onOpenChange={(open) => !open && onClose()}
    >
      <Menu
        className="options row-actions"
        aria-label={label}
        // The menu was opened on purpose: the keyboard belongs in it.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus="first"
        disabledKeys={actions.filter(({ disabled }) => disabled === true).map(({ id }) => id)}
        onAction={(id) => {
          onClose();
          actions.find((action) => action.id === id)?.run();
        }}
      >
        {actions.map(({ id, text, key }) => (
          <MenuItem key={id} id={id} className="option" textValue={text}>
            <span className="option-text">{text}</span>
            {key !== undefined && <kbd className="option-end">{key}</kbd>}
          </MenuItem>
        ))}
      </Menu>
    </Popover>
  );
}
