import { useEffect, useRef, useState, type ReactElement } from 'react';
import { Form } from 'react-aria-components/Form';
import { FieldError, Input, Label, Text, TextField } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import { openWithKey, type KeyFault, type WaysIn } from '../../actions/signing-in.ts';
import { useExplorer } from '../../actions/explorer-context.ts';
import { NodeGlyph } from '../../appearance/node-glyph.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { LanguageMenu } from '../bar/language-menu.tsx';
import './access.css';

/** Why the provider's way did not lead in, as the server names it in the address. */
const PROVIDER_FAULTS = [
  'PROVIDER_UNAVAILABLE',
  'SIGN_IN_EXPIRED',
  'SIGN_IN_REFUSED',
  'SIGN_IN_FAILED',
  'NO_ROLE',
  'AUDIT_UNAVAILABLE',
] as const;
type ProviderFault = (typeof PROVIDER_FAULTS)[number];

const NAME = 'access';

/** What the address says of it; it is no part of a view. */
function faultInAddress(): ProviderFault | null {
  const named = new URL(window.location.href).searchParams.get(NAME);
  return PROVIDER_FAULTS.find((fault) => fault === named) ?? null;
}

function forgetFaultInAddress(): void {
  const url = new URL(window.location.href);
  if (!url.searchParams.has(NAME)) return;
  url.searchParams.delete(NAME);
  window.history.replaceState(window.history.state, '', url);
}

/** In the page's place while the server wants to know who asks. */
export default function SignIn({ ways }: { readonly ways: WaysIn }): ReactElement {
  const { t } = useTranslation();
  const [fault] = useState(faultInAddress);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // What stood here is gone: the keyboard begins at what this is.
    heading.current?.focus();
    forgetFaultInAddress();
  }, []);
  return (
    <div className="sign-in">
      <header className="sign-in-head">
        <p className="logo">
          <NodeGlyph type="SmiCluster" size={22} /> <span>{t('app.name')}</span>
        </p>
        <LanguageMenu />
      </header>
      <main className="sign-in-body">
        <h1 ref={heading} className="sign-in-title" tabIndex={-1}>
          {t('access.title')}
        </h1>
        <p>{t('access.why')}</p>
        {fault !== null && (
          <p className="sign-in-fault" role="alert">
            <Icon name="warning" /> <span>{t(`access.fault.${fault}`)}</span>
          </p>
        )}
        {ways.provider && <ProviderLink />}
        {ways.provider && ways.key && <p className="sign-in-or">{t('access.or')}</p>}
        {ways.key && <KeyForm solid={!ways.provider} />}
      </main>
    </div>
  );
}

/** A link, as it leads to another page; what is looked at now is come back to. */
function ProviderLink(): ReactElement {
  const { t } = useTranslation();
  const { pathname, search, hash } = window.location;
  const to = new URLSearchParams(search);
  to.delete(NAME);
  const query = to.size === 0 ? '' : `?${to.toString()}`;
  return (
    <a
      className="button button-solid sign-in-provider"
      href={`/access/sign-in?to=${encodeURIComponent(pathname + query + hash)}`}
    >
      {t('access.provider')}
    </a>
  );
}

function KeyForm({ solid }: { readonly solid: boolean }): ReactElement {
  const { t } = useTranslation();
  const { askAgain } = useExplorer();
  const [key, setKey] = useState('');
  const [fault, setFault] = useState<KeyFault | 'EMPTY' | null>(null);
  const [trying, setTrying] = useState(false);
  const submit = async (): Promise<void> => {
    if (trying) return;
    if (key.trim() === '') return setFault('EMPTY');
    setTrying(true);
    const refused = await openWithKey(key.trim());
    setTrying(false);
    setFault(refused);
    if (refused === null) askAgain();
  };
  return (
    <Form
      validationBehavior="aria"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextField
        className="field"
        type="password"
        value={key}
        onChange={(value) => {
          setKey(value);
          setFault(null);
        }}
        isInvalid={fault !== null}
      >
        <Label className="field-label">{t('access.key')}</Label>
        <Input className="field-input" autoComplete="off" spellCheck={false} />
        <Text slot="description" className="field-note">
          {t('access.keyHint')}
        </Text>
        <FieldError className="field-error">{fault !== null && t(`access.keyFault.${fault}`)}</FieldError>
      </TextField>
      <div className="field-actions">
        <Button look={solid ? 'solid' : 'outline'} type="submit" isPending={trying}>
          {t('access.open')}
        </Button>
      </div>
    </Form>
  );
}
