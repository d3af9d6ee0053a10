import { CANDIDATE_DIRECTIONS, MEASURES, QUALITIES, type CommunitiesBy } from '../exploration/looks.ts';
import type { ByteReader, ByteWriter } from './bytes.ts';
import { NO_LOOKS, type LinkedView, type SharedView } from './shared-view.ts';

// Measures, qualities and directions are written by their number in their list: add at the end only.

/** An id that is known once the bits are read. */
type Later = () => string;

/** Form of a link that has none of this: every page reads it. */
const PLAIN = 1;
/** As {@link PLAIN}, with sizes and rings behind it. */
const WITH_LOOKS = 2;
/** As {@link WITH_LOOKS}, with the candidates that are drawn behind those. */
export const WITH_CANDIDATES = 3;

/** The lowest form of a link that loses nothing of the looks. */
export function formFor({ size, colour, communities, candidates }: SharedView['looks']): 1 | 2 | 3 {
  if (candidates !== null) return WITH_CANDIDATES;
  return size !== null || colour !== null || communities !== null ? WITH_LOOKS : PLAIN;
}

/** Every node that the looks name. */
export function nodesOfLooks({ size, candidates }: LinkedView['looks']): readonly string[] {
  const { pairs, brought } = candidates ?? { pairs: [], brought: [] };
  return [...(size?.among ?? []), ...pairs.flatMap(({ cluster, firm }) => [cluster, firm]), ...brought];
}

/** Sizes, rings and candidates, behind all else; nothing where the plain form has all. */
export function writeLooks(
  looks: SharedView['looks'],
  head: ByteWriter,
  name: (text: string) => void,
  node: (id: string) => void,
): void {
  const { size, colour, communities, candidates } = looks;
  if (formFor(looks) === PLAIN) return;
  head.whole(size === null ? 0 : MEASURES.indexOf(size.measure) + 1);
  if (size !== null) {
    head.list(size.families, name);
    head.whole(size.among === null ? 0 : 1);
    if (size.among !== null) head.list(size.among, node);
  }
  for (const by of [colour, communities]) writeCommunities(by, head, name);
  if (candidates === null) return;
  head.list(candidates.pairs, ({ cluster, firm, direction }) => {
    node(cluster);
    node(firm);
    head.whole(CANDIDATE_DIRECTIONS.indexOf(direction));
  });
  head.list(candidates.brought, node);
}

/** The resolution as it was typed: a float would make others of it. */
function writeCommunities(by: CommunitiesBy | null, head: ByteWriter, name: (text: string) => void): void {
  head.whole(by === null ? 0 : QUALITIES.indexOf(by.quality) + 1);
  if (by === null) return;
  head.text(String(by.resolution));
  head.whole(by.seed);
  head.list(by.families, name);
}

/** What {@link writeLooks} wrote in a form. @throws RangeError when it is none */
export function readLooks(head: ByteReader, form: number, name: () => string, node: () => Later): () => object {
  if (form < WITH_LOOKS) return () => NO_LOOKS;
  const measure = [null, ...MEASURES][head.whole()];
  if (measure === undefined) throw new RangeError('no measure');
  const families = measure === null ? [] : head.list(name);
  const among = measure === null || head.whole() === 0 ? null : head.list(node);
  const [colour, communities] = [readCommunities(head, name), readCommunities(head, name)];
  const candidates = form < WITH_CANDIDATES ? () => null : readCandidates(head, node);
  return () => ({
    size: measure === null ? null : { measure, families, among: among?.map((id) => id()) ?? null },
    colour,
    communities,
    candidates: candidates(),
  });
}

function readCandidates(head: ByteReader, node: () => Later): () => object {
  const pairs = head.list(() => {
    const [cluster, firm] = [node(), node()];
    const direction = CANDIDATE_DIRECTIONS[head.whole()];
    if (direction === undefined) throw new RangeError('no direction');
    return () => ({ cluster: cluster(), firm: firm(), direction });
  });
  const brought = head.list(node);
  return () => ({ pairs: pairs.map((pair) => pair()), brought: brought.map((id) => id()) });
}

function readCommunities(head: ByteReader, name: () => string): object | null {
  const quality = [null, ...QUALITIES][head.whole()];
  if (quality === undefined) throw new RangeError('no quality');
  if (quality === null) return null;
  return { quality, resolution: Number(head.text()), seed: head.whole(), families: head.list(name) };
}
