/**
 * The built page and the API over a generated industry of 300 nodes in eight regencies, the same every time. Prints `AT url`; ends with
 * its standard input.
 */
import { join } from 'node:path';
import { readStyleHashes } from '../../api/server/security-headers.ts';
import { openApi } from '../api/api-under-test.ts';
import { generatedView } from '../fixtures/generated-view.ts';
import { evidence, node, records, relation, source } from '../fixtures/records.ts';

/** Regencies, and about where they lie. */
const REGENCIES = {
  Tegal: [-6.99, 109.13],
  Sidoarjo: [-7.45, 112.7],
  Karawang: [-6.3, 107.3],
  Bekasi: [-6.25, 107.15],
  Klaten: [-7.71, 110.6],
  Dairi: [2.85, 98.27],
  Pasuruan: [-7.73, 112.83],
  Gresik: [-7.16, 112.65],
} as const;

const view = generatedView(300, 500);
const regencyOf = (name: string): string => `regency:${name.toLowerCase()}`;
const survey = 'source:survey';

const api = await openApi(
  records({
    sources: [source(survey)],
    nodes: [
      ...Object.entries(REGENCIES).map(([name, [latitude, longitude]]) =>
        node(regencyOf(name), { name: `${name} Regency`, kind: 'kabupaten', latitude, longitude }),
      ),
      ...view.nodes.map(({ id, name }, at) =>
        // As long as real names are, every third of them.
        node(id, { name: at % 3 === 0 ? `${name} Industri Kecil dan Menengah Sejahtera` : name }),
      ),
    ],
    relations: [
      ...view.nodes.map(({ id, places: [place = ''] }) =>
        relation(id, 'LOCATED_IN', regencyOf(place.replace('Kab. ', '')), { evidence: [evidence(survey)] }),
      ),
      ...view.relations.map(({ from, type, to }, at) =>
        relation(from, type, to, { key: `r${at}`, evidence: [evidence(survey)] }),
      ),
    ],
  }),
  { pageFolder: join(process.cwd(), 'dist', 'web'), styleHashes: readStyleHashes(process.cwd()) },
);
console.log(`AT ${api.url}`);
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
