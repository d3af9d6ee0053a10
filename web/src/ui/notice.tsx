import type { ReactElement, ReactNode } from 'react';

/** What a notice says. */
export interface NoticeProps {
  readonly glyph: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
  /** What can be done about it. */
  readonly actions?: ReactNode;
  /** Spoken at once. */
  readonly alert?: boolean;
}

/** An empty or failed state: what it is, why, and the ways out. */
export function Notice({ glyph, title, children, actions, alert = false }: NoticeProps): ReactElement {
  return (
    <div className="notice" role={alert ? 'alert' : undefined}>
      <span className="notice-glyph">{glyph}</span>
      <h2 className="notice-title">{title}</h2>
      {children !== undefined && <div className="notice-text">{children}</div>}
      {actions !== undefined && <div className="notice-actions">{actions}</div>}
    </div>
  );
}

/** Rows in the form of what is awaited. */
export function Skeleton({ rows, label }: { readonly rows: number; readonly label: string }): ReactElement {
  return (
    <div className="skeleton" role="status">
      <span className="spoken">{label}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="skeleton-row" aria-hidden="true">
          <span className="skeleton-mark" />
          <span className="skeleton-lines">
            <span className="skeleton-line" />
            <span className="skeleton-line skeleton-line-second" />
          </span>
        </div>
      ))}
    </div>
  );
}
