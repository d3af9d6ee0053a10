/** Parameters that several questions take. */
import { parseNodeId } from '#vocabulary';
import type { NodeParameter } from './question-types.ts';

const named = (text: string | null) => (text === null ? null : parseNodeId(text));

export const PLACE: NodeParameter = {
  name: 'place',
  label: { en: 'Place', id: 'Wilayah', ja: '地域' },
  kind: 'NODE',
  types: ['Country', 'Province', 'Regency', 'Locality'],
  optional: true,
  default: null,
};

export function clusterParameter(usual: string | null, optional = false): NodeParameter {
  return {
    name: 'cluster',
    label: { en: 'Cluster', id: 'Sentra', ja: 'クラスター' },
    kind: 'NODE',
    types: ['SmiCluster'],
    nodeKind: 'CLUSTER',
    optional,
    default: named(usual),
  };
}

export function firmParameter(usual: string | null, optional = false): NodeParameter {
  return {
    name: 'firm',
    label: { en: 'Large industry', id: 'Industri besar', ja: '大企業' },
    kind: 'NODE',
    types: ['LargeIndustry'],
    optional,
    default: named(usual),
  };
}

export function programmeParameter(usual: string, name = 'programme'): NodeParameter {
  return {
    name,
    label: { en: 'Programme', id: 'Program', ja: 'プログラム' },
    kind: 'NODE',
    types: ['Programme'],
    optional: false,
    default: named(usual),
  };
}

/** One of the products of the input-output table. */
export function sectorParameter(usual: string, name = 'sector', optional = false): NodeParameter {
  return {
    name,
    label: { en: 'Product of the table', id: 'Produk dalam tabel', ja: '表の部門' },
    kind: 'NODE',
    types: ['Sector'],
    scheme: 'BPS_IO_17',
    optional,
    default: named(usual),
  };
}
