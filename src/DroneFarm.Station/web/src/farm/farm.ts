import type { Rates } from './rates';

/** The documents a page works on, as their files are (missions/README.md). */
export type Position = [number, number];
export type Geometry =
  | { type: 'Point'; coordinates: Position }
  | { type: 'LineString'; coordinates: Position[] }
  | { type: 'Polygon'; coordinates: Position[][] }
  | { type: 'MultiPolygon'; coordinates: Position[][][] }
  | { type: 'MultiPoint' | 'MultiLineString'; coordinates: unknown[] };
export interface FarmFeature {
  type: 'Feature';
  id: string;
  properties: { role: 'field' | 'zone' | 'obstacle' | 'refill'; name?: string; kind?: string; buffer_m?: number; height_m?: number; clearance_m?: number; crop?: string; [more: string]: unknown };
  geometry: Geometry;
}
export interface Farm {
  type: 'FeatureCollection';
  name: string;
  made_up?: boolean;
  features: FarmFeature[];
}
export type Sprayer = Record<string, unknown> & { name: string; tank_l: number; swath_width_m: number; pump_min_flow_l_per_min: number; pump_max_flow_l_per_min: number; battery_wh: number; max_speed_mps: number };
export interface Job {
  id: string;
  name: string;
  rate_l_per_ha: number;
  speed_mps: number;
  height_m: number;
  product: Record<string, unknown>;
  [more: string]: unknown;
}
export interface Wishes {
  directionDeg?: number;
  /** Swaths lie along the line from the first to the second. */
  abLine?: [Position, Position];
  acrossWind?: boolean;
  edgePass?: string;
  alongRows?: boolean;
  drones?: number;
  fullCover?: boolean;
}
/** What a plan is asked with, in the station's words. */
export const planRequest = (work: Work): object => ({ farm: work.farm, sprayer: work.sprayer, job: work.job, choices: work.choices, prescription: work.rates });

export interface Work {
  farmId: string;
  farm: Farm;
  sprayerId: string;
  sprayer: Sprayer;
  job: Job;
  choices: Wishes;
  /** The job's prescription; without one its rate holds everywhere. */
  rates?: Rates | undefined;
}

export const fieldsOf = (farm: Farm): FarmFeature[] => farm.features.filter((f) => f.properties.role === 'field');

/** An id that the farm does not have yet. */
export function freshId(farm: Farm, prefix: string): string {
  const taken = new Set(farm.features.map((f) => f.id));
  for (let n = 1; ; n++) if (!taken.has(`${prefix}${n}`)) return `${prefix}${n}`;
}

export const withFeature = (farm: Farm, feature: FarmFeature): Farm => ({ ...farm, features: [...farm.features, feature] });
export const without = (farm: Farm, ids: readonly string[]): Farm => ({ ...farm, features: farm.features.filter((f) => !ids.includes(f.id)) });
export const changed = (farm: Farm, id: string, change: (f: FarmFeature) => FarmFeature): Farm => ({ ...farm, features: farm.features.map((f) => (f.id === id ? change(f) : f)) });

/** A square around a place, as a zone that was set by a tap. */
export function squareAround([lon, lat]: Position, sideM: number): Geometry {
  const north = sideM / 2 / 111_320;
  const east = north / Math.cos((lat * Math.PI) / 180);
  const ring: Position[] = [
    [lon - east, lat - north],
    [lon + east, lat - north],
    [lon + east, lat + north],
    [lon - east, lat + north],
    [lon - east, lat - north],
  ];
  return { type: 'Polygon', coordinates: [ring] };
}

function* positions(geometry: Geometry): Generator<Position> {
  const stack: unknown[] = [geometry.coordinates];
  while (stack.length > 0) {
    const next = stack.pop() as unknown[];
    if (typeof next[0] === 'number') yield next as unknown as Position;
    else stack.push(...next);
  }
}

export function boundsOf(features: readonly FarmFeature[]): [number, number, number, number] {
  const bounds: [number, number, number, number] = [180, 90, -180, -90];
  for (const feature of features)
    for (const [lon, lat] of positions(feature.geometry)) {
      bounds[0] = Math.min(bounds[0], lon);
      bounds[1] = Math.min(bounds[1], lat);
      bounds[2] = Math.max(bounds[2], lon);
      bounds[3] = Math.max(bounds[3], lat);
    }
  return bounds;
}

/** The farm as far as some fields' plan depends on it: those fields, and all that is no field and lies near. */
export function around(farm: Farm, ids: ReadonlySet<string>, reachM = 300): Farm {
  const mine = farm.features.filter((f) => ids.has(f.id));
  if (mine.length === 0) return { ...farm, features: [] };
  const [w, s, e, n] = boundsOf(mine);
  const north = reachM / 111_320;
  const east = north / Math.cos((s * Math.PI) / 180);
  const near = (f: FarmFeature): boolean => {
    const [fw, fs, fe, fn] = boundsOf([f]);
    return fe >= w - east && fw <= e + east && fn >= s - north && fs <= n + north;
  };
  return { ...farm, features: farm.features.filter((f) => ids.has(f.id) || (f.properties.role !== 'field' && near(f))) };
}
