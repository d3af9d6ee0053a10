import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { NodeGlyph } from '../appearance/node-glyph.tsx';

/** A sentra, and the name. */
export function Logo(): ReactElement {
  const { t } = useTranslation();
  return (
    <p className="logo">
      <NodeGlyph type="SmiCluster" size={22} /> <span>{t('app.name')}</span>
    </p>
  );
}
