import { useLayoutEffect, useMemo, useRef, useState, type ReactElement, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../languages/use-language.ts';
import { flowsBySize, type Flow } from './figures.ts';
import { layFlowsOut, type FlowBand, type FlowEnd } from './flow-layout.ts';
import type { ShownTable } from './shown-table.ts';
import { placeOf } from './twins.ts';
import { useFigures } from './use-figures.ts';

/** Width of a sector's bar, and room for names on either side, in pixels. */
const BAR = 12;
const NARROW_NAMES = 104;
const NAMES = 210;

/** The largest flows from sellers on the left to buyers on the right; a press on a sector shows its own. */
export function FlowPicture({ shown: { table, asked, change } }: { readonly shown: ShownTable }): ReactElement {
  const { t } = useTranslation();
  const { number, percent } = useFormats();
  const { rupiah } = useFigures(table);
  const frame = useRef<HTMLDivElement>(null);
  const room = useRoom(frame);
  const [pointed, setPointed] = useState<Flow | null>(null);
  const sector = placeOf(table, asked.sector);
  const all = useMemo(() => flowsBySize(table.flows, sector), [table, sector]);
  const flows = all.slice(0, asked.flows);
  const layout = layFlowsOut(flows, Math.max(320, room.height - 24));
  const names = room.width < 620 ? NARROW_NAMES : NAMES;
  const width = Math.max(320, room.width);
  const [left, right] = [names + BAR, width - names - BAR];
  const nameOf = (place: number): string => table.sectors[place]?.name ?? '';
  const says = ({ from, to, value }: Flow): string =>
    t('inputOutput.cell.FLOWS', {
      seller: nameOf(from),
      buyer: nameOf(to),
      value: rupiah(value),
      ofSeller: percent(value / (table.sectors[from]?.output ?? NaN)),
      ofBuyer: percent(value / (table.sectors[to]?.output ?? NaN)),
    });
  const sum = (some: readonly Flow[]): number => some.reduce((total, { value }) => total + value, 0);
  const extent = t('inputOutput.flowsShown', {
    shown: number(flows.length),
    total: number(all.length),
    part: percent(all.length === 0 ? 0 : sum(flows) / sum(all)),
  });
  const ends = (list: readonly FlowEnd[], side: 'seller' | 'buyer'): ReactElement[] =>
    list.map((end) => (
      <SectorEnd
        key={end.sector}
        end={end}
        side={side}
        x={side === 'seller' ? names : right}
        name={nameOf(end.sector)}
        spoken={t(`inputOutput.${side}`, { name: nameOf(end.sector), value: rupiah(end.value) })}
        room={names - 14}
        looked={end.sector === sector}
        onPress={() => {
          const code = table.sectors[end.sector]?.code ?? null;
          change({ sector: code === asked.sector ? null : code });
        }}
      />
    ));
  return (
    <>
      <p className="io-said" role="status">
        {pointed === null ? extent : says(pointed)}
      </p>
      <div className="io-scroll" ref={frame}>
        <svg
          className="io-flows"
          width={width}
          height={layout.height + 24}
          viewBox={`0 -12 ${width} ${layout.height + 24}`}
          role="group"
          aria-label={`${t('inputOutput.picture.FLOWS')}. ${extent}`}
          onPointerLeave={() => setPointed(null)}
        >
          {layout.bands.map((band) => (
            <path
              key={`${band.from} ${band.to}`}
              className={pointed?.from === band.from && pointed.to === band.to ? 'io-band io-band-lit' : 'io-band'}
              d={bandPath(band, left, right)}
              onPointerEnter={() => setPointed(band)}
            >
              <title>{says(band)}</title>
            </path>
          ))}
          {ends(layout.sellers, 'seller')}
          {ends(layout.buyers, 'buyer')}
        </svg>
      </div>
    </>
  );
}

function bandPath({ left: top, right: end, thickness }: FlowBand, from: number, to: number): string {
  const middle = (from + to) / 2;
  const thick = Math.max(1, thickness);
  return `M${from} ${top}C${middle} ${top} ${middle} ${end} ${to} ${end}v${thick}C${middle} ${end + thick} ${middle} ${top + thick} ${from} ${top + thick}Z`;
}

function SectorEnd({
  end: { top, height },
  side,
  x,
  name,
  spoken,
  room,
  looked,
  onPress,
}: {
  readonly end: FlowEnd;
  readonly side: 'seller' | 'buyer';
  readonly x: number;
  readonly name: string;
  readonly spoken: string;
  readonly room: number;
  readonly looked: boolean;
  readonly onPress: () => void;
}): ReactElement {
  return (
    <g
      className={looked ? 'io-end io-end-looked' : 'io-end'}
      role="button"
      tabIndex={0}
      aria-label={spoken}
      aria-pressed={looked}
      onClick={onPress}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onPress();
      }}
    >
      <rect className="io-end-bar" x={x} y={top} width={BAR} height={height} rx={2} />
      <foreignObject
        x={side === 'seller' ? 8 : x + BAR + 6}
        y={top + height / 2 - 18}
        width={room}
        height={36}
        aria-hidden="true"
      >
        <div className={`io-end-name io-end-${side}`}>{name}</div>
      </foreignObject>
    </g>
  );
}

function useRoom(frame: RefObject<HTMLElement | null>): { readonly width: number; readonly height: number } {
  const [room, setRoom] = useState({ width: 680, height: 560 });
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const measure = (): void => {
      const [width, height] = [element.clientWidth, element.clientHeight];
      setRoom((before) => (before.width === width && before.height === height ? before : { width, height }));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [frame]);
  return room;
}
