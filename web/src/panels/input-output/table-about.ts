import { object, optional, nullish, string } from 'zod/mini';
import type { TableFile } from '../../actions/input-output.ts';

/** What has to be known of a table, as a person types it. */
export interface About {
  readonly name: string;
  readonly year: string;
  readonly title: string;
  readonly publisher: string;
  readonly licence: string;
  readonly url: string;
  /** Its sectors are the seventeen of BPS. */
  readonly ofBps17: boolean;
}

export const NOTHING_SAID: About = {
  name: '',
  year: '',
  title: '',
  publisher: '',
  licence: '',
  url: '',
  ofBps17: false,
};

export const ABOUT_FIELDS = [
  { id: 'name', required: true },
  { id: 'year', required: true },
  { id: 'title', required: true },
  { id: 'publisher', required: true },
  { id: 'licence', required: true },
  { id: 'url', required: false },
] as const;

const written = optional(string());
const Written = object({
  name: written,
  year: written,
  scheme: nullish(string()),
  source: optional(object({ title: written, publisher: written, licence: written, url: nullish(string()) })),
});

/** NAME.json as it stands beside a table's CSV (api/analysis/input-output/README.md); null where it is none. */
export function readAbout(text: string): About | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const read = Written.safeParse(json);
  if (!read.success) return null;
  const { name = '', year = '', scheme, source } = read.data;
  return {
    name,
    year,
    title: source?.title ?? '',
    publisher: source?.publisher ?? '',
    licence: source?.licence ?? '',
    url: source?.url ?? '',
    ofBps17: scheme === 'BPS_IO_17',
  };
}

/** As the API takes it; whether it is right is the API's to say. */
export function fileOf(csv: string, about: About): TableFile {
  const { name, year, title, publisher, licence, url, ofBps17 } = about;
  const source = { title, publisher, licence, ...(url.trim() === '' ? {} : { url: url.trim() }) };
  return { csv, name, year: year.trim(), scheme: ofBps17 ? 'BPS_IO_17' : null, source };
}
