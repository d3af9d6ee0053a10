import { ByteReader, ByteWriter } from './bytes.ts';
import { unpackView } from './decode.ts';
import { packView, type Naming, type Packed } from './encode.ts';
import { formFor, WITH_CANDIDATES } from './looks-form.ts';
import type { LinkedView, SharedView } from './shared-view.ts';

/** A link is not longer: mail programs cut or break longer ones. In characters, the page's address included. */
export const LINK_AT_MOST = 2000;

/** A link of a higher form is of a later version. */
const LATEST = WITH_CANDIDATES;
const BEGINS = '#v=';
/** No view is longer when it is unpacked. */
const MOST_BYTES = 1_000_000;

/** A link and whether it is short enough to be mailed. */
export interface Link {
  /** From `#` on. */
  readonly fragment: string;
  readonly length: number;
  readonly fits: boolean;
}

/** DAMAGED: cut off or altered on its way. TOO_NEW: made with a later version of Sentra. */
export type LinkFault = 'DAMAGED' | 'TOO_NEW';

export type ReadLink =
  { readonly view: LinkedView; readonly fault: null } | { readonly view: null; readonly fault: LinkFault };

/** From the plainest form to the shortest; the first that fits is taken. */
const FORMS: readonly (Naming & { readonly grain: 1 | 4 })[] = [
  { brought: 6, others: null, grain: 4 },
  { brought: 6, others: null, grain: 1 },
  { brought: 6, others: 7, grain: 4 },
  { brought: 6, others: 7, grain: 1 },
  { brought: 4, others: 7, grain: 1 },
];

/** Whether an address carries a view. */
export function hasLink(fragment: string): boolean {
  return fragment.startsWith(BEGINS);
}

/**
 * A view as the part of an address from `#` on. Coordinates keep quarters of a pixel, or whole pixels where it would be too
 * long otherwise.
 * @param brought ids of the nodes and groups that opening the view brings by itself
 * @param base characters of the address before the fragment
 */
export async function linkTo(view: SharedView, brought: ReadonlySet<string>, base: number): Promise<Link> {
  let link: Link | undefined;
  for (const { grain, ...naming } of FORMS) {
    const packed = packView(rounded(view, grain), brought, naming);
    const fragment = await fragmentOf(packed, formFor(view.looks));
    const length = base + fragment.length;
    if (link === undefined || length < link.length) link = { fragment, length, fits: length <= LINK_AT_MOST };
    if (link.fits) break;
  }
  if (link === undefined) throw new Error('There is no form of a link');
  return link;
}

/** The view in an address, or what is wrong with it. */
export async function readLink(fragment: string): Promise<ReadLink> {
  const [, form, text] = /^#v=(\d{1,6})\.([A-Za-z0-9_-]*)$/.exec(fragment) ?? [];
  const damaged = { view: null, fault: 'DAMAGED' } as const;
  if (form === undefined || text === undefined) return damaged;
  const bytes = fromBase64(text);
  if (bytes === null || bytes.length < 5) return damaged;
  const [content, sum] = [bytes.subarray(0, -4), new DataView(bytes.buffer, bytes.length - 4).getUint32(0)];
  if (checksum(content, form) !== sum) return damaged;
  // Every later form ends with the same sum, so that a whole link of a later version is told from a damaged one.
  if (Number(form) > LATEST) return { view: null, fault: 'TOO_NEW' };
  const view = await unpacked(content, Number(form));
  return view === null ? { view: null, fault: 'TOO_NEW' } : { view, fault: null };
}

/** A view with coordinates in whole steps. */
export function rounded<View extends Pick<SharedView, 'places' | 'pinned'>>(view: View, grain: 1 | 4): View {
  const step = (value: number): number => Math.round(value * grain) / grain + 0;
  const moved = <Place extends { readonly x: number; readonly y: number }>(place: Place): Place => ({
    ...place,
    x: step(place.x),
    y: step(place.y),
  });
  return { ...view, places: view.places.map(moved), pinned: view.pinned.map(moved) };
}

async function fragmentOf({ head, body }: Packed, form: number): Promise<string> {
  const short = await through(new CompressionStream('deflate-raw'), head);
  const whole = new ByteWriter();
  whole.whole(short.length);
  whole.raw(short);
  whole.raw(body);
  const content = whole.bytes();
  const bytes = new Uint8Array(content.length + 4);
  bytes.set(content);
  new DataView(bytes.buffer).setUint32(content.length, checksum(content, String(form)));
  return `${BEGINS}${form}.${toBase64(bytes)}`;
}

async function unpacked(content: Uint8Array, form: number): Promise<LinkedView | null> {
  try {
    const reader = new ByteReader(content);
    const short = reader.raw(reader.whole());
    const head = await through(new DecompressionStream('deflate-raw'), short.slice());
    return unpackView({ head, body: reader.rest() }, form);
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return null;
    throw error;
  }
}

async function through(
  stream: CompressionStream | DecompressionStream,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const all = new ByteWriter();
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return all.bytes();
    length += value.length;
    if (length > MOST_BYTES) throw new RangeError('too long');
    all.raw(value);
  }
}

/** CRC-32 (ISO 3309) of the bytes and of the form they are in: it finds every change of a single letter. */
function checksum(bytes: Uint8Array, form: string): number {
  let sum = 0xffffffff;
  const take = (byte: number): void => {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  };
  for (const byte of bytes) take(byte);
  for (let at = 0; at < form.length; at += 1) take(form.charCodeAt(at));
  return ~sum >>> 0;
}

/** base64url without padding (RFC 4648 §5). */
function toBase64(bytes: Uint8Array): string {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Null where it is not how these bytes are written: of the last letter not every bit counts. */
function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  if (text.length % 4 === 1) return null;
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
  return toBase64(bytes) === text ? bytes : null;
}
