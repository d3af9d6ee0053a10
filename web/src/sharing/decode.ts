import { BitReader } from './bits.ts';
import { ByteReader } from './bytes.ts';
import { readColumn, readColumnForm } from './columns.ts';
import { LISTS, type Packed } from './encode.ts';
import { readLooks } from './looks-form.ts';
import { MARK_DIGITS } from './marks.ts';
import { parseLinkedView, SIDES, TIERS, type LinkedView } from './shared-view.ts';

/** An id that is known once the bits are read. */
type Later = () => string;

/**
 * The view that was packed, its nodes by ids or marks; null when the bytes are none, or name what this version does not
 * know.
 * @param form its number: which looks it has at its end
 */
export function unpackView({ head, body }: Packed, form: number): LinkedView | null {
  try {
    return parseLinkedView(read(new ByteReader(head), new BitReader(body), form));
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return null;
    throw error;
  }
}

function read(head: ByteReader, bits: BitReader, form: number): unknown {
  const names = head.list(() => head.text());
  const table = readTable(head);
  const name = (): string => member(names, head.whole());
  const node = (): Later => {
    const number = head.whole();
    return () => member(table.ids, number);
  };
  const relation = (): Later => readRelation(head, name, node);
  const nodes = (): readonly Later[] => head.list(node);

  const revision = readRevision(head);
  const asked = readAsked(head, name);
  const expansions = head.list(() => {
    const of = node();
    const [relationType, direction, nodeType] = [name(), head.whole() === 0 ? 'OUT' : 'IN', name()];
    const cap = head.whole();
    const filter = readFilter(head, name);
    return () => ({ group: { of: of(), relationType, direction, nodeType }, filter, cap });
  });
  const ways = head.list(() => ({
    tiers: member([null, ...TIERS], head.whole()),
    nodes: nodes(),
    relations: head.list(relation),
  }));
  const [placed, hidden, marked] = [readRuns(head), readRuns(head), readRuns(head)];
  const selection = readSelection(head, node, relation);
  const [camera, map] = [readCamera(head), readCamera(head)];
  const grain = head.whole();
  const count = head.whole();
  const [xs, ys] = [readColumnForm(count, head), readColumnForm(count, head)];
  const sides = Array.from({ length: Math.ceil(count / 3) }, () => head.whole());
  const pinned = readRuns(head);
  const elsewhere = new Map(head.list(() => [head.whole(), { x: head.signed(), y: head.signed() }] as const));
  const looks = readLooks(head, form, name, node);

  // The bits come in this order.
  table.readMarks(bits);
  const [left, top] = [readColumn(count, xs, bits), readColumn(count, ys, bits)];
  if (grain < 1 || !bits.isAtEnd() || head.rest().length > 0) throw new RangeError('not at its end');
  const places = Array.from({ length: count }, (_, number) => ({
    id: member(table.ids, number),
    x: member(left, number) / grain,
    y: member(top, number) / grain,
    side: member(SIDES, Math.floor(member(sides, Math.floor(number / 3)) / 4 ** (number % 3)) % 4),
  }));
  const all = (ids: readonly Later[]): readonly string[] => ids.map((id) => id());
  const numbered = (numbers: readonly number[]): readonly string[] =>
    numbers.map((number) => member(table.ids, number));
  return {
    revision,
    ...asked,
    expansions: expansions.map((expansion) => expansion()),
    ways: ways.map(({ tiers, nodes: along, relations }) => ({ nodes: all(along), relations: all(relations), tiers })),
    placed: numbered(placed),
    hidden: numbered(hidden),
    marked: numbered(marked),
    pinned: pinned.map((number, which) => {
      const at = elsewhere.get(which);
      const { x, y } = at === undefined ? member(places, number) : { x: at.x / grain, y: at.y / grain };
      return { id: member(table.ids, number), x, y };
    }),
    places,
    selection: selection(),
    camera,
    map,
    looks: looks(),
  };
}

/** At most so many numbers in all runs of a list. */
const MOST_NUMBERS = 50_000;

function readRuns(head: ByteReader): readonly number[] {
  const runs = head.list(() => ({ first: head.whole(), length: head.whole() }));
  if (runs.reduce((sum, { length }) => sum + length, 0) > MOST_NUMBERS) throw new RangeError('too many');
  return runs.flatMap(({ first, length }) => Array.from({ length }, (_, by) => first + by));
}

function member<Item>(list: readonly Item[], number: number): Item {
  const item = list[number];
  if (item === undefined) throw new RangeError('not listed');
  return item;
}

interface Table {
  /** Filled by `readMarks`. */
  readonly ids: readonly string[];
  readonly readMarks: (bits: BitReader) => void;
}

function readTable(head: ByteReader): Table {
  const digitsOf = [0, head.whole(), head.whole()];
  for (const digits of digitsOf) {
    if (digits !== 0 && !MARK_DIGITS.some((known) => known === digits)) throw new RangeError('no marks');
  }
  const length = head.whole();
  const ids: string[] = [];
  const forms: number[] = [];
  while (forms.length < length) {
    const run = head.whole();
    if (run < 3 || forms.length + Math.floor(run / 3) > length) throw new RangeError('no run');
    for (let count = Math.floor(run / 3); count > 0; count -= 1) forms.push(run % 3);
  }
  const texts = forms.map((form) => (form === 0 ? head.text() : null));
  return {
    ids,
    readMarks: (bits) => {
      forms.forEach((form, number) => {
        const digits = member(digitsOf, form);
        ids.push(
          texts[number] ??
            `?${bits
              .read(digits * 4)
              .toString(16)
              .padStart(digits, '0')}`,
        );
      });
    },
  };
}

function readRevision(head: ByteReader): string {
  if (head.whole() === 0) return head.text();
  return Array.from(head.raw(16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const textOrNull = (head: ByteReader): string | null => {
  const text = head.text();
  return text === '' ? null : text;
};

function readAsked(head: ByteReader, name: () => string): object {
  const scope = member(LISTS.scope, head.whole());
  const [place, sector, largeIndustry, asOf] = [0, 1, 2, 3].map(() => textOrNull(head));
  const question = { scope, place, sector, largeIndustry, asOf, evidence: readEvidence(head) };
  const ties = head.whole();
  const view = member(LISTS.view, head.whole());
  const layout = member(LISTS.layout, head.whole());
  const grouping = member(LISTS.grouping, head.whole());
  const opened = head.list(() => head.text());
  if (head.whole() === 0) return { question, ties, view, layout, grouping, opened, picture: null };
  const [families, nodeTypes] = [head.list(name), head.list(name)];
  const [pictured, of, at] = [0, 1, 2].map(() => textOrNull(head));
  const picture = { families, nodeTypes, place: pictured, sector: of, asOf: at, evidence: readEvidence(head) };
  return { question, ties, view, layout, grouping, opened, picture };
}

function readEvidence(head: ByteReader): readonly string[] {
  return head.list(() => member(LISTS.evidence, head.whole()));
}

function readFilter(head: ByteReader, name: () => string): object {
  const [relationFamilies, relationTypes, nodeTypes] = [head.list(name), head.list(name), head.list(name)];
  const direction = member([null, 'OUT', 'IN'] as const, head.whole());
  const evidence = head.whole() === 0 ? null : readEvidence(head);
  return { relationFamilies, relationTypes, nodeTypes, direction, evidence, asOf: textOrNull(head) };
}

function readRelation(head: ByteReader, name: () => string, node: () => Later): Later {
  if (head.whole() === 0) {
    const text = head.text();
    return () => text;
  }
  const [from, type, to, key] = [node(), name(), node(), head.text()];
  return () => `${from()}--${type}--${to()}${key}`;
}

function readSelection(head: ByteReader, node: () => Later, relation: () => Later): () => object | null {
  const kind = [null, ...LISTS.selection][head.whole()];
  switch (kind) {
    case 'node': {
      const id = node();
      return () => ({ kind, id: id() });
    }
    case 'tie': {
      const [cluster, largeIndustry] = [node(), node()];
      return () => ({ kind, cluster: cluster(), largeIndustry: largeIndustry() });
    }
    case 'relations': {
      const ids = head.list(relation);
      return () => ({ kind, ids: ids.map((id) => id()) });
    }
    case 'source': {
      const id = head.text();
      return () => ({ kind, id });
    }
    case null:
      return () => null;
    default:
      throw new RangeError('no selection');
  }
}

function readCamera(head: ByteReader): object | null {
  if (head.whole() === 0) return null;
  const [zoom, x, y] = [head.float(), head.float(), head.float()];
  return { zoom, x, y, width: head.whole(), height: head.whole() };
}
