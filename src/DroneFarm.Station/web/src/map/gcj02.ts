/** The shift of Chinese base maps; the same formula as DroneFarm.Core.Geo.Gcj02, which has its source and its bounds. */
const semiMajorM = 6378245;
const eccentricity2 = 0.00669342162296594323;
const rad = Math.PI / 180;

const covers = (lon: number, lat: number): boolean => lon >= 72.004 && lon <= 137.8347 && lat >= 0.8293 && lat <= 55.8271;

function waves(degrees: number, list: [number, number][]): number {
  return (list.reduce((sum, [amplitude, halfTurns]) => sum + amplitude * Math.sin(degrees * halfTurns * Math.PI), 0) * 2) / 3;
}

/** Degrees as WGS84 to degrees as such a map has them. */
export function toGcj02(lon: number, lat: number): [number, number] {
  if (!covers(lon, lat)) return [lon, lat];
  const x = lon - 105;
  const y = lat - 35;
  const both = waves(x, [[20, 6], [20, 2]]) + 0.1 * x * y;
  const northM = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.2 * Math.sqrt(Math.abs(x)) + both + waves(y, [[20, 1], [40, 1 / 3], [160, 1 / 12], [320, 1 / 30]]);
  const eastM = 300 + x + 2 * y + 0.1 * x * x + 0.1 * Math.sqrt(Math.abs(x)) + both + waves(x, [[20, 1], [40, 1 / 3], [150, 1 / 12], [300, 1 / 30]]);
  const sin = Math.sin(lat * rad);
  const flattened = 1 - eccentricity2 * sin * sin;
  const meridianM = (semiMajorM * (1 - eccentricity2)) / Math.pow(flattened, 1.5);
  const parallelM = (semiMajorM / Math.sqrt(flattened)) * Math.cos(lat * rad);
  return [lon + eastM / parallelM / rad, lat + northM / meridianM / rad];
}

/** The way back, by taking the shift off and correcting what is left. */
export function fromGcj02(lon: number, lat: number): [number, number] {
  if (!covers(lon, lat)) return [lon, lat];
  let guess: [number, number] = [lon, lat];
  for (let step = 0; step < 10; step++) {
    const [reachedLon, reachedLat] = toGcj02(guess[0], guess[1]);
    guess = [guess[0] + lon - reachedLon, guess[1] + lat - reachedLat];
  }
  return guess;
}
