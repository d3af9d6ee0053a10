import type { Translated } from '../texts.ts';
import type { table as english } from '../en/table.ts';

export const table: Translated<typeof english> = {
  region: 'Tabel dari yang digambar',
  nodes: 'Simpul',
  relations: 'Relasi',
  name: 'Nama',
  type: 'Jenis',
  place: 'Wilayah',
  relationCount: 'Relasi',
  from: 'Dari',
  relation: 'Relasi',
  to: 'Ke',
  period: 'Periode',
  evidence: 'Bukti',
  shown: '{{shown}} dari {{total}} ditampilkan',
  sortedAscending: 'urut naik',
  sortedDescending: 'urut turun',
  disputed: 'diperselisihkan',
  rows: 'Baris',
};
