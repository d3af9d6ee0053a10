import type { ReactElement, ReactNode } from 'react';

/** A bar of a row: how long it is, and how it is drawn. */
interface Bar {
  readonly key: string;
  readonly name: string;
  readonly value: number;
  readonly written: string;
}

/** A row of bars for a sector. */
export interface BarRow {
  readonly code: string;
  readonly name: string;
  readonly tags: readonly string[];
  readonly bars: readonly Bar[];
}

/** Sectors with one or more bars each on one scale; a press on a name looks at that sector closely. */
export function BarRows({
  label,
  rows,
  mark,
  sector,
  onLook,
  children,
}: {
  readonly label: string;
  readonly rows: readonly BarRow[];
  /** A value at which a line stands, such as the average; null: none. */
  readonly mark: number | null;
  readonly sector: string | null;
  readonly onLook: (code: string) => void;
  /** What the bars mean. */
  readonly children: ReactNode;
}): ReactElement {
  const most = Math.max(...rows.flatMap(({ bars }) => bars.map(({ value }) => value)), Number.MIN_VALUE);
  const width = (value: number): string => `${Math.max(0, value / most) * 100}%`;
  return (
    <>
      <div className="io-key">{children}</div>
      <div className="io-scroll">
        <ul className="io-bars" aria-label={label}>
          {rows.map(({ code, name, tags, bars }) => (
            <li key={code} className={code === sector ? 'io-bar-row io-looked' : 'io-bar-row'}>
              <div className="io-bar-name">
                <button type="button" aria-pressed={code === sector} onClick={() => onLook(code)}>
                  {name}
                </button>
                {tags.map((tag) => (
                  <span key={tag} className="tag">
                    {tag}
                  </span>
                ))}
              </div>
              <dl className="io-bar-list">
                {bars.map((bar) => (
                  <div key={bar.key} className="io-bar">
                    <dt className="spoken">{bar.name}</dt>
                    <dd>
                      <span className="io-bar-ground" aria-hidden="true">
                        <span className={`io-bar-${bar.key}`} style={{ width: width(bar.value) }} />
                        {mark !== null && <span className="io-bar-mark" style={{ left: width(mark) }} />}
                      </span>
                      <span className="io-bar-value">{bar.written}</span>
                    </dd>
                  </div>
                ))}
              </dl>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
