import { USUAL_RESOLUTION, type CommunitiesBy, type Quality } from '../../exploration/looks.ts';

/** Resolutions to go through with "finer" and "coarser": those of CPM around its usual one, and of modularity around 1. */
const RESOLUTIONS: Readonly<Record<Quality, readonly number[]>> = {
  CPM: [0.003, 0.01, 0.02, 0.03, 0.05, 0.1, 0.2, 0.5],
  MODULARITY: [0.25, 0.5, 0.75, 1, 1.5, 2, 4],
};

/** The next resolution that makes smaller communities, or larger ones; null where there is none further. */
export function otherResolution({ quality, resolution }: CommunitiesBy, finer: boolean): number | null {
  const further = RESOLUTIONS[quality].filter((other) => (finer ? other > resolution : other < resolution));
  return (finer ? further[0] : further.at(-1)) ?? null;
}

/** Another quality begins at its usual resolution: that of the other means nothing in it. */
export function withQuality(by: CommunitiesBy, quality: Quality): CommunitiesBy {
  return by.quality === quality ? by : { ...by, quality, resolution: USUAL_RESOLUTION[quality] };
}

/** A resolution as typed, with a point or a comma; null where it is no number above 0. */
export function parseResolution(text: string): number | null {
  const value = Number(text.trim().replace(',', '.'));
  return text.trim() !== '' && Number.isFinite(value) && value > 0 ? value : null;
}

/** A seed as typed; null where it is no whole number from 0 to 2³¹ − 1. */
export function parseSeed(text: string): number | null {
  const value = Number(text.trim());
  return /^\d+$/.test(text.trim()) && value < 2 ** 31 ? value : null;
}
