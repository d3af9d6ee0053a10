/** What stands in a slot: a node by its name, a number, a date. Nothing is guessed. */
import { parsePartialDate, PartialDateError, REFERENCE_DAY, type Language, type NodeId } from '#vocabulary';
import { plainWords } from '../../projection/fold-name.ts';
import type { Projection } from '../../projection/projection.ts';
import type { SearchIndex } from '../../projection/search-index.ts';
import type { NodeParameter, NumberParameter, ParameterDefinition } from '../question-types.ts';
import { fits } from '../values.ts';

/** Where names are looked up. */
export interface Names {
  readonly projection: Projection;
  readonly search: SearchIndex;
}

/** A slot that was read, or the nodes that may be meant, looked up when asked for; none where nothing is like it. */
export type SlotReading =
  | { readonly known: true; readonly value: string }
  | { readonly known: false; readonly candidates: () => readonly NodeId[] };

/** Candidates that are asked back. */
const MOST_CANDIDATES = 6;

const NOTHING: SlotReading = { known: false, candidates: () => [] };

export function readSlot(parameter: ParameterDefinition, text: string, names: Names): SlotReading {
  switch (parameter.kind) {
    case 'NODE':
      return readName(parameter, text, names);
    case 'NUMBER':
      return readNumber(parameter, text);
    case 'DATE':
      return readDate(text);
  }
}

/** Said before a name without being part of it. */
const ARTICLE = /^the\s+/i;

function readName(parameter: NodeParameter, typed: string, { projection, search }: Names): SlotReading {
  const fitting = (ids: readonly NodeId[]): readonly NodeId[] => ids.filter((id) => fits(projection, parameter, id));
  const text = typed.trim();
  const bare = text.replace(ARTICLE, '');
  const whole = fitting(search.named(text, parameter.types));
  const exact = whole.length > 0 ? whole : fitting(search.named(bare, parameter.types));
  const [only, another] = exact;
  if (only !== undefined) return another === undefined ? { known: true, value: only } : several(exact);
  if (isClosed(parameter)) {
    const parts = nodesWithPart(parameter, text, projection, search);
    if (parts.length > 0) return parts.length === 1 ? { known: true, value: parts[0] ?? '' } : several(parts);
  }
  return {
    known: false,
    candidates: () => {
      const like = search.search(text, { first: MOST_CANDIDATES * 3, types: parameter.types }).matches;
      return fitting(like.map(({ id }) => id)).slice(0, MOST_CANDIDATES);
    },
  };
}

function several(candidates: readonly NodeId[]): SlotReading {
  return { known: false, candidates: () => candidates.slice(0, MOST_CANDIDATES) };
}

/**
 * Whether a part of a name may stand for it: of clusters, which people call by place or product ("Ngingas"), and of the products of a
 * table, which are all there are. A part of a firm's name may mean a firm that the data does not hold.
 */
function isClosed({ types, scheme }: NodeParameter): boolean {
  return types.every((type) => type === 'SmiCluster') || scheme === 'BPS_IO_17';
}

/** Words that only say that a cluster is one. */
const CLUSTER_WORDS = new Set(
  'the of in di dari ke cluster clusters klaster sentra smi smis ikm industry industri pengrajin perajin'.split(' '),
);

function nodesWithPart(
  parameter: NodeParameter,
  text: string,
  projection: Projection,
  search: SearchIndex,
): readonly NodeId[] {
  const wanted = plainWords(text).filter((word) => !CLUSTER_WORDS.has(word));
  if (wanted.length === 0) return [];
  const found = search.search(wanted.join(' '), { first: 200, types: parameter.types }).matches;
  return found
    .filter(({ id, matchedName }) => {
      const own = plainWords(matchedName);
      return wanted.every((word) => own.includes(word)) && fits(projection, parameter, id);
    })
    .map(({ id }) => id)
    .toSorted();
}

/** Digits with at most one point or comma; a separator before three digits could mean thousands, so it is not read. */
const NUMBER = /^\d+(?:[.,](?!\d{3}$)\d+)?$/;

function readNumber({ least, most, whole }: NumberParameter, text: string): SlotReading {
  if (!NUMBER.test(text)) return NOTHING;
  const value = Number(text.replace(',', '.'));
  return value >= least && value <= most && (!whole || Number.isInteger(value))
    ? { known: true, value: String(value) }
    : NOTHING;
}

const MONTHS: readonly string[] = [
  'january januari jan',
  'february februari feb',
  'march maret mar',
  'april apr',
  'may mei',
  'june juni jun',
  'july juli jul',
  'august agustus aug agu',
  'september sep sept',
  'october oktober oct okt',
  'november nov',
  'december desember dec des',
];

function monthOf(word: string): string | null {
  const month = MONTHS.findIndex((names) => names.split(' ').includes(word));
  return month < 0 ? null : String(month + 1).padStart(2, '0');
}

/** The day of the data: an answer never depends on the clock. */
const TODAY = new Set(['today', 'now', 'sekarang', 'kini', 'hari ini', 'saat ini']);

/** Today, 2017, 2017-12, 2017-12-26, December 2017, 26 Desember 2017. */
function readDate(text: string): SlotReading {
  const words = plainWords(text);
  if (TODAY.has(words.join(' '))) return { known: true, value: parsePartialDate(REFERENCE_DAY) };
  const [last = '', month = '', day] = words.toReversed();
  const named = monthOf(month);
  const written =
    named === null || words.length > 3
      ? text.trim()
      : [last, named, ...(day === undefined ? [] : [day.padStart(2, '0')])].join('-');
  try {
    return { known: true, value: parsePartialDate(written) };
  } catch (error) {
    if (error instanceof PartialDateError) return NOTHING;
    throw error;
  }
}

/** How a value stands in a phrasing, so that it is read back as the same. */
export function decimal(value: number, language: Language): string {
  return language === 'id' ? String(value).replace('.', ',') : String(value);
}
