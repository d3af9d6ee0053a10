import { EVIDENCE_KINDS_BY_STRENGTH, type EvidenceKind } from '#vocabulary';
import { GROUPINGS, LAYOUTS } from '../exploration/arrangement.ts';
import { VIEWS } from '../exploration/exploration.ts';
import type { ExpansionFilter } from '../exploration/groups.ts';
import { BitWriter } from './bits.ts';
import { ByteWriter } from './bytes.ts';
import { writeColumn } from './columns.ts';
import { nodesOfLooks, writeLooks } from './looks-form.ts';
import { markNumber, type MarkDigits } from './marks.ts';
import { SIDES, TIERS, type Camera, type SharedView } from './shared-view.ts';

/** How nodes are named in a link. */
export interface Naming {
  /** Digits of the marks of nodes that opening the view brings by itself: they are told apart among those alone. */
  readonly brought: MarkDigits;
  /** Digits of the marks of all others, which are told apart among all of the data; null: by their ids. */
  readonly others: MarkDigits | null;
}

/** A view in bytes: the head, which can be made shorter, and what cannot. */
export interface Packed {
  readonly head: Uint8Array<ArrayBuffer>;
  readonly body: Uint8Array;
}

/** The finest step of a coordinate, in parts of a pixel, that a view is written with. */
const GRAINS = [1, 2, 4] as const;

/** Words that are written by their number in a list; the lists are part of the form of a link: add at the end only. */
export const LISTS = {
  scope: ['CLUSTER', 'GROUP'],
  view: VIEWS,
  layout: LAYOUTS,
  grouping: GROUPINGS,
  evidence: EVIDENCE_KINDS_BY_STRENGTH,
  selection: ['node', 'tie', 'relations', 'source'],
} as const;

/**
 * A view in as few bytes as it goes. Coordinates keep quarters of a pixel.
 * @param brought ids of the nodes and groups that opening the view brings by itself
 */
export function packView(view: SharedView, brought: ReadonlySet<string>, naming: Naming): Packed {
  const head = new ByteWriter();
  const bits = new BitWriter();
  const grain = GRAINS.find((step) => coordinatesOf(view).every((value) => Number.isInteger(value * step))) ?? 4;
  const table = tableOf(view);
  const at = new Map(table.map((id, number) => [id, number]));
  const numberOf = (id: string): number => at.get(id) ?? 0;
  const node = (id: string): void => head.whole(numberOf(id));
  const names = namesOf(view);
  const name = (text: string): void => head.whole(names.indexOf(text));
  const steps = (value: number): number => Math.round(value * grain);
  head.list(names, (text) => head.text(text));
  writeTable(table, brought, naming, head, bits);
  writeRevision(view.revision, head);
  writeAsked(view, head, name);
  head.list(view.expansions, ({ group, filter, cap }) => {
    node(group.of);
    name(group.relationType);
    head.whole(group.direction === 'OUT' ? 0 : 1);
    name(group.nodeType);
    head.whole(cap);
    writeFilter(filter, head, name);
  });
  const relation = (id: string): void => writeRelation(id, head, name, node);
  head.list(view.ways, ({ nodes, relations, tiers }) => {
    head.whole(tiers === null ? 0 : TIERS.indexOf(tiers) + 1);
    head.list(nodes, node);
    head.list(relations, relation);
  });
  for (const ids of [view.placed, view.hidden, view.marked]) writeRuns(ids.map(numberOf), head);
  writeSelection(view.selection, head, node, relation);
  for (const camera of [view.camera, view.map]) writeCamera(camera, head);
  head.whole(grain);
  head.whole(view.places.length);
  writeColumn(
    view.places.map(({ x }) => steps(x)),
    head,
    bits,
  );
  writeColumn(
    view.places.map(({ y }) => steps(y)),
    head,
    bits,
  );
  for (let start = 0; start < view.places.length; start += 3) {
    head.whole(view.places.slice(start, start + 3).reduce((sum, { side }, n) => sum + SIDES.indexOf(side) * 4 ** n, 0));
  }
  writePinned(view, numberOf, steps, head);
  writeLooks(view.looks, head, name, node);
  return { head: head.bytes(), body: bits.bytes() };
}

/** Most of what is pinned stands where it was pinned; what does not has a place of its own. */
function writePinned(
  { places, pinned }: SharedView,
  numberOf: (id: string) => number,
  steps: (value: number) => number,
  head: ByteWriter,
): void {
  const standing = new Map(places.map((place) => [place.id, place]));
  writeRuns(
    pinned.map(({ id }) => numberOf(id)),
    head,
  );
  const elsewhere = pinned.flatMap(({ id, x, y }, number) => {
    const stands = standing.get(id);
    return stands !== undefined && stands.x === x && stands.y === y ? [] : [{ number, x, y }];
  });
  head.list(elsewhere, ({ number, x, y }) => {
    head.whole(number);
    head.signed(steps(x));
    head.signed(steps(y));
  });
}

/** Numbers as runs of following ones: what was put into the picture together stands together in it. */
function writeRuns(numbers: readonly number[], head: ByteWriter): void {
  const runs: { readonly first: number; length: number }[] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last !== undefined && last.first + last.length === number) last.length += 1;
    else runs.push({ first: number, length: 1 });
  }
  head.list(runs, ({ first, length }) => {
    head.whole(first);
    head.whole(length);
  });
}

function coordinatesOf({ places, pinned }: SharedView): readonly number[] {
  return [...places, ...pinned].flatMap(({ x, y }) => [x, y]);
}

/** Relations that the view names. */
function relationsOf({ ways, selection }: SharedView): readonly string[] {
  return [...ways.flatMap((way) => way.relations), ...(selection?.kind === 'relations' ? selection.ids : [])];
}

/** Every node of the view once: those of the picture in its order, then all others. */
function tableOf(view: SharedView): readonly string[] {
  const { selection } = view;
  const selected =
    selection?.kind === 'node'
      ? [selection.id]
      : selection?.kind === 'tie'
        ? [selection.cluster, selection.largeIndustry]
        : [];
  const relations = relationsOf(view);
  return [
    ...new Set<string>([
      ...view.places.map(({ id }) => id),
      ...view.expansions.map(({ group }) => group.of),
      ...view.placed,
      ...view.hidden,
      ...view.marked,
      ...view.pinned.map(({ id }) => id),
      ...view.ways.flatMap((way) => way.nodes),
      ...selected,
      ...relations.flatMap((id) => endsOf(id)?.ends ?? []),
      ...nodesOfLooks(view.looks),
    ]),
  ];
}

/** Types and families of the vocabulary that the view names; written as words, for the vocabulary grows. */
function namesOf(view: SharedView): readonly string[] {
  const { expansions, picture, looks } = view;
  const relations = relationsOf(view);
  return [
    ...new Set<string>([
      ...expansions.flatMap(({ group: { relationType, nodeType }, filter }) => [
        relationType,
        nodeType,
        ...filter.relationFamilies,
        ...filter.relationTypes,
        ...filter.nodeTypes,
      ]),
      ...(picture === null ? [] : [...picture.families, ...picture.nodeTypes]),
      ...relations.flatMap((id) => endsOf(id)?.type ?? []),
      ...[looks.size, looks.colour, looks.communities].flatMap((by) => by?.families ?? []),
    ]),
  ];
}

/** A relation's id by its parts: `from--TYPE--to`, with `#key`. */
function endsOf(
  id: string,
): { readonly ends: readonly [string, string]; readonly type: string; readonly key: string } | null {
  const [from, type, rest, ...more] = id.split('--');
  if (from === undefined || type === undefined || rest === undefined || more.length > 0) return null;
  const hash = rest.indexOf('#');
  const to = hash < 0 ? rest : rest.slice(0, hash);
  return { ends: [from, to], type, key: hash < 0 ? '' : rest.slice(hash) };
}

function writeTable(
  table: readonly string[],
  brought: ReadonlySet<string>,
  naming: Naming,
  head: ByteWriter,
  bits: BitWriter,
): void {
  const marks = new Map<number, number>();
  for (const id of brought) {
    const mark = markNumber(id, naming.brought);
    marks.set(mark, (marks.get(mark) ?? 0) + 1);
  }
  const formOf = (id: string): 0 | 1 | 2 => {
    // What another node that comes has for a mark, too, is written out.
    if (brought.has(id)) return marks.get(markNumber(id, naming.brought)) === 1 ? 1 : 0;
    return naming.others === null ? 0 : 2;
  };
  const forms = table.map(formOf);
  head.whole(naming.brought);
  head.whole(naming.others ?? 0);
  head.whole(table.length);
  // Runs of one form: most views have one or two.
  let from = 0;
  while (from < forms.length) {
    let to = from;
    while (to < forms.length && forms[to] === forms[from]) to += 1;
    head.whole((to - from) * 3 + (forms[from] ?? 0));
    from = to;
  }
  table.forEach((id, number) => {
    if (forms[number] === 0) head.text(id);
    else if (forms[number] === 1) bits.write(markNumber(id, naming.brought), naming.brought * 4);
    else bits.write(markNumber(id, naming.others ?? 7), (naming.others ?? 7) * 4);
  });
}

function writeRevision(revision: string, head: ByteWriter): void {
  if (!/^[0-9a-f]{32}$/.test(revision)) {
    head.whole(0);
    head.text(revision);
    return;
  }
  head.whole(1);
  head.raw(Uint8Array.from({ length: 16 }, (_, at) => Number.parseInt(revision.slice(2 * at, 2 * at + 2), 16)));
}

/** What the view asks of the API before any node of it is known. */
function writeAsked(view: SharedView, head: ByteWriter, name: (text: string) => void): void {
  const { question, picture } = view;
  head.whole(LISTS.scope.indexOf(question.scope));
  for (const id of [question.place, question.sector, question.largeIndustry, question.asOf]) head.text(id ?? '');
  writeEvidence(question.evidence, head);
  head.whole(view.ties);
  head.whole(LISTS.view.indexOf(view.view));
  head.whole(LISTS.layout.indexOf(view.layout));
  head.whole(LISTS.grouping.indexOf(view.grouping));
  head.list(view.opened, (id) => head.text(id));
  head.whole(picture === null ? 0 : 1);
  if (picture === null) return;
  head.list(picture.families, name);
  head.list(picture.nodeTypes, name);
  for (const id of [picture.place, picture.sector, picture.asOf]) head.text(id ?? '');
  writeEvidence(picture.evidence, head);
}

function writeEvidence(kinds: readonly EvidenceKind[], head: ByteWriter): void {
  head.list(kinds, (kind) => head.whole(LISTS.evidence.indexOf(kind)));
}

function writeFilter(filter: ExpansionFilter, head: ByteWriter, name: (text: string) => void): void {
  head.list(filter.relationFamilies, name);
  head.list(filter.relationTypes, name);
  head.list(filter.nodeTypes, name);
  head.whole(filter.direction === null ? 0 : filter.direction === 'OUT' ? 1 : 2);
  head.whole(filter.evidence === null ? 0 : 1);
  if (filter.evidence !== null) writeEvidence(filter.evidence, head);
  head.text(filter.asOf ?? '');
}

function writeRelation(id: string, head: ByteWriter, name: (text: string) => void, node: (id: string) => void): void {
  const parts = endsOf(id);
  head.whole(parts === null ? 0 : 1);
  if (parts === null) {
    head.text(id);
    return;
  }
  node(parts.ends[0]);
  name(parts.type);
  node(parts.ends[1]);
  head.text(parts.key);
}

function writeSelection(
  selection: SharedView['selection'],
  head: ByteWriter,
  node: (id: string) => void,
  relation: (id: string) => void,
): void {
  head.whole(selection === null ? 0 : LISTS.selection.indexOf(selection.kind) + 1);
  switch (selection?.kind) {
    case 'node':
      return node(selection.id);
    case 'tie':
      node(selection.cluster);
      return node(selection.largeIndustry);
    case 'relations':
      return head.list(selection.ids, relation);
    case 'source':
      return head.text(selection.id);
    case undefined:
      return undefined;
  }
}

function writeCamera(camera: Camera | null, head: ByteWriter): void {
  head.whole(camera === null ? 0 : 1);
  if (camera === null) return;
  head.float(camera.zoom);
  head.float(camera.x);
  head.float(camera.y);
  head.whole(camera.width);
  head.whole(camera.height);
}
