import type { TFunction } from 'i18next';
import type { TracedWay } from '../../actions/tracing.ts';

/** Shares that differ by less than this are one. */
const ROUNDING = 1e-9;

/** A part with what is unknown of it: "share 12 %", "share at most 30 %", "share unknown". */
export function shareText(
  { low, high }: TracedWay['contribution'],
  { t, percent }: { readonly t: TFunction; readonly percent: (part: number) => string },
): string {
  if (high - low < ROUNDING) return t('tiers.shareIs', { share: percent(low) });
  if (low < ROUNDING) {
    return high > 1 - ROUNDING ? t('tiers.shareUnknown') : t('tiers.shareAtMost', { high: percent(high) });
  }
  return t('tiers.shareBetween', { low: percent(low), high: percent(high) });
}
