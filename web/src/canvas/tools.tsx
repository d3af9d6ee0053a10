import type { Language } from '#vocabulary';
import { useRef, useState, type ReactElement } from 'react';
import { LAYOUTS, type Layout } from '../exploration/arrangement.ts';
import { ActionMenu } from '../ui/action-menu.tsx';
import styles from './canvas.module.css';
import type { CanvasController } from './controller.ts';
import { WORDS } from './words.ts';

const PATHS = {
  box: 'M-6 -6H-3M-1 -6H1M3 -6H6V-3M6 -1V1M6 3V6H3M1 6H-1M-3 6H-6V3M-6 1V-1M-6 -3V-6',
  arrange: 'M-6 -5H-2V-1H-6ZM2 -1.5H6V2.5H2ZM-6 3H-2V7H-6ZM-2 -3L2 -.5M-2 5L2 1.5',
  zoomOut: 'M-5 0H5',
  zoomIn: 'M-5 0H5M0 -5V5',
  fit: 'M-5.5 -2V-5.5H-2M2 -5.5H5.5V-2M5.5 2V5.5H2M-2 5.5H-5.5V2',
  layout: 'M-6 -4H-3M-6 0H-3M-6 4H-3M-3 -4L2 0M-3 0H2M-3 4L2 0M2 0H6',
} as const;

export interface ToolsProps {
  readonly controller: () => CanvasController | null;
  readonly language: Language;
  readonly layout: Layout;
  readonly onLayout: (layout: Layout) => void;
  readonly boxing: boolean;
  readonly onBoxing: (on: boolean) => void;
}

/** What can be done with the whole picture, over its upper right corner. */
export function Tools({ controller, language, layout, onLayout, boxing, onBoxing }: ToolsProps): ReactElement {
  const words = WORDS[language];
  const tools = [
    { label: words.arrange, path: PATHS.arrange, run: () => controller()?.arrange() },
    { label: words.zoomOut, path: PATHS.zoomOut, run: () => controller()?.zoomOut() },
    { label: words.zoomIn, path: PATHS.zoomIn, run: () => controller()?.zoomIn() },
    { label: words.fit, path: PATHS.fit, run: () => controller()?.fit() },
  ];
  return (
    <div className={styles.tools} data-covers-picture="">
      <LayoutMenu language={language} layout={layout} onLayout={onLayout} />
      <button
        type="button"
        className={styles.tool}
        aria-label={words.box}
        aria-pressed={boxing}
        title={words.box}
        onClick={() => onBoxing(!boxing)}
      >
        <Sign path={PATHS.box} />
      </button>
      {tools.map(({ label, path, run }) => (
        <button key={label} type="button" className={styles.tool} aria-label={label} title={label} onClick={run}>
          <Sign path={path} />
        </button>
      ))}
    </div>
  );
}

function LayoutMenu({
  language,
  layout,
  onLayout,
}: Pick<ToolsProps, 'language' | 'layout' | 'onLayout'>): ReactElement {
  const words = WORDS[language];
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles.layout}
        aria-label={`${words.layout}: ${words.layouts[layout]}`}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
        onKeyDown={({ key }) => {
          if (key === 'ArrowDown') setOpen(true);
        }}
      >
        <Sign path={PATHS.layout} />
        <span className={styles.layoutName}>
          <span className={styles.count}>{words.layout}</span> {words.layouts[layout]}
        </span>
      </button>
      {isOpen && (
        <ActionMenu
          label={words.layout}
          anchor={button}
          placement="bottom end"
          actions={LAYOUTS.map((id) => ({
            id,
            text: words.layouts[id],
            note: words.layoutHints[id],
            chosen: id === layout,
          }))}
          onAct={(id) => {
            const chosen = LAYOUTS.find((candidate) => candidate === id);
            if (chosen !== undefined) onLayout(chosen);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

function Sign({ path }: { readonly path: string }): ReactElement {
  return (
    <svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true">
      <path d={path} fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
    </svg>
  );
}
