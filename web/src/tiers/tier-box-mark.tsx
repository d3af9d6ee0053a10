import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { nodeColour } from '../appearance/appearance.ts';
import { NodeGlyph } from '../appearance/node-glyph.tsx';
import { cut, isolated, legible, wrap } from '../canvas/sizes.ts';
import { useFormats } from '../languages/use-language.ts';
import { boxNote, standsAgain } from './box-note.ts';
import type { PlacedBox } from './layout.ts';
import { measureText } from './measure-text.ts';
import type { PicturedNode } from './tier-picture.tsx';
import styles from './tiers.module.css';

/** Room left of the texts (colour, glyph) and right of them, in pixels. */
const BEFORE = 38;
const AFTER = 8;
const LINE = 15;

/** A node in its tier. It can be reached and pressed; arrow keys are its parent's. */
export function TierBoxMark({
  box,
  node,
  spoken,
  selected,
  stop,
  onFocus,
  onPress,
  onKey,
}: {
  readonly box: PlacedBox;
  readonly node: PicturedNode;
  readonly direction: 'UPSTREAM' | 'DOWNSTREAM';
  /** All that is drawn of it, in words. */
  readonly spoken: string;
  readonly selected: boolean;
  /** Whether Tab stops here: at one box of the picture only. */
  readonly stop: boolean;
  readonly onFocus: () => void;
  readonly onPress: () => void;
  /** Whether the key was taken. */
  readonly onKey: (key: string) => boolean;
}): ReactElement {
  const { t } = useTranslation();
  const { number } = useFormats();
  const { x, y, width, height, tier } = box;
  const again = standsAgain(box);
  const note = boxNote(box, t, number);
  const second = note ?? node.where;
  const lines = useMemo(() => textLines(node.name, second, width - BEFORE - AFTER), [node.name, second, width]);
  const top = y + height / 2 - (lines.length * LINE) / 2 + 11.5;
  const classes = [styles.box, again ? styles.again : '', selected ? styles.chosen : '', tier === 0 ? styles.root : ''];
  return (
    <g
      className={classes.join(' ')}
      role="button"
      tabIndex={stop ? 0 : -1}
      aria-label={spoken}
      aria-pressed={selected}
      data-box={box.key}
      onFocus={onFocus}
      onClick={onPress}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || !onKey(event.key)) return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <title>{spoken}</title>
      <rect x={x} y={y} width={width} height={height} rx={5} className={styles.boxBody} />
      <path
        d={`M${x + 5} ${y}H${x + 6}V${y + height}H${x + 5}A5 5 0 0 1 ${x} ${y + height - 5}V${y + 5}A5 5 0 0 1 ${x + 5} ${y}Z`}
        fill={`var(--${nodeColour(node.type)})`}
      />
      <g transform={`translate(${x + 12} ${y + height / 2 - 9})`}>
        <NodeGlyph type={node.type} size={18} />
      </g>
      {lines.map(({ text, isName }, index) => (
        <text
          key={`${index} ${text}`}
          x={x + BEFORE}
          y={top + index * LINE}
          className={isName ? styles.name : note === null ? styles.where : styles.mark}
        >
          {text}
        </text>
      ))}
    </g>
  );
}

/** The name on one line or two, and what stands under it. */
function textLines(
  name: string,
  second: string | null,
  width: number,
): readonly { readonly text: string; readonly isName: boolean }[] {
  const names = wrap(legible(name), measureText, width).map((text) => ({ text: isolated(text), isName: true }));
  if (second === null) return names;
  return [...names, { text: isolated(cut(legible(second), 'small', width, measureText)), isName: false }];
}
