import { useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { signOut, useWho } from '../../actions/signing-in.ts';
import { ActionMenu } from '../../ui/action-menu.tsx';
import { IconButton } from '../../ui/button.tsx';

const ROLES = ['reader', 'administrator'] as const;

/** Who one is here, and the way out. */
export default function Who(): ReactElement | null {
  const { t } = useTranslation();
  const anchor = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const who = useWho();
  const name = who?.name;
  if (who === null || name === undefined) return null;
  const known = ROLES.find((role) => role === who.role);
  const role = known === undefined ? '' : t(`access.role.${known}`);
  const label = t('access.who', { name, role });
  return (
    <>
      <IconButton ref={anchor} icon="person" label={label} aria-haspopup="menu" onPress={() => setOpen(true)} />
      {open && (
        <ActionMenu
          label={label}
          anchor={anchor}
          placement="bottom end"
          actions={[
            { id: 'who', text: name, note: role, disabled: true },
            { id: 'out', text: t('access.signOut') },
          ]}
          onAct={(id) => {
            if (id === 'out') void signOut();
          }}
          onClose={() => {
            setOpen(false);
            anchor.current?.focus();
          }}
        />
      )}
    </>
  );
}
