import { roughMeasure, type Measure } from '../canvas/sizes.ts';
import { measureOn } from '../canvas/text-measure.ts';

let measure: Measure | null = null;

/** Widths of texts as this page draws them; by rule of thumb where nothing can be drawn. */
export const measureText: Measure = (text, style) => {
  const context = measure === null ? document.createElement('canvas').getContext('2d') : null;
  measure ??= context === null ? roughMeasure : measureOn(context);
  return measure(text, style);
};
