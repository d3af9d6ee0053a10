import { Component, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';

interface BoundaryProps {
  readonly message: string;
  readonly children: ReactNode;
}

/** Keeps a fault of one area from taking the page with it. */
export class Boundary extends Component<BoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <Broken message={this.props.message} /> : this.props.children;
  }
}

function Broken({ message }: { readonly message: string }): ReactElement {
  const { t } = useTranslation();
  return (
    <Notice
      alert
      glyph={
        <span className="failure-sign">
          <Icon name="warning" size={24} />
        </span>
      }
      title={t('state.broken')}
      actions={<Button onPress={() => window.location.reload()}>{t('state.reload')}</Button>}
    >
      <p>{message}</p>
    </Notice>
  );
}
