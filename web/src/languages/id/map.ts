import type { Translated } from '../texts.ts';
import type { map as english } from '../en/map.ts';

export const map: Translated<typeof english> = {
  label: 'Peta',
  howTo:
    'Tombol panah pindah ke tempat terdekat, Page Down dan Page Up menelusuri semuanya, Enter membuka rincian atau isi tempat itu, E memperluas, C menutup, M menandai, Shift dengan panah menggeser peta, F menyesuaikan, plus dan minus memperbesar dan memperkecil. Tabel menampilkan hal yang sama.',
  zoomIn: 'Perbesar',
  zoomOut: 'Perkecil',
  fit: 'Sesuaikan tampilan',
  projection: 'Proyeksi Mercator. Garis pantai: Natural Earth. Wilayah ditandai di titik tengahnya.',
  atPlace: 'Ditampilkan di {{place}}: lokasinya sendiri tidak tercatat.',
  atPlaceSpoken: 'ditampilkan di {{place}}',
  nowhere: 'lokasi tidak tercatat',
  ties_other: '{{count}} keterkaitan',
  stackOpen: 'Enter menampilkannya',
  onMap: '{{shown}} dari {{total}} simpul di peta',
  inside_other: '{{count}} garis di dalam satu tempat',
  tray_other: '{{count}} tanpa lokasi',
  trayNote: 'Tidak ada lokasi di peta yang tercatat untuknya.',
  trayLines_other: 'Karena itu {{count}} dari {{total}} garis tidak digambar.',
  trayWith: 'dengan {{names}}',
  trayAll: 'Semua simpul dengan lokasinya',
};
