import type { Said } from '../words/words.svelte';

/** What the station sends ten times a second; the names are those of DroneFarm.Station/Live. */
export interface Aged<T> {
  value: T;
  ageS: number;
}
export interface Place {
  lon: number;
  lat: number;
  heightM: number;
  speedMps: number;
  climbMps: number;
  headingDeg?: number;
}
export interface CheckLine {
  code: string;
  verdict: 'holds' | 'fails' | 'unknown' | 'overridden';
  text: Said;
  ageS?: number;
}
export interface FlightNow {
  jobId: string;
  share: number;
  phase: string;
  reason: Said;
  because?: Said;
  sortie: number;
  sorties: number;
  turn: number;
  jobFraction: number;
  litres: number;
  tankL: number;
  doneM2: number;
  leftM2: number;
  leftMin: number;
  swathWidthM: number;
  refillL?: number;
  checklist: CheckLine[];
  heldByWind?: Said;
  orders: string[];
  breakpoints: [number, number][];
  over: boolean;
  fault?: string;
}
export interface VehicleNow {
  id: number;
  lost: boolean;
  linkAgeS?: number;
  roundTripMs?: number;
  mode?: Aged<string>;
  armed: boolean;
  onGround: boolean;
  satellites?: Aged<{ kind: string; count: number; hdop?: number }>;
  battery?: Aged<{ percent?: number; voltageV?: number; currentA?: number; minutesToReturn?: number }>;
  place?: Aged<Place>;
  wind?: Aged<{ speedMps: number; fromDeg: number }>;
  flowLPerMin?: Aged<number>;
  preArmOk?: Aged<boolean>;
  notice?: Aged<string>;
  links: { url: string; lossPct: number; rateHz: number; ageS: number; used: boolean }[];
  flight?: FlightNow;
}
export interface LinkNow {
  url: string;
  state: string;
  fault?: string;
  received: number;
  sent: number;
  damaged: number;
  junkBytes: number;
  overrun: number;
  sendOverrun: number;
  opened: number;
}
export interface AlarmLine {
  number: number;
  at: string;
  vehicle: number;
  kind: string;
  alarm: boolean;
  text: Said;
}
export interface Picture {
  at: string;
  control?: string;
  screenAlive: boolean;
  simulated: boolean;
  vehicles: VehicleNow[];
  links: LinkNow[];
  alarms: AlarmLine[];
}
