import { describe, expect, it } from 'vitest';
import { parseNodeId } from '#vocabulary';
import type { ShockOutcome } from '../../web/src/actions/what-if.ts';
import { firstAsked, letterOf, newDraft, wanted } from '../../web/src/panels/what-if/asked.ts';
import { whatIfCsv, whatIfRows } from '../../web/src/panels/what-if/what-if-rows.ts';

const FIRM = parseNodeId('large-industry:kayaba');
const REGENCY = parseNodeId('regency:33.28');

describe('what is asked', () => {
  it('begins with the node whose details it was opened from, as a maker or as a place; of another there is nothing yet', () => {
    expect(firstAsked({ id: FIRM, type: 'LargeIndustry' }).drafts).toMatchObject([{ close: [FIRM], closePlaces: [] }]);
    expect(firstAsked({ id: REGENCY, type: 'Regency' }).drafts).toMatchObject([{ close: [], closePlaces: [REGENCY] }]);
    expect(firstAsked({ id: FIRM, type: 'Programme' }).drafts).toEqual([]);
    expect(firstAsked(null).drafts).toEqual([]);
  });

  it('leaves out shocks that say nothing yet, and a demand whose sector is not chosen', () => {
    const asked = firstAsked(null);
    expect(wanted(asked)).toBeNull();
    const [empty, firm] = [newDraft('DEMAND'), newDraft('MAKER', [FIRM])];
    const half = { ...firm, demand: { sector: '', percent: -10, part: null } };
    expect(wanted({ ...asked, drafts: [empty, half] })?.shocks).toEqual([
      { close: [FIRM], closePlaces: [], part: 1, demand: null },
    ]);
    expect([0, 7].map(letterOf)).toEqual(['A', 'H']);
  });
});

const named = (id: string): ShockOutcome['closed'][number]['node'] => ({
  id,
  type: 'SmiCluster',
  name: `name of ${id}`,
  names: [],
  kind: 'CLUSTER',
  code: null,
  restricted: false,
  coordinates: null,
  places: [],
});

const NOTHING: ShockOutcome = {
  closedCount: 0,
  closed: [],
  unplacedCount: 0,
  shortBuyerCount: 0,
  shortBuyers: [],
  losingSupplierCount: 0,
  losingSuppliers: [],
  clusterEffectCount: 0,
  clusterEffects: [],
  clusterTiers: [],
  lostTieCount: 0,
  lostTies: [],
  economy: null,
  sectorClusters: [],
};

describe('the rows of a comparison', () => {
  const cluster = named('cluster:a');
  const outcome: ShockOutcome = {
    ...NOTHING,
    clusterEffects: [
      {
        cluster,
        kind: 'LOSES_SUPPLIER',
        tier: 2,
        lostInput: { low: 0.05, high: 0.35 },
        wayCount: 1,
        ways: [],
        units: { low: 12, high: 14 },
        workers: null,
      },
    ],
    shortBuyers: [{ node: named('cluster:b'), tier: 1, lostInput: { low: 0, high: 1 }, way: { relations: [] } }],
  };
  const sector = { code: '6', name: 'Construction' };
  const amounts = { finalDemand: -1, output: -2, outputPercent: 0, valueAdded: -1, valueAddedPercent: 0 };
  const economy = {
    table: { id: 'own-1', name: 'Two sectors', year: '2009', fromFile: true, totalOutput: 3000, sources: [] },
    multiplier: 2,
    total: { ...amounts, compensation: 0, imports: 0, productTaxes: 0 },
  };
  const effects = [null, { output: -325.4, outputPercent: -9.45, valueAdded: -100, valueAddedPercent: -9 }];
  const rows = whatIfRows(
    {
      revision: 'r1',
      shocks: [outcome, { ...NOTHING, economy }],
      clusterCount: 1,
      clusters: [],
      sectors: [{ sector, effects }],
    },
    ['=A firm closes', 'demand falls'],
    { node: ({ name }) => name, table: ({ name }) => `Own table ${name}` },
  );

  it('name the shock, the list and the node, keep intervals apart, and leave open what is unknown', () => {
    expect(rows).toEqual([
      expect.objectContaining({
        shock: 'A',
        list: 'cluster',
        id: 'cluster:a',
        kind: 'LOSES_SUPPLIER',
        tier: 2,
        lost_low: 0.05,
        lost_high: 0.35,
        units_low: 12,
        units_high: 14,
        workers_low: null,
      }),
      expect.objectContaining({ shock: 'A', list: 'short_buyer', id: 'cluster:b', lost_low: 0, lost_high: 1 }),
      expect.objectContaining({ shock: 'B', list: 'sector', id: '6', output: -325.4, table: 'Own table Two sectors' }),
    ]);
  });

  it('are a file whose every row says its ground, and that no spreadsheet runs', () => {
    const [head, first, ...others] = whatIfCsv(rows, { evidence: 'Documented', asOf: '2025-12-31', revision: 'r1' })
      .trim()
      .split('\r\n');
    expect(head).toMatch(/^\uFEFF?shock,shock_name,list,id,name,.*,amounts_in,evidence,as_of,revision$/);
    expect(first).toContain("'=A firm closes");
    expect([first, ...others].every((row) => row?.endsWith('million rupiah,Documented,2025-12-31,r1'))).toBe(true);
  });
});
