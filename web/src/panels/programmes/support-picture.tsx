import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { DAY_MAX, DAY_MIN, firstDay, lastDay, parsePartialDate } from '#vocabulary';
import { nameIn } from '../../actions/known.ts';
import type { Overlap, SupportRow } from '../../actions/programmes.ts';
import { NodeGlyph } from '../../appearance/node-glyph.tsx';
import { useFormats } from '../../languages/use-language.ts';
import { stepThroughRows } from '../answer/row-keys.ts';
import { periodOf } from '../words.ts';
import type { GroupedBy } from './asked.ts';
import { groupedRows, rowKey, type RowGroup } from './grouped-rows.ts';
import { SupportBar } from './support-bar.tsx';
import { SupportReasons } from './support-reasons.tsx';
import { useSupportWords } from './support-words.ts';
import { barOf, stretchOf, ticksOf, type Stretch, type Years } from './timeline.ts';

/** Supports along the years, under what they have in common; one may be open with what it rests on. */
export function SupportPicture({
  rows,
  by,
  years,
  certain,
}: {
  readonly rows: readonly SupportRow[];
  readonly by: GroupedBy;
  readonly years: Years;
  /** Pairs that certainly met, by cluster. */
  readonly certain: readonly Overlap[];
}): ReactElement {
  const { t } = useTranslation();
  const [open, setOpen] = useState<string | null>(null);
  const ticks = ticksOf(years);
  const placeOf = (year: number): number => {
    const january = firstDay(parsePartialDate(String(year)));
    return stretchOf(january, january, years).from;
  };
  return (
    <div className="support-picture">
      <div className="support-years" aria-hidden="true">
        {ticks.map((year) => (
          <span key={year} style={{ left: `${placeOf(year) * 100}%` }}>
            {year}
          </span>
        ))}
      </div>
      <ul className="support-legend" aria-label={t('programmes.legend')}>
        {(['certain', 'possible', 'inferred', 'met'] as const).map((look) => (
          <li key={look}>
            <svg className="support-key" viewBox="0 0 28 12" aria-hidden="true">
              {look === 'certain' && <rect className="support-certain" x={1} y={2} width={26} height={8} />}
              {look === 'possible' && <rect className="support-possible" x={1} y={2} width={26} height={8} />}
              {look === 'inferred' && (
                <rect className="support-possible support-inferred" x={1} y={2} width={26} height={8} />
              )}
              {look === 'met' && <rect className="support-met" x={1} y={5} width={26} height={3.5} />}
            </svg>
            {t(`programmes.look.${look}`)}
          </li>
        ))}
      </ul>
      <div data-rows>
        {groupedRows(rows, by).map((group) => (
          <Group key={group.node?.id ?? ''} group={group} by={by}>
            {group.rows.map((row) => {
              const key = rowKey(row);
              return (
                <SupportLine
                  key={key}
                  row={row}
                  by={by}
                  years={years}
                  ticks={ticks.map(placeOf)}
                  certain={certain.filter((one) => isSide(one, row))}
                  open={open === key}
                  toggle={() => setOpen(open === key ? null : key)}
                />
              );
            })}
          </Group>
        ))}
      </div>
    </div>
  );
}

/** Whether the row is one of the two that met. */
function isSide({ at, first, second }: Overlap, { cluster, support }: SupportRow): boolean {
  return at.id === cluster.id && [first, second].some((side) => sameSupport(side.support, support));
}

function sameSupport(a: Overlap['first']['support'], b: SupportRow['support']): boolean {
  return (
    a.supporter.id === b.supporter.id &&
    a.type === b.type &&
    a.level === b.level &&
    JSON.stringify(periodOf(a.period)) === JSON.stringify(periodOf(b.period))
  );
}

function Group({
  group: { node },
  by,
  children,
}: {
  readonly group: RowGroup;
  readonly by: GroupedBy;
  readonly children: readonly ReactElement[];
}): ReactElement {
  const { t } = useTranslation();
  const { language, number } = useFormats();
  const name = node === null ? t('programmes.noPlace') : nameIn(node, language);
  return (
    <section className="support-group" aria-label={name}>
      <h4 className="support-group-name">
        {node !== null && <NodeGlyph type={node.type} size={16} />}
        <span>{name}</span>
        <span className="support-count">
          {t(`programmes.rowsOf.${by}`, { count: children.length, shown: number(children.length) })}
        </span>
      </h4>
      <ul>{children}</ul>
    </section>
  );
}

function SupportLine({
  row,
  by,
  years,
  ticks,
  certain,
  open,
  toggle,
}: {
  readonly row: SupportRow;
  readonly by: GroupedBy;
  readonly years: Years;
  readonly ticks: readonly number[];
  readonly certain: readonly Overlap[];
  readonly open: boolean;
  readonly toggle: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const { language } = useFormats();
  const words = useSupportWords();
  const { support, cluster } = row;
  const period = periodOf(support.period);
  const name = (node: typeof cluster): string => nameIn(node, language);
  const title =
    by === 'CLUSTER'
      ? name(support.supporter)
      : by === 'SUPPORTER'
        ? name(cluster)
        : t('programmes.pair', { supporter: name(support.supporter), cluster: name(cluster) });
  const met = certain.flatMap((one): readonly Stretch[] => {
    if (one.certain === null) return [];
    const { from, to } = one.certain;
    const first = from === null ? DAY_MIN : firstDay(parsePartialDate(from));
    const last = to === null ? DAY_MAX : lastDay(parsePartialDate(to));
    return [stretchOf(first, last, years)];
  });
  const inferred = support.evidence !== 'DOCUMENTED';
  return (
    <li className="support-line">
      <button
        type="button"
        className={`support-head${open ? ' support-open' : ''}`}
        aria-expanded={open}
        data-row
        onKeyDown={stepThroughRows}
        onClick={toggle}
      >
        <span className="support-title">{title}</span>
        <SupportBar bar={barOf(period, years)} inferred={inferred} met={met} ticks={ticks} />
        <span className="support-says">
          <span>{words.period(period)}</span>
          <span className="tag">{t(`programmes.status.${support.status}`)}</span>
          {support.level !== 'CLUSTER' && <span className="tag">{t(`programmes.level.${support.level}`)}</span>}
          {inferred && (
            <span className="tag">
              {support.evidence === 'INFERRED' ? t('answer.inferredTie') : t('answer.generalTie')}
            </span>
          )}
          {row.during === 'POSSIBLY' && <span className="tag">{t('answer.possibleTie')}</span>}
          {certain.length > 0 && <span className="tag">{t('programmes.certainlyMet', { count: certain.length })}</span>}
        </span>
      </button>
      {open && <SupportReasons row={row} certain={certain} />}
    </li>
  );
}
