/** A point on the earth, in degrees (WGS 84), north and east positive. */
export interface Coordinates {
  readonly latitude: number;
  readonly longitude: number;
}

/** The mean radius of the earth in kilometres (IUGG). */
const EARTH_RADIUS_KM = 6371.0088;

/**
 * Length of the great circle between two points in kilometres, by the haversine formula (Sinnott 1984), on a sphere: off by
 * at most 0.6 % from the ellipsoid.
 */
export function geographicDistance(a: Coordinates, b: Coordinates): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const [dLatitude, dLongitude] = [radians(b.latitude - a.latitude), radians(b.longitude - a.longitude)];
  const chord =
    Math.sin(dLatitude / 2) ** 2 +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(dLongitude / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}
