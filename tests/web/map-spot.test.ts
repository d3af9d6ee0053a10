import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { geographicDistance, type Coordinates } from '../../web/src/exploration/distance.ts';
import { kilometresBetween, spotOf } from '../../web/src/exploration/spot.ts';

const TEGAL = { latitude: -7.03, longitude: 109.16 };
const JAVA = { latitude: -7.26, longitude: 110.2 };
const [LOCALITY, REGENCY, PROVINCE] = [0, 1, 2];
const place = (rank: number, name: string, coordinates: Coordinates | null = null) => ({ rank, name, coordinates });

describe('where a node stands on the map', () => {
  it('is at its own coordinates, whatever lies around it', () => {
    expect(spotOf(TEGAL, [place(REGENCY, 'Kab. Batang', JAVA)])).toEqual({ ...TEGAL, of: 'OWN', place: null });
  });

  it('is else the centre of the narrowest place with coordinates, which is named', () => {
    const places = [
      place(LOCALITY, 'Desa Kedokan'),
      place(REGENCY, 'Kab. Tegal', TEGAL),
      place(PROVINCE, 'Jateng', JAVA),
    ];
    expect(spotOf(null, places)).toEqual({ ...TEGAL, of: 'PLACE', place: 'Kab. Tegal' });
  });

  it('is the province when the node lies in two of its regencies: neither is guessed', () => {
    const places = [
      place(REGENCY, 'Kab. Tegal', TEGAL),
      place(REGENCY, 'Kab. Batang', TEGAL),
      place(PROVINCE, 'Jateng', JAVA),
    ];
    expect(spotOf(null, places)).toEqual({ ...JAVA, of: 'PLACE', place: 'Jateng' });
  });

  it('is nowhere when it lies in two provinces, or in none', () => {
    const two = [place(PROVINCE, 'Jateng', JAVA), place(PROVINCE, 'Jabar', TEGAL), place(REGENCY, 'Kab. Tegal', TEGAL)];
    expect(spotOf(null, two)).toBeNull();
    expect(spotOf(null, [])).toBeNull();
  });
});

/** The spherical law of cosines: another way to the same length, good for points that are not too near. */
function byCosines(a: Coordinates, b: Coordinates): number {
  const [la, lb, d] = [a.latitude, b.latitude, b.longitude - a.longitude].map((degrees) => (degrees * Math.PI) / 180);
  const cosine = Math.sin(la ?? 0) * Math.sin(lb ?? 0) + Math.cos(la ?? 0) * Math.cos(lb ?? 0) * Math.cos(d ?? 0);
  return 6371.0088 * Math.acos(Math.max(-1, Math.min(1, cosine)));
}

describe('kilometres between two points', () => {
  const point = fc.record({
    latitude: fc.double({ min: -90, max: 90, noNaN: true }),
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  });

  it('are those of the great circle', () => {
    // A degree along the equator, and Jakarta to Surabaya (about 662 km).
    expect(geographicDistance({ latitude: 0, longitude: 118 }, { latitude: 0, longitude: 119 })).toBeCloseTo(
      111.195,
      2,
    );
    const [jakarta, surabaya] = [
      { latitude: -6.2, longitude: 106.82 },
      { latitude: -7.27, longitude: 112.72 },
    ];
    expect(geographicDistance(jakarta, surabaya)).toBeGreaterThan(655);
    expect(geographicDistance(jakarta, surabaya)).toBeLessThan(670);
  });

  it('agree with the law of cosines, both ways, and are 0 from a point to itself', () => {
    fc.assert(
      fc.property(point, point, (a, b) => {
        expect(geographicDistance(a, b)).toBeCloseTo(byCosines(a, b), 0);
        expect(geographicDistance(a, b)).toBeCloseTo(geographicDistance(b, a), 9);
        expect(geographicDistance(a, a)).toBe(0);
      }),
    );
  });

  it('are unknown when one end has no place', () => {
    const tegal = spotOf(TEGAL, []);
    expect(kilometresBetween(tegal, null)).toBeNull();
    expect(kilometresBetween(tegal, tegal)).toBe(0);
  });
});
