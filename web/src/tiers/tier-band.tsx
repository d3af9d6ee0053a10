import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { asRelationId, RELATION_TYPES, type RelationId } from '#vocabulary';
import type { Selection } from '../exploration/selection.ts';
import { useFormats } from '../languages/use-language.ts';
import { bandEdges, bandPath, type PlacedBand } from './layout.ts';
import { stepLook } from './tier-graph.ts';
import styles from './tiers.module.css';

/** Lowest band with room for its share in words. */
const ROOM_FOR_TEXT = 15;

/** What joins two boxes. Certainty is fill: grey where a share is stated, hatched where not, hollow agreed, dots inferred. */
export function TierBand({
  band,
  direction,
  selection,
  nameOf,
  onSelectRelations,
}: {
  readonly band: PlacedBand;
  readonly direction: 'UPSTREAM' | 'DOWNSTREAM';
  readonly selection: Selection | null;
  readonly nameOf: (key: string) => string;
  readonly onSelectRelations: (ids: readonly RelationId[]) => void;
}): ReactElement {
  const { t } = useTranslation();
  const { language, percent } = useFormats();
  const { step, supplier, buyer, near, far } = band;
  const look = stepLook(step);
  const possible = step.held === 'POSSIBLY';
  const ids = step.relations.map(({ id }) => asRelationId(id));
  const selected = selection?.kind === 'relations' && selection.ids.some((id) => ids.includes(id));
  const part = step.share === null ? t('tiers.shareUnknown') : percent(step.share);
  const words = [...new Set(step.relations.map(({ type }) => RELATION_TYPES[type].label[language]))].join(', ');
  const upstream = direction === 'UPSTREAM';
  const [from, to] = [nameOf(upstream ? far : near), nameOf(upstream ? near : far)];
  const marks = [look === 'INFERRED' ? t('answer.inferredTie') : null, possible ? t('answer.possibleTie') : null];
  const title = [`${from} · ${words} → ${to}`, part, ...marks].filter((mark) => mark !== null).join(', ');
  const middle = { x: (supplier.x + buyer.x) / 2, y: (supplier.top + supplier.bottom + buyer.top + buyer.bottom) / 4 };
  const room = Math.min(supplier.bottom - supplier.top, buyer.bottom - buyer.top) >= ROOM_FOR_TEXT;
  const classes = [styles.band, styles[look], possible ? styles.possible : '', selected ? styles.chosen : ''];
  return (
    // The details of a relation are reached by keyboard through its ends, and through the table.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <g className={classes.join(' ')} onClick={() => onSelectRelations(ids)} data-band={band.key} data-look={look}>
      <title>{title}</title>
      <path d={bandPath(band)} className={styles.body} fill={look === 'UNSTATED' ? 'url(#tier-hatch)' : undefined} />
      <path d={bandEdges(band)} className={styles.edges} />
      {room && (
        <text x={middle.x} y={middle.y + 4} className={styles.share}>
          {step.share === null ? t('tiers.unknownShort') : part}
        </text>
      )}
    </g>
  );
}
