import type { FoundLine } from '../station/api';

/** What the station answers to a plan request; the names are those of DroneFarm.Station/Plans. */
export interface PlannedField {
  id: string;
  name: string;
  areaM2: number;
  sprayableM2: number;
  swaths: number;
  litres: number;
  refused: boolean;
}
export interface PlannedSortie {
  number: number;
  vehicle: number;
  litres: number;
  minutes: number;
  energyWh: number;
  startS: number;
  sprayedM: number;
  lengthM: number;
  from: string;
}
export interface PlanTotals {
  areaM2: number;
  sprayableM2: number;
  litres: number;
  minutes: number;
  makespanMin: number;
  sorties: number;
  refused: number;
  sprayedM: number;
  transitM: number;
  speedMps: number;
  swathWidthM: number;
  flowLPerMin: number;
  rateLPerHa: number;
  drones: number;
}
export interface MapFeature {
  type: 'Feature';
  properties: { layer: string; field?: string; [more: string]: unknown };
  geometry: unknown;
}
export interface PlanAnswer {
  findings: FoundLine[];
  fields: PlannedField[];
  sorties: PlannedSortie[];
  totals: PlanTotals;
  map: { type: string; features: MapFeature[] };
  /** What is kept free of spray around each zone. */
  buffers: MapFeature[];
  thinkingMs: number;
}
