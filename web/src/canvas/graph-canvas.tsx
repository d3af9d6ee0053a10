import type { Language, NodeId } from '#vocabulary';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { collapseAll } from '../exploration/expanding.ts';
import type { Exploration } from '../exploration/exploration.ts';
import type { Selection } from '../exploration/selection.ts';
import type { ExplorationStore } from '../exploration/store.ts';
import { hover, select } from '../exploration/transitions.ts';
import { visibleGraphSelector } from '../exploration/visible-graph.ts';
import styles from './canvas.module.css';
import { createCanvas, type CanvasController } from './controller.ts';
import { Legend } from './legend.tsx';
import type { Arrow } from './nearest.ts';
import { memoryOf } from './memory.ts';
import { spokenExtent, spokenNode } from './spoken.ts';
import { WORDS } from './words.ts';

/** What the page may ask of the canvas. */
interface CanvasCommands {
  readonly fit: () => void;
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
}

export interface GraphCanvasProps {
  readonly store: ExplorationStore;
  readonly language: Language;
  /** Colours are read from the document again when it changes. */
  readonly theme: 'light' | 'dark';
  /** Double click, or E on the node where the keyboard stands. */
  readonly onExpand: (id: NodeId) => void;
  /** Enter: the details of what was just selected are wanted. */
  readonly onOpenDetails: () => void;
  /** Called with the commands once the canvas stands, and with null when it goes. */
  readonly onReady?: (commands: CanvasCommands | null) => void;
  /** What stands between the picture and its legend, such as the time strip. */
  readonly dock?: ReactNode;
}

const documentedOnlyOf = ({ answered, question }: Exploration): boolean => {
  const { evidence } = answered ?? question;
  return evidence.every((kind) => kind === 'DOCUMENTED');
};

/** The graph: picture, labels, zoom, legend, and what a screen reader hears. Fills its parent. */
export default function GraphCanvas(props: GraphCanvasProps): ReactElement {
  const { store, language, theme } = props;
  const picture = useRef<HTMLDivElement>(null);
  const labels = useRef<HTMLCanvasElement>(null);
  const controller = useRef<CanvasController | null>(null);
  const latest = useRef(props);
  const graphOf = useMemo(() => visibleGraphSelector(), []);
  const graph = useStore(store, graphOf);
  const pointedAt = useStore(store, (exploration) => exploration.hover);
  const documentedOnly = useStore(store, documentedOnlyOf);
  const selecting = useStore(store, (exploration) => exploration.selection !== null);
  const [cursor, setCursor] = useState<NodeId | null>(null);
  const words = WORDS[language];

  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    if (picture.current === null || labels.current === null) return undefined;
    const events = {
      onSelect: (selection: Selection | null) => store.setState((exploration) => select(exploration, selection)),
      onHover: (selection: Selection | null) => store.setState((exploration) => hover(exploration, selection)),
      onExpand: (id: NodeId) => latest.current.onExpand(id),
    };
    const canvas = createCanvas(picture.current, labels.current, events, memoryOf(store));
    if (canvas === null) return undefined;
    controller.current = canvas;
    const observer = new ResizeObserver(canvas.resize);
    observer.observe(picture.current);
    canvas.resize();
    latest.current.onReady?.({ fit: canvas.fit, zoomIn: canvas.zoomIn, zoomOut: canvas.zoomOut });
    return () => {
      observer.disconnect();
      canvas.destroy();
      controller.current = null;
      latest.current.onReady?.(null);
    };
  }, [store]);

  useEffect(
    () => controller.current?.show({ graph, hover: pointedAt, language, documentedOnly, selecting }),
    [graph, pointedAt, language, documentedOnly, selecting],
  );
  useEffect(() => controller.current?.recolour(theme), [theme]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const canvas = controller.current;
    if (canvas === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const selected = store.getState().selection;
    const at = cursor ?? (selected?.kind === 'node' ? selected.id : null);
    if (!press(event.key, canvas, at)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  function press(key: string, canvas: CanvasController, at: NodeId | null): boolean {
    switch (key) {
      case 'ArrowLeft':
      case 'ArrowRight':
      case 'ArrowUp':
      case 'ArrowDown':
        setCursor(canvas.step(key satisfies Arrow));
        return true;
      case 'Enter':
      case ' ':
        if (at === null) return false;
        store.setState((exploration) => select(exploration, { kind: 'node', id: at }));
        props.onOpenDetails();
        return true;
      case 'e':
      case 'E':
        if (at === null) return false;
        props.onExpand(at);
        return true;
      case 'c':
      case 'C':
        if (at === null) return false;
        store.setState((exploration) => collapseAll(exploration, at));
        return true;
      case 'f':
      case 'F':
        canvas.fit();
        return true;
      case '+':
      case '=':
        canvas.zoomIn();
        return true;
      case '-':
        canvas.zoomOut();
        return true;
      default:
        return false;
    }
  }

  const leave = (): void => {
    setCursor(null);
    controller.current?.setCursor(null);
  };
  const spoken = useMemo(() => {
    const selected = graph.nodes.find((node) => node.selected)?.id ?? null;
    const id = cursor ?? selected;
    return (id === null ? null : spokenNode(graph, id, language)) ?? spokenExtent(graph, language);
  }, [graph, cursor, language]);

  return (
    <div className={styles.frame}>
      <div className={styles.stage}>
        {/* A picture that is walked with the arrow keys is one widget, which has no role of its own: application it is. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <div
          className={styles.focus}
          role="application"
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          aria-label={words.canvas}
          aria-describedby="canvas-how-to"
          onKeyDown={onKeyDown}
          onBlur={leave}
        >
          <div ref={picture} className={styles.picture} aria-hidden="true" />
          <canvas ref={labels} className={styles.labels} aria-hidden="true" />
        </div>
        <p className={styles.shown}>{spokenExtent(graph, language)}</p>
        <Tools controller={() => controller.current} language={language} />
      </div>
      <p id="canvas-how-to" hidden>
        {words.howTo}
      </p>
      <p className="spoken" aria-live="polite">
        {spoken}
      </p>
      {props.dock}
      <Legend graph={graph} language={language} />
    </div>
  );
}

function Tools({
  controller,
  language,
}: {
  readonly controller: () => CanvasController | null;
  readonly language: Language;
}): ReactElement {
  const words = WORDS[language];
  const tools = [
    {
      label: words.arrange,
      path: 'M-6 -5H-2V-1H-6ZM2 -1.5H6V2.5H2ZM-6 3H-2V7H-6ZM-2 -3L2 -.5M-2 5L2 1.5',
      run: () => controller()?.arrange(),
    },
    { label: words.zoomOut, path: 'M-5 0H5', run: () => controller()?.zoomOut() },
    { label: words.zoomIn, path: 'M-5 0H5M0 -5V5', run: () => controller()?.zoomIn() },
    {
      label: words.fit,
      path: 'M-5.5 -2V-5.5H-2M2 -5.5H5.5V-2M5.5 2V5.5H2M-2 5.5H-5.5V2',
      run: () => controller()?.fit(),
    },
  ];
  return (
    <div className={styles.tools}>
      {tools.map(({ label, path, run }) => (
        <button key={label} type="button" className={styles.tool} aria-label={label} title={label} onClick={run}>
          <svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true">
            <path d={path} fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
          </svg>
        </button>
      ))}
    </div>
  );
}
