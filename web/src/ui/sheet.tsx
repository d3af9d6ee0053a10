import type { ReactElement, ReactNode } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { IconButton } from './button.tsx';

/** What a sheet holds and when it stands. */
export interface SheetProps {
  readonly title: string;
  readonly close: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** `bottom` on a phone, `middle` for a dialog. */
  readonly at: 'bottom' | 'middle';
  readonly children: ReactNode;
}

/** What stands above the page until it is closed; focus stays inside. */
export function Sheet({ title, close, isOpen, onOpenChange, at, children }: SheetProps): ReactElement {
  return (
    <ModalOverlay
      className={`sheet-ground sheet-ground-${at}`}
      isDismissable
      isOpen={isOpen}
      onOpenChange={onOpenChange}
    >
      <Modal className={`sheet sheet-${at}`}>
        <Dialog className="sheet-dialog">
          <div className="sheet-head">
            <Heading slot="title" className="sheet-title">
              {title}
            </Heading>
            <IconButton icon="close" label={close} onPress={() => onOpenChange(false)} />
          </div>
          <div className="sheet-body">{children}</div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
