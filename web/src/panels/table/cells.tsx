import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidenceKind, Held } from '#vocabulary';
import { LineGlyph } from '../../appearance/line-glyph.tsx';
import { NodeGlyph, type NodeGlyphProps } from '../../appearance/node-glyph.tsx';
import type { ExportedRelation } from '../../export/content.ts';
import { capitalised, isMutual } from '../words.ts';

/** A text in two lines at most; whole in the cell's title, in the details and when copied. */
export function Words({ children }: { readonly children: ReactNode }): ReactElement {
  return <span className="cell-text">{children}</span>;
}

/** A name beside the sign of its type. */
export function NameCell({ name, ...glyph }: NodeGlyphProps & { readonly name: string }): ReactElement {
  return (
    <>
      <NodeGlyph {...glyph} size={18} />
      <Words>
        <bdi>{name}</bdi>
      </Words>
    </>
  );
}

/** Sign and word of a kind of evidence: filled is documented, hollow is general knowledge, dots are inferred. */
export function EvidenceCell({ kind, label }: { readonly kind: EvidenceKind; readonly label: string }): ReactElement {
  const look = { DOCUMENTED: '', GENERAL_KNOWLEDGE: ' mark-hollow', INFERRED: ' mark-inferred' } as const;
  return (
    <>
      <span className={`mark${look[kind]}`} aria-hidden="true" />
      <Words>{label}</Words>
    </>
  );
}

/** A relation as its line in the graph, and in words. */
export function RelationCell({ relation }: { readonly relation: ExportedRelation }): ReactElement {
  const { family, evidenceClass, held, disputed, type, typeLabel } = relation;
  return (
    <>
      <LineGlyph
        family={family}
        inferred={evidenceClass !== 'DOCUMENTED'}
        possible={held === 'POSSIBLY'}
        disputed={disputed}
        directed={!isMutual(type)}
      />
      <Words>{capitalised(typeLabel)}</Words>
    </>
  );
}

/** Whether something held at the date asked for; a dash before what only possibly did. */
export function HeldCell({ held }: { readonly held: Held }): ReactElement {
  const { t } = useTranslation();
  return <span className={held === 'POSSIBLY' ? 'tag' : 'cell-text'}>{t(`table.held.${held}`)}</span>;
}

/** ≠, and what it means. */
export function DisputedCell(): ReactElement {
  const { t } = useTranslation();
  return <span className="tag tag-warn">≠ {t('table.disputed')}</span>;
}

/** How many are shown of how many there are. */
export function ShownOf({ shown, total }: { readonly shown: string; readonly total: string | null }): ReactElement {
  return (
    <>
      {shown}
      {total !== null && <span className="cell-total"> / {total}</span>}
    </>
  );
}
