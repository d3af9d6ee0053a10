import { useEffect, useRef, type ReactElement } from 'react';

/** A box that marks a row, or all of them. */
export function MarkBox({
  label,
  checked,
  tabIndex,
  onChange,
}: {
  readonly label: string;
  readonly checked: boolean | 'some';
  readonly tabIndex: 0 | -1;
  /** Absent: the table hears the click itself, with the keys that were held. */
  readonly onChange?: () => void;
}): ReactElement {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = checked === 'some';
  }, [checked]);
  return (
    <input
      ref={box}
      type="checkbox"
      className="mark-box"
      data-part="mark"
      aria-label={label}
      checked={checked === true}
      tabIndex={tabIndex}
      onChange={onChange ?? heardByTheTable}
    />
  );
}

function heardByTheTable(): void {}
