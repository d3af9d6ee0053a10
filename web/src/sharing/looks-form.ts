import { MEASURES, QUALITIES, type CommunitiesBy } from '../exploration/looks.ts';
import type { ByteReader, ByteWriter } from './bytes.ts';
import type { SharedView } from './shared-view.ts';

// Measures and qualities are written by their number in their list: add at the end only.

/** An id that is known once the bits are read. */
type Later = () => string;

/** Whether the form of a link without looks would lose something. */
export function hasLooks({ looks: { size, colour, communities } }: Pick<SharedView, 'looks'>): boolean {
  return size !== null || colour !== null || communities !== null;
}

/** Sizes and rings, behind all else. */
export function writeLooks(
  { size, colour, communities }: SharedView['looks'],
  head: ByteWriter,
  name: (text: string) => void,
  node: (id: string) => void,
): void {
  head.whole(size === null ? 0 : MEASURES.indexOf(size.measure) + 1);
  if (size !== null) {
    head.list(size.families, name);
    head.whole(size.among === null ? 0 : 1);
    if (size.among !== null) head.list(size.among, node);
  }
  for (const by of [colour, communities]) writeCommunities(by, head, name);
}

/** The resolution as it was typed: a float would make others of it. */
function writeCommunities(by: CommunitiesBy | null, head: ByteWriter, name: (text: string) => void): void {
  head.whole(by === null ? 0 : QUALITIES.indexOf(by.quality) + 1);
  if (by === null) return;
  head.text(String(by.resolution));
  head.whole(by.seed);
  head.list(by.families, name);
}

/** What {@link writeLooks} wrote. @throws RangeError when it is none */
export function readLooks(head: ByteReader, name: () => string, node: () => Later): () => object {
  const measure = [null, ...MEASURES][head.whole()];
  if (measure === undefined) throw new RangeError('no measure');
  const families = measure === null ? [] : head.list(name);
  const among = measure === null || head.whole() === 0 ? null : head.list(node);
  const [colour, communities] = [readCommunities(head, name), readCommunities(head, name)];
  return () => ({
    size: measure === null ? null : { measure, families, among: among?.map((id) => id()) ?? null },
    colour,
    communities,
  });
}

function readCommunities(head: ByteReader, name: () => string): object | null {
  const quality = [null, ...QUALITIES][head.whole()];
  if (quality === undefined) throw new RangeError('no quality');
  if (quality === null) return null;
  return { quality, resolution: Number(head.text()), seed: head.whole(), families: head.list(name) };
}
