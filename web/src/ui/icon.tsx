import type { ReactElement } from 'react';

/** Signs of the interface itself, as strokes on a 16 × 16 field. Signs of data are in `appearance`. */
const PATHS = {
  search: 'M11 11l3.5 3.5M12.5 7a5 5 0 1 1-10 0 5 5 0 0 1 10 0Z',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  down: 'M4.5 6.5L8 10l3.5-3.5',
  up: 'M4.5 9.5L8 6l3.5 3.5',
  right: 'M6 4l4 4-4 4',
  back: 'M10 3.5L5.5 8l4.5 4.5',
  check: 'M3 8.5l3.2 3.2L13 4.8',
  graph:
    'M5.6 7.1l4.9-2.7M5.6 8.9l4.9 2.7M5.8 8a2 2 0 1 1-4 0 2 2 0 0 1 4 0ZM14.2 3.5a2 2 0 1 1-4 0 2 2 0 0 1 4 0ZM14.2 12.5a2 2 0 1 1-4 0 2 2 0 0 1 4 0Z',
  map: 'M1.5 4l4-1.5 5 1.5 4-1.5v9.5l-4 1.5-5-1.5-4 1.5ZM5.5 2.5v9.5M10.5 4v9.5',
  table: 'M2 3h12v10H2ZM2 6.3h12M2 9.6h12M6.2 3v10',
  list: 'M5.5 4H14M5.5 8H14M5.5 12H14M2.2 4h.6M2.2 8h.6M2.2 12h.6',
  help: 'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0ZM6.2 6.3a1.9 1.9 0 1 1 2.7 2c-.6.3-.9.6-.9 1.2M8 11.5v.2',
  console: 'M2 3h12v10H2ZM4.5 6l2 2-2 2M8.5 10.2h3',
  filter: 'M2 4h12M4.2 8h7.6M6.4 12h3.2',
  menu: 'M2 4h12M2 8h12M2 12h12',
  external: 'M6.5 3.5H3v9.5h9.5V9.5M9 2.5h4.5V7M13.2 2.8L7.5 8.5',
  eye: 'M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8ZM10 8a2 2 0 1 1-4 0 2 2 0 0 1 4 0Z',
  eyeOff: 'M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8ZM3 13L13 3',
  warning: 'M8 2.3L14.5 13.5h-13ZM8 6.5v3.4M8 11.7v.2',
  plus: 'M8 3v10M3 8h10',
  more: 'M3.2 8h.1M8 8h.1M12.8 8h.1',
  export: 'M8 2v8M4.8 6.8L8 10l3.2-3.2M2.5 11v2.5h11V11',
  share: 'M8 10V2M4.8 5.2L8 2l3.2 3.2M4.5 7.5h-2v6.5h11V7.5h-2',
  minus: 'M3 8h10',
  swap: 'M5 2.5v11M5 2.5L2.5 5M5 2.5L7.5 5M11 13.5v-11M11 13.5L8.5 11M11 13.5l2.5-2.5',
  undo: 'M3.2 6.2h6.3a3.5 3.5 0 0 1 0 7H6.5M5.8 3.2l-3 3 3 3',
  redo: 'M12.8 6.2H6.5a3.5 3.5 0 0 0 0 7h3M10.2 3.2l3 3-3 3',
  history: 'M2.8 5.2A6 6 0 1 1 2 8M2.5 2.6v2.9h2.9M8 4.8V8l2.2 1.6',
  pin: 'M8 9.7V14M4.6 9.7h6.8L10 7.3V3.2H6v4.1Z',
  dots: 'M3.2 8h.1M8 8h.1M12.8 8h.1',
  person: 'M8 8a2.8 2.8 0 1 0 0-5.6A2.8 2.8 0 0 0 8 8ZM2.8 13.8a5.2 5.2 0 0 1 10.4 0',
  copy: 'M5.5 5.5V2.5h8v8h-3M2.5 5.5h8v8h-8Z',
} as const;

/** The name of a sign. */
export type IconName = keyof typeof PATHS | 'theme';

/** Decorative: the control it stands in has a name of its own. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }): ReactElement {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false" className="icon">
      {name === 'theme' ? (
        <path d="M8 2a6 6 0 0 0 0 12ZM8 2a6 6 0 0 1 0 12" fill="none" stroke="currentColor" strokeWidth="1.5" />
      ) : (
        <path
          d={PATHS[name]}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      )}
      {name === 'theme' && <path d="M8 2a6 6 0 0 0 0 12Z" fill="currentColor" />}
    </svg>
  );
}
