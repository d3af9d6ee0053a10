import type { Language, NodeId } from '#vocabulary';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Legend } from '../canvas/legend.tsx';
import { LooksLegend } from '../canvas/looks-legend.tsx';
import { drawnLooksSelector } from '../exploration/drawn-looks.ts';
import { selectionOfLine } from '../canvas/light.ts';
import { collapseAll } from '../exploration/expanding.ts';
import type { ExplorationStore } from '../exploration/store.ts';
import { mark } from '../exploration/marking.ts';
import { hover, select } from '../exploration/transitions.ts';
import { litNow } from '../exploration/way.ts';
import { visibleGraphNow, type VisibleGraph } from '../exploration/visible-graph.ts';
import { PHONE, useMedia } from '../ui/use-media.ts';
import { localeOf, useFormats, type Formats } from '../languages/use-language.ts';
import type { MapScene } from './drawing.ts';
import { placeNodes, type MapItem } from './items.ts';
import { createMap, type MapController } from './map-controller.ts';
import { MapScale } from './map-scale.tsx';
import { MapTip } from './map-tip.tsx';
import { MapTools } from './map-tools.tsx';
import styles from './map.module.css';
import { keyOn } from './keys.ts';
import { keepTray, mapMemoryOf } from './memory.ts';
import { scaleBar, type ScaleBar } from './scale-bar.ts';
import { spokenItem, spokenPlace, type MapVoice } from './spoken-map.ts';
import { spotOfVisible } from './spots.ts';
import { Tray } from './tray.tsx';
import { useGround } from './use-ground.ts';
import { useHands } from './use-hands.ts';

/** What the page may ask of the map; the same as of the graph. */
interface MapCommands {
  readonly fit: () => void;
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
}

export interface MapViewProps {
  readonly store: ExplorationStore;
  readonly language: Language;
  /** Colours are read from the document again when it changes. */
  readonly theme: 'light' | 'dark';
  /** Double click, or E on the node where the keyboard stands. */
  readonly onExpand: (id: NodeId) => void;
  /** Enter: the details of what was just selected are wanted. */
  readonly onOpenDetails: () => void;
  /** Called with the commands once the map stands, and with null when it goes. */
  readonly onReady?: (commands: MapCommands | null) => void;
  /** What stands between the map and its legend, such as the time strip. */
  readonly dock?: ReactNode;
}

/** The map: the same picture as the graph, at its places, with a tray for what has none. Fills its parent. */
export default function MapView(props: MapViewProps): ReactElement {
  const { store, language, theme } = props;
  const { t } = useTranslation();
  const formats = useFormats();
  const memory = mapMemoryOf(store);
  const surface = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const controller = useRef<MapController | null>(null);
  const latest = useRef(props);
  const graph = useStore(store, visibleGraphNow);
  const looksOf = useMemo(() => drawnLooksSelector(), []);
  const looks = useStore(store, looksOf);
  const nodes = useStore(store, (exploration) => exploration.nodes);
  const pointedAt = useStore(store, litNow);
  const ground = useGround(language);
  const [cursor, setCursor] = useState<MapItem | null>(null);
  const [inside, setInside] = useState(0);
  const [bar, setBar] = useState<ScaleBar | null>(null);
  const phone = useMedia(PHONE);
  const [trayOpen, setTrayOpen] = useState(memory.trayOpen ?? !phone);
  const { placed, unplaced } = useMemo(
    () => placeNodes(graph.nodes, (node) => spotOfVisible(node, nodes)),
    [graph, nodes],
  );
  const integers = useMemo(() => new Intl.NumberFormat(localeOf(language)), [language]);
  const tiesOf = useMemo(() => tiesByNode(graph), [graph]);
  const voice = useMemo(
    (): MapVoice => ({
      graph,
      language,
      t,
      names: {
        language,
        number: (value) => integers.format(value),
        placesOf: (id) => nodes[id]?.places ?? [],
        tiesText: (ids) => {
          const count = new Set(ids.flatMap((id) => [...(tiesOf.get(id) ?? [])])).size;
          return count === 0 ? null : t('map.ties', { count });
        },
      },
    }),
    [graph, language, t, integers, nodes, tiesOf],
  );
  const scene = useMemo(
    (): MapScene => ({
      graph,
      looks,
      placed,
      unplaced: unplaced.map(({ id }) => id),
      hover: pointedAt,
      ground,
      ...voice.names,
    }),
    [graph, looks, placed, unplaced, pointedAt, ground, voice],
  );

  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    if (canvas.current === null) return undefined;
    const map = createMap(canvas.current, memory, (camera, { width, height }, within) => {
      setInside(within);
      const next = scaleBar(camera, { x: width / 2, y: height / 2 });
      setBar((before) =>
        before?.kilometres === next.kilometres && Math.round(before.pixels) === Math.round(next.pixels) ? before : next,
      );
    });
    if (map === null) return undefined;
    controller.current = map;
    const observer = new ResizeObserver(map.resize);
    observer.observe(canvas.current);
    map.resize();
    latest.current.onReady?.({ fit: map.fit, zoomIn: () => map.zoomBy(1), zoomOut: () => map.zoomBy(-1) });
    return () => {
      observer.disconnect();
      map.destroy();
      controller.current = null;
      latest.current.onReady?.(null);
    };
  }, [memory]);

  useEffect(() => controller.current?.show(scene), [scene]);
  useEffect(() => controller.current?.recolour(theme), [theme]);

  const choose = (id: NodeId): void => store.setState((exploration) => select(exploration, { kind: 'node', id }));
  const pointAt = (id: NodeId | null): void =>
    store.setState((exploration) => hover(exploration, id === null ? null : { kind: 'node', id }));
  const toggleMarks = (item: MapItem): void =>
    store.setState((exploration) =>
      mark(
        exploration,
        item.nodes.map(({ node }) => node.id),
        'TOGGLE',
      ),
    );
  const { tip } = useHands(surface, controller, {
    onItem: ({ nodes: [first] }) => first !== undefined && choose(first.node.id),
    onLine: ({ lines: [first] }) =>
      first !== undefined && store.setState((exploration) => select(exploration, selectionOfLine(first))),
    onMark: toggleMarks,
    onGround: () => store.setState((exploration) => select(exploration, null)),
    onExpand: (id) => props.onExpand(id),
    onHover: (target) =>
      store.setState((exploration) => {
        if (target === null) return hover(exploration, null);
        if (target.kind === 'line') {
          const [first] = target.line.lines;
          return hover(exploration, first === undefined ? null : selectionOfLine(first));
        }
        const [first, second] = target.item.nodes;
        return hover(
          exploration,
          first === undefined || second !== undefined ? null : { kind: 'node', id: first.node.id },
        );
      }),
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    const map = controller.current;
    if (map === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const selected = store.getState().selection;
    const from = cursor ?? (selected?.kind === 'node' ? map.itemOf(selected.id) : null);
    const taken = keyOn(event, map, from, {
      onCursor: setCursor,
      onDetails: (id) => {
        choose(id);
        props.onOpenDetails();
      },
      onMark: toggleMarks,
      onExpand: props.onExpand,
      onCollapse: (id) => store.setState((exploration) => collapseAll(exploration, id)),
    });
    if (!taken) return;
    event.preventDefault();
    event.stopPropagation();
  };

  const leave = (): void => {
    setCursor(null);
    controller.current?.setCursor(null);
  };
  const spots = useMemo(() => new Map(placed.map(({ node, spot }) => [node.id, spot])), [placed]);
  const selected = graph.nodes.find((node) => node.selected)?.id ?? null;
  const extent = extentText(graph, placed.length, inside, t, formats);
  const spoken =
    cursor !== null
      ? spokenItem(voice, cursor)
      : selected !== null
        ? spokenPlace(voice, selected, spots.get(selected) ?? null)
        : extent;
  const missing = graph.lines.filter(({ from, to }) => !spots.has(from) || !spots.has(to));

  return (
    <div className={styles.frame}>
      <div className={styles.stage}>
        {/* A picture that is walked with the arrow keys is one widget, which has no role of its own: application it is. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <div
          ref={surface}
          className={styles.focus}
          role="application"
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          aria-label={t('map.label')}
          aria-describedby="map-how-to"
          onKeyDown={onKeyDown}
          onBlur={leave}
        >
          <canvas ref={canvas} className={styles.picture} aria-hidden="true" />
        </div>
        <p className={styles.shown}>{extent}</p>
        <MapTools onZoom={(steps) => controller.current?.zoomBy(steps)} onFit={() => controller.current?.fit()} />
        <MapScale bar={bar} />
        <MapTip tip={tip} voice={voice} />
      </div>
      <p id="map-how-to" hidden>
        {t('map.howTo')}
      </p>
      <p className="spoken" aria-live="polite">
        {spoken}
      </p>
      <ul className="spoken" aria-label={t('map.trayAll')}>
        {graph.nodes.map(({ id }) => (
          <li key={id}>{spokenPlace(voice, id, spots.get(id) ?? null)}</li>
        ))}
      </ul>
      <Tray
        nodes={unplaced}
        lines={{ missing: missing.length, total: graph.lines.length }}
        partnersOf={(id) => partnersOf(graph, id)}
        open={trayOpen}
        onOpen={(open) => {
          keepTray(store, open);
          setTrayOpen(open);
        }}
        onSelect={choose}
        onHover={pointAt}
      />
      {props.dock}
      <LooksLegend looks={looks} nodes={placed.map(({ node }) => node)} language={language} store={store} />
      <Legend graph={graph} language={language} />
    </div>
  );
}

/** "9 of 23 nodes on the map, 6 lines within one place": nothing is left out without a word. */
function extentText(graph: VisibleGraph, shown: number, inside: number, t: MapVoice['t'], formats: Formats): string {
  const { number, language } = formats;
  const nodes = t('map.onMap', { shown: number(shown), total: number(graph.nodes.length) });
  if (inside === 0) return nodes;
  return [nodes, t('map.inside', { count: inside })].join(language === 'ja' ? '、' : ', ');
}

/** The ties that run along the lines of each node. */
function tiesByNode(graph: VisibleGraph): ReadonlyMap<NodeId, ReadonlySet<string>> {
  const ties = new Map<NodeId, Set<string>>();
  for (const line of graph.lines) {
    for (const end of [line.from, line.to]) ties.set(end, new Set([...(ties.get(end) ?? []), ...line.ties]));
  }
  return ties;
}

/** Names of the nodes at the other ends of a node's lines, in the picture's order. */
function partnersOf(graph: VisibleGraph, id: NodeId): readonly string[] {
  const ends = new Set(graph.lines.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : [])));
  return graph.nodes.filter((node) => ends.has(node.id)).map((node) => node.name);
}
