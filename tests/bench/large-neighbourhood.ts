/** A node with so many relations that its neighbourhood has ten thousand elements, as records and as the rows that a client reads. */
import type { GraphRecords } from '#vocabulary';
import { evidence, node, period, records, relation, source } from '../fixtures/records.ts';

/** A cooperative that most of the makers of a province supply. */
export const HUB = 'large-industry:hub';
const NEIGHBOURS = 4_999;
const TRADES = ['castings', 'batik', 'rattan chairs', 'clay tiles', 'palm sugar', 'shoes', 'brass fittings'];
const TOWNS = ['Tegal', 'Pekalongan', 'Cirebon', 'Klaten', 'Jepara', 'Sidoarjo', 'Tasikmalaya', 'Bantul', 'Malang'];

/** 5,000 nodes and 5,000 relations; a decoy that the neighbourhood does not hold. */
export function largeNeighbourhood(): GraphRecords {
  const makers = Array.from({ length: NEIGHBOURS }, (_, i) =>
    node(`small-industry:maker-${i}`, { name: `${TRADES[i % 7]} of ${TOWNS[i % 9]} ${i + 1}` }),
  );
  const periodOf = (i: number) =>
    i % 3 === 0
      ? period('2016', '..')
      : i % 3 === 1
        ? period('2019-03', null, '2021')
        : period(null, null, '2020-06-15');
  const supply = makers.map(({ id }, i) =>
    relation(id, 'SUPPLIES', HUB, {
      period: periodOf(i),
      evidence: [evidence(undefined, i % 5 === 0 ? 'INFERRED' : 'DOCUMENTED')],
    }),
  );
  return records({
    sources: [source()],
    nodes: [node(HUB, { name: 'Koperasi Jawa' }), ...makers, node('large-industry:other')],
    relations: [
      ...supply,
      relation('small-industry:maker-7', 'SUPPLIES', HUB, { key: '2' }),
      relation('small-industry:maker-8', 'SUPPLIES', 'large-industry:other'),
    ],
  });
}

export interface Rows {
  readonly nodes: readonly { id: string; type: string; name: string; kind: string | null }[];
  readonly relations: readonly {
    id: string;
    type: string;
    from: string;
    to: string;
    evidenceClass: string;
    period: { from: string | null; to: string | null; attested: readonly string[] };
  }[];
}
