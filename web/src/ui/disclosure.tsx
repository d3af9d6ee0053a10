import { useId, useState, type ReactElement, type ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Icon } from './icon.tsx';

/** A row and what it opens. */
export interface DisclosureProps {
  /** The row that is always seen. */
  readonly summary: ReactNode;
  /** Stands at the end of the row, beside the button. */
  readonly aside?: ReactNode;
  readonly startsOpen?: boolean;
  /** Drawn only while open. */
  readonly children: () => ReactNode;
}

/** A row that opens what belongs to it. */
export function Disclosure({ summary, aside, startsOpen = false, children }: DisclosureProps): ReactElement {
  const [open, setOpen] = useState(startsOpen);
  const id = useId();
  return (
    <div className="disclosure">
      <div className="disclosure-row">
        <Button
          className="disclosure-button"
          aria-expanded={open}
          {...(open ? { 'aria-controls': id } : {})}
          onPress={() => setOpen(!open)}
        >
          <Icon name={open ? 'down' : 'right'} />
          <span className="disclosure-summary">{summary}</span>
        </Button>
        {aside}
      </div>
      {open && (
        <div id={id} className="disclosure-body">
          {children()}
        </div>
      )}
    </div>
  );
}
