import { longer } from './longer-column.ts';

/** Parts between what is stated and what is possible, by place. */
interface Parts {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** Places with the same parts are a group; with more groups than these, places are merged. */
const MOST_GROUPS = 16;
/** Runs so long are put in order by moving each place to where it belongs. */
const SHORT_RUN = 8;

/** One list is in order before another is, so that what it is ordered in is used again. */
let spare: Int32Array = new Int32Array(64);
let groups = new Uint8Array(64);
const examples = new Int32Array(MOST_GROUPS);
const ranked = new Int32Array(MOST_GROUPS);
const begins = new Int32Array(MOST_GROUPS);

/**
 * Orders the places from `from` to before `to` by low part descending, high part descending; equal ones stay as they stand. Linear where
 * the parts are few different numbers, as products of the same few shares are, else a merge sort; JavaScript's own asks a function for
 * every two.
 */
export function orderLargestFirst(places: Int32Array, from: number, to: number, parts: Parts): void {
  spare = longer(Int32Array, spare, places.length);
  const groupCount = group(places, from, to, parts);
  if (groupCount > MOST_GROUPS) mergeSort(places, from, to, parts);
  else if (groupCount > 1) placeGroups(places, from, to, groupCount, parts);
}

/** Gives every place the number of its group. @returns how many groups there are, or more than MOST_GROUPS where there are too many */
function group(places: Int32Array, from: number, to: number, { low, high }: Parts): number {
  groups = longer(Uint8Array, groups, to);
  let count = 0;
  for (let i = from; i < to; i += 1) {
    const place = places[i] ?? -1;
    const lowHere = low[place];
    const highHere = high[place];
    let own = 0;
    while (own < count && (low[examples[own] ?? -1] !== lowHere || high[examples[own] ?? -1] !== highHere)) own += 1;
    if (own === MOST_GROUPS) return own + 1;
    if (own === count) {
      examples[count] = place;
      begins[count] = 0;
      count += 1;
    }
    groups[i] = own;
    begins[own] = (begins[own] ?? 0) + 1;
  }
  return count;
}

/** Every group where it belongs. */
function placeGroups(places: Int32Array, from: number, to: number, count: number, parts: Parts): void {
  for (let own = 0; own < count; own += 1) ranked[own] = own;
  for (let next = 1; next < count; next += 1) {
    const own = ranked[next] ?? 0;
    let at = next;
    for (; at > 0 && isLarger(examples[own] ?? -1, examples[ranked[at - 1] ?? 0] ?? -1, parts); at -= 1) {
      ranked[at] = ranked[at - 1] ?? 0;
    }
    ranked[at] = own;
  }
  let begin = from;
  for (let i = 0; i < count; i += 1) {
    const own = ranked[i] ?? 0;
    const size = begins[own] ?? 0;
    begins[own] = begin;
    begin += size;
  }
  for (let i = from; i < to; i += 1) {
    const own = groups[i] ?? 0;
    const at = begins[own] ?? 0;
    spare[at] = places[i] ?? -1;
    begins[own] = at + 1;
  }
  places.set(spare.subarray(from, to), from);
}

function isLarger(a: number, b: number, { low, high }: Parts): boolean {
  const lowA = low[a] ?? 0;
  const lowB = low[b] ?? 0;
  return lowA > lowB || (lowA === lowB && (high[a] ?? 0) > (high[b] ?? 0));
}

function mergeSort(places: Int32Array, from: number, to: number, parts: Parts): void {
  for (let run = from; run < to; run += SHORT_RUN) orderShort(places, run, Math.min(run + SHORT_RUN, to), parts);
  let [source, target] = [places, spare];
  for (let width = SHORT_RUN; width < to - from; width *= 2) {
    for (let left = from; left < to; left += 2 * width) {
      merge(source, target, left, Math.min(left + width, to), Math.min(left + 2 * width, to), parts);
    }
    [source, target] = [target, source];
  }
  if (source !== places) places.set(source.subarray(from, to), from);
}

function orderShort(places: Int32Array, from: number, to: number, parts: Parts): void {
  for (let next = from + 1; next < to; next += 1) {
    const place = places[next] ?? -1;
    let at = next;
    for (; at > from && isLarger(place, places[at - 1] ?? -1, parts); at -= 1) places[at] = places[at - 1] ?? -1;
    places[at] = place;
  }
}

/** Two runs that follow each other, the second from `middle` on, as one. */
function merge(source: Int32Array, target: Int32Array, from: number, middle: number, to: number, parts: Parts): void {
  let left = from;
  let right = middle;
  for (let at = from; at < to; at += 1) {
    const takeRight = right < to && (left >= middle || isLarger(source[right] ?? -1, source[left] ?? -1, parts));
    target[at] = source[takeRight ? right++ : left++] ?? -1;
  }
}
