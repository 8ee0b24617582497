import type { FoundLine } from '../station/api';
import type { MapFeature } from '../plan/answer';
import type { Said } from '../words/words.svelte';

/** What the station tells of flown jobs; the names are those of DroneFarm.Station/Reviews. */
export interface ReviewCard {
  jobId: string;
  name: string;
  farm: string;
  product: string;
  operator: string;
  crop: string;
  fields: string[];
  from: string;
  to: string;
  sprayedM2: number;
  litres: number;
  complete: boolean;
  simulated: boolean;
}
/** Seconds since the start, vehicle, sortie, longitude, latitude, height m, speed m/s, flow L/min (-1: nobody knows). */
export type TrackRow = [number, number, number, number, number, number, number, number];
export interface ReviewDetail {
  card: ReviewCard;
  totals: { sortiesPlanned: number; sortiesFlown: number; plannedAreaM2: number; sprayedAreaM2: number; missedM2: number; doubledM2: number; offTargetM2: number; plannedLitres: number; appliedLitres: number; plannedDistanceM: number; flownDistanceM: number; plannedDuration: string; flownDuration: string };
  weather: { at: string; windMps?: number; windFromDeg?: number; temperatureC?: number; humidityPct?: number; source: string }[];
  product: { name: string; activeIngredient: string; registrationNumber: string; dosePerHa: number; doseUnit: string; producer: string };
  rateLPerHa: number;
  heightM: number;
  speedMps: number;
  swathWidthM: number;
  start: string;
  track: TrackRow[];
  events: { atS: number; vehicle: number; kind: string; text: Said }[];
  findings: FoundLine[];
  map: { features: MapFeature[] };
}

/** Every n-th row of each vehicle, so that at most about so many are left: of two that report in turn, every second row would be one vehicle's. */
export function thinned(rows: TrackRow[], most: number): TrackRow[] {
  const step = Math.max(1, Math.ceil(rows.length / most));
  const seen = new Map<number, number>();
  return rows.filter((row) => {
    const n = seen.get(row[1]) ?? 0;
    seen.set(row[1], n + 1);
    return n % step === 0;
  });
}

/** "hh:mm:ss" or "d.hh:mm:ss" in seconds. */
export function seconds(span: string): number {
  const [days, clock] = span.includes('.') && span.indexOf('.') < span.indexOf(':') ? [Number(span.slice(0, span.indexOf('.'))), span.slice(span.indexOf('.') + 1)] : [0, span];
  const [h, m, s] = clock.split(':').map(Number) as [number, number, number];
  return ((days * 24 + h) * 60 + m) * 60 + s;
}
