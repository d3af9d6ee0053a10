import type { Language, NodeId } from '#vocabulary';
import {
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
} from 'react';
import { useStore } from 'zustand';
import { pin, setLayout, type Placing, type Position } from '../exploration/arrangement.ts';
import { drawnLooksSelector } from '../exploration/drawn-looks.ts';
import type { Exploration } from '../exploration/exploration.ts';
import { mark } from '../exploration/marking.ts';
import type { ExplorationStore } from '../exploration/store.ts';
import { hover, select } from '../exploration/transitions.ts';
import { visibleGraphNow } from '../exploration/visible-graph.ts';
import { litNow } from '../exploration/way.ts';
import { press } from './canvas-keys.ts';
import styles from './canvas.module.css';
import { createCanvas, type CanvasController } from './controller.ts';
import { Legend } from './legend.tsx';
import { LooksLegend } from './looks-legend.tsx';
import { selectionOfLine } from './light.ts';
import { memoryOf, standingIn } from './memory.ts';
import { NodeMenu, type MenuAt } from './node-menu.tsx';
import { actOn, nodeActions, type NodeAnalysis } from './node-actions.ts';
import type { Rectangle } from './gestures.ts';
import type { CanvasEvents } from './scene.ts';
import { SpokenPicture } from './spoken-picture.tsx';
import { spokenExtent, spokenNode } from './spoken.ts';
import { Tools } from './tools.tsx';
import { useCoordinates } from './use-coordinates.ts';
import { useWalk } from './use-walk.ts';
import { WORDS } from './words.ts';

/** What the page may ask of the canvas. */
interface CanvasCommands {
  readonly fit: () => void;
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  /** Where nodes stand, as the picture has them; also while another view has its room. */
  readonly standing: (ids: readonly NodeId[]) => readonly Placing[];
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
  /** T, and from a node's menu: an analysis that starts from it is wanted. */
  readonly onAnalyse?: (what: NodeAnalysis, id: NodeId) => void;
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
  const { store, language, theme, onExpand, onOpenDetails, onAnalyse } = props;
  const surface = useRef<HTMLDivElement>(null);
  const still = useRef<HTMLDivElement>(null);
  const picture = useRef<HTMLDivElement>(null);
  const labels = useRef<HTMLCanvasElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const controller = useRef<CanvasController | null>(null);
  const graph = useStore(store, visibleGraphNow);
  const looksOf = useMemo(() => drawnLooksSelector(), []);
  const looks = useStore(store, looksOf);
  const pointedAt = useStore(store, litNow);
  const documentedOnly = useStore(store, documentedOnlyOf);
  const selecting = useStore(store, (exploration) => exploration.selection !== null);
  const lookedAt = useStore(store, (exploration) => exploration.lookedAt);
  const layout = useStore(store, (exploration) => exploration.layout);
  const pinned = useStore(store, (exploration) => exploration.pinned);
  const step = useStore(store, (exploration) => exploration.step);
  const coordinates = useCoordinates(store, graph);
  const [cursor, setCursor] = useState<NodeId | null>(null);
  const [menu, setMenu] = useState<MenuAt | null>(null);
  const [boxing, setBoxing] = useState(false);
  const words = WORDS[language];
  const actions = useMemo(() => {
    const position = (id: NodeId): Position | null => memoryOf(store).places.now().get(id) ?? null;
    const page = { store, onExpand, onOpenDetails, ...(onAnalyse === undefined ? {} : { onAnalyse }) };
    return nodeActions(page, graph, position);
  }, [store, graph, onExpand, onOpenDetails, onAnalyse]);
  const walk = useWalk(store, graph, language);
  const latest = useRef({ props, actions, boxing });

  useEffect(() => {
    latest.current = { props, actions, boxing };
  });

  useEffect(() => {
    if (!surface.current || !still.current || !picture.current || !labels.current) return undefined;
    const events: CanvasEvents = {
      onSelect: (selection) => store.setState((exploration) => select(exploration, selection)),
      onHover: (selection) => store.setState((exploration) => hover(exploration, selection)),
      onExpand: (id) => latest.current.actions.expand(id),
      onMark: (ids, how) => {
        store.setState((exploration) => mark(exploration, ids, how));
        setBoxing(false);
      },
      onPin: (placings) => store.setState((exploration) => pin(exploration, placings)),
      onMenu: (id, at) => setMenu({ id, at }),
      onBox: (rectangle) => drawBox(box.current, rectangle),
      boxing: () => latest.current.boxing,
    };
    const elements = {
      surface: surface.current,
      still: still.current,
      picture: picture.current,
      labels: labels.current,
    };
    const canvas = createCanvas(elements, events, memoryOf(store));
    if (canvas === null) return undefined;
    controller.current = canvas;
    const observer = new ResizeObserver(canvas.resize);
    observer.observe(picture.current);
    canvas.resize();
    const { fit, zoomIn, zoomOut } = canvas;
    latest.current.props.onReady?.({ fit, zoomIn, zoomOut, standing: standingIn(memoryOf(store)) });
    return () => {
      observer.disconnect();
      canvas.destroy();
      controller.current = null;
      latest.current.props.onReady?.(null);
    };
  }, [store]);

  useEffect(
    () =>
      controller.current?.show({
        graph,
        looks,
        hover: pointedAt,
        language,
        documentedOnly,
        selecting,
        lookedAt,
        layout,
        pinned,
        step,
        coordinates,
      }),
    [graph, looks, pointedAt, language, documentedOnly, selecting, lookedAt, layout, pinned, step, coordinates],
  );
  useEffect(() => controller.current?.recolour(theme), [theme]);

  const goTo = (id: NodeId | null): void => {
    setCursor(id);
    controller.current?.setCursor(id);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const canvas = controller.current;
    if (canvas === null || event.ctrlKey || event.metaKey) return;
    const selected = store.getState().selection;
    const at = cursor ?? (selected?.kind === 'node' ? selected.id : null);
    const taken = press(event, {
      ...actions,
      canvas,
      at,
      go: (arrow) => {
        walk.leave();
        setCursor(canvas.step(arrow));
      },
      along: (by) => {
        if (cursor === null) goTo(at);
        walk.along(at, by);
      },
      across: () => {
        const other = walk.otherEnd();
        walk.leave();
        if (other !== null) goTo(other);
      },
      open: (id) => {
        if (walk.line === null) return actions.open(id);
        const selection = selectionOfLine(walk.line);
        store.setState((exploration) => select(exploration, selection));
        return onOpenDetails();
      },
      menu: (id) => {
        const spot = canvas.spot(id);
        if (spot !== null) setMenu({ id, at: spot });
      },
    });
    if (!taken) return;
    event.preventDefault();
    event.stopPropagation();
  };

  const leave = (): void => {
    if (menu !== null) return;
    walk.leave();
    goTo(null);
  };
  const spoken = useMemo(() => {
    if (walk.spoken !== null) return walk.spoken;
    const selected = graph.nodes.find((node) => node.selected)?.id ?? null;
    const id = cursor ?? selected;
    return (id === null ? null : spokenNode(graph, id, language)) ?? spokenExtent(graph, language);
  }, [graph, cursor, walk.spoken, language]);
  const told = useDeferredValue(graph);
  const menuNode = menu === null ? undefined : graph.nodes.find((node) => node.id === menu.id);

  return (
    <div className={styles.frame}>
      <div className={styles.stage}>
        {/* A picture that is walked with the arrow keys is one widget, which has no role of its own: application it is. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <div
          className={boxing ? `${styles.focus} ${styles.boxing}` : styles.focus}
          ref={surface}
          role="application"
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          aria-label={words.canvas}
          aria-describedby="canvas-how-to"
          onKeyDown={onKeyDown}
          onBlur={leave}
        >
          <div ref={still} className={styles.still} aria-hidden="true">
            <div ref={picture} className={styles.picture} />
            <canvas ref={labels} className={styles.labels} />
          </div>
          <div ref={box} className={styles.box} hidden />
        </div>
        <p className={styles.shown}>{spokenExtent(graph, language)}</p>
        <Tools
          controller={() => controller.current}
          language={language}
          layout={layout}
          onLayout={(chosen) => store.setState((exploration) => setLayout(exploration, chosen))}
          boxing={boxing}
          onBoxing={setBoxing}
        />
        {menu !== null && menuNode !== undefined && (
          <NodeMenu
            node={menuNode}
            at={menu.at}
            language={language}
            onAct={(action, id) => {
              setMenu(null);
              actOn(action, id, actions);
            }}
            onClose={() => setMenu(null)}
          />
        )}
      </div>
      <p id="canvas-how-to" hidden>
        {words.howTo}
      </p>
      <p className="spoken" aria-live="polite">
        {spoken}
      </p>
      <SpokenPicture graph={told} language={language} onOpen={actions.open} />
      {props.dock}
      <LooksLegend looks={looks} nodes={graph.nodes} language={language} store={store} />
      <Legend
        graph={graph}
        language={language}
        withoutPlace={layout === 'PLACES' ? graph.nodes.filter(({ id }) => !coordinates.has(id)).length : 0}
      />
    </div>
  );
}

/** The box being drawn follows the pointer without a render. */
function drawBox(element: HTMLElement | null, rectangle: Rectangle | null): void {
  if (element === null) return;
  element.hidden = rectangle === null;
  if (rectangle === null) return;
  const { left, top, right, bottom } = rectangle;
  Object.assign(element.style, {
    left: `${left}px`,
    top: `${top}px`,
    width: `${right - left}px`,
    height: `${bottom - top}px`,
  });
}
