import { useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactElement, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeId, NodeType, RelationId } from '#vocabulary';
import type { Selection } from '../exploration/selection.ts';
import { useFormats } from '../languages/use-language.ts';
import { isArrow, boxAt } from './arrows.ts';
import { columnCount, layTiersOut, type PlacedBox, type TierLayout } from './layout.ts';
import { nameOfBox, spokenBox } from './spoken.ts';
import { TierBand } from './tier-band.tsx';
import { TierBoxMark } from './tier-box-mark.tsx';
import { tierGraph, type TracedWay } from './tier-graph.ts';
import { TierHeads } from './tier-heads.tsx';
import { TierLegend } from './tier-legend.tsx';
import { TierTools } from './tier-tools.tsx';
import styles from './tiers.module.css';
import { useTravel } from './use-travel.ts';

/** What the picture says of a node. */
export interface PicturedNode {
  readonly name: string;
  readonly type: NodeType;
  /** Its cluster, else its place; null when neither is known. */
  readonly where: string | null;
  /** Its part of the root's purchases, or the root's of its, in words; null for the root. */
  readonly part: string | null;
}

/** What the page's keys may ask of the picture; the same as of the graph. */
export interface PictureCommands {
  readonly fit: () => void;
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
}

export interface TierPictureProps {
  readonly root: NodeId;
  readonly direction: 'UPSTREAM' | 'DOWNSTREAM';
  readonly depth: number;
  /** By tier, as the API gives them. */
  readonly ways: readonly TracedWay[];
  /** Whether there are more ways than these. */
  readonly cut: boolean;
  /** How much is shown of how much, in words. */
  readonly extent: string;
  readonly nodeOf: (id: NodeId) => PicturedNode;
  readonly selection: Selection | null;
  readonly onSelectNode: (id: NodeId) => void;
  /** Enter: the details of the node are wanted, too. */
  readonly onOpenNode: (id: NodeId) => void;
  readonly onSelectRelations: (ids: readonly RelationId[]) => void;
  /** Called with the commands once the picture stands, and with null when it goes. */
  readonly onReady: (commands: PictureCommands | null) => void;
}

/** Space around the picture, in pixels. */
const MARGIN = 20;
/** Height of the heads above the columns, in pixels. */
const HEADS = 47;
/** Nearest and furthest that two columns stand from one another. */
const PITCH = { least: 208, most: 320 } as const;

/** Tiers as columns of boxes, goods from left to right: walked with the arrow keys, moved and zoomed as a whole. */
export function TierPicture(props: TierPictureProps): ReactElement {
  const { root, direction, depth, ways, cut } = props;
  const { t } = useTranslation();
  const { list, number } = useFormats();
  const view = useRef<HTMLDivElement>(null);
  const room = useRoom(view);
  const graph = useMemo(() => tierGraph(root, ways, cut), [root, ways, cut]);
  const layout = useMemo(() => {
    // The last column takes but its boxes' width.
    const each = (room.width - 2 * MARGIN) / (columnCount(graph, depth) - 0.3);
    const pitch = Math.min(PITCH.most, Math.max(PITCH.least, each));
    return layTiersOut(graph, { direction, depth, pitch, room: room.height - HEADS - 2 * MARGIN });
  }, [graph, direction, depth, room]);
  const [at, setAt] = useState<string | null>(null);
  const { scale, zoom, fit, onPointerDown } = useTravel(view, layout, direction);
  const { onReady } = props;
  const commands = useRef({ zoom, fit });
  useEffect(() => {
    commands.current = { zoom, fit };
  });
  useEffect(() => {
    onReady({
      fit: () => commands.current.fit(),
      zoomIn: () => commands.current.zoom(1),
      zoomOut: () => commands.current.zoom(-1),
    });
    return () => onReady(null);
  }, [onReady]);
  const standing = layout.boxes.find(({ key }) => key === at) ?? layout.boxes.find(({ tier }) => tier === 0);

  const go = (box: PlacedBox): void => {
    setAt(box.key);
    const element = view.current?.querySelector<SVGElement>(`[data-box="${CSS.escape(box.key)}"]`);
    element?.focus();
  };
  const [width2, height] = [layout.width + 2 * MARGIN, layout.height + 2 * MARGIN];
  return (
    <div className={styles.frame}>
      <p className={styles.extent}>{props.extent}</p>
      <TierTools onZoom={zoom} onFit={fit} />
      <div className={styles.view} ref={view} onPointerDown={onPointerDown}>
        <TierHeads layout={layout} direction={direction} scale={scale} margin={MARGIN} />
        <svg
          className={styles.picture}
          width={width2 * scale}
          height={height * scale}
          viewBox={`${-MARGIN} ${-MARGIN} ${width2} ${height}`}
          role="group"
          aria-label={t('tiers.picture')}
          aria-describedby="tiers-how-to"
        >
          <Hatching />
          <g>
            {layout.bands.map((band) => (
              <TierBand key={band.key} band={band} {...props} nameOf={(key) => nameOfBox(layout, key, props.nodeOf)} />
            ))}
          </g>
          {layout.unknown !== null && <UnknownBox layout={layout} direction={direction} />}
          {layout.boxes.map((box) => (
            <TierBoxMark
              key={box.key}
              box={box}
              node={props.nodeOf(box.id)}
              direction={direction}
              spoken={spokenBox(box, { layout, direction, nodeOf: props.nodeOf, t, list, number })}
              selected={props.selection?.kind === 'node' && props.selection.id === box.id}
              stop={box.key === standing?.key}
              onFocus={() => setAt(box.key)}
              onPress={() => props.onSelectNode(box.id)}
              onKey={(key) => {
                if (key === 'Enter' || key === ' ') {
                  props.onOpenNode(box.id);
                  return true;
                }
                if (!isArrow(key)) return false;
                const next = boxAt(layout, box, key);
                if (next !== null) go(next);
                return true;
              }}
            />
          ))}
        </svg>
      </div>
      <p id="tiers-how-to" hidden>
        {t('tiers.howTo')}
      </p>
      <TierLegend layout={layout} nodeOf={props.nodeOf} />
    </div>
  );
}

/** Beyond the last column nobody is recorded: drawn, for it is what is not known, not what is not there. */
function UnknownBox({
  layout: { unknown },
  direction,
}: {
  readonly layout: TierLayout;
  readonly direction: 'UPSTREAM' | 'DOWNSTREAM';
}): ReactElement | null {
  const { t } = useTranslation();
  if (unknown === null) return null;
  const { x, width, top, bottom, from } = unknown;
  const side = direction === 'UPSTREAM' ? x + width : x;
  const reach = (direction === 'UPSTREAM' ? 1 : -1) * width * 0.4;
  const middle = (top + bottom) / 2;
  return (
    <g className={styles.unknown}>
      <rect x={x} y={top} width={width} height={bottom - top} rx={6} />
      {from.map((y) => (
        <path key={y} d={`M${side + reach * 0.06} ${y}H${side + reach}`} />
      ))}
      <text x={x + width / 2} y={middle - 2} className={styles.unknownName}>
        {t('tiers.unknown')}
      </text>
      <text x={x + width / 2} y={middle + 14} className={styles.small}>
        {t('tiers.unknownNote', { count: from.length })}
      </text>
    </g>
  );
}

function Hatching(): ReactElement {
  return (
    <defs>
      <pattern id="tier-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d="M0 0V6" className={styles.hatch} />
      </pattern>
    </defs>
  );
}

/** Room of the list beside the picture, in pixels. */
const LIST = 360;

/**
 * The room that the picture has while no details stand beside it: what is selected must not move what is looked at. When
 * they open, the picture scrolls; when the frame gets smaller, what is selected is kept in view.
 */
function useRoom(view: RefObject<HTMLElement | null>): { readonly width: number; readonly height: number } {
  const [room, setRoom] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const frame = view.current;
    const page = frame?.closest('main');
    if (!frame || !page) return undefined;
    const measure = (): void => {
      const [width, height] = [page.clientWidth - LIST, frame.clientHeight];
      setRoom((before) => (before.width === width && before.height === height ? before : { width, height }));
      frame.querySelector('[aria-pressed="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    };
    const observer = new ResizeObserver(measure);
    observer.observe(frame);
    measure();
    return () => observer.disconnect();
  }, [view]);
  return room;
}
