/** The identity behind every spraying job: FlowLPerMin = RateLPerHa x SwathWidthM x SpeedMps x 0.006. */
export interface Dose {
  rateLPerHa: number;
  swathWidthM: number;
  speedMps: number;
}

export const flowLPerMin = (d: Dose): number => d.rateLPerHa * d.swathWidthM * d.speedMps * 0.006;

/** What a typed number does to the others: a typed flow is reached by flying slower or faster, all else changes the flow. Null where it cannot be. */
export function typed(dose: Dose, what: keyof Dose | 'flowLPerMin', value: number): Dose | null {
  if (!(value > 0) || !Number.isFinite(value)) return null;
  if (what !== 'flowLPerMin') return { ...dose, [what]: value };
  const speedMps = value / (dose.rateLPerHa * dose.swathWidthM * 0.006);
  return Number.isFinite(speedMps) && speedMps > 0 ? { ...dose, speedMps } : null;
}

export type Fault = 'flow-high' | 'flow-low' | 'speed-high';

/** Why an aircraft cannot fly this dose, worst first. */
export function faults(dose: Dose, pumpMinLPerMin: number, pumpMaxLPerMin: number, maxSpeedMps: number): Fault[] {
  const flow = flowLPerMin(dose);
  const found: Fault[] = [];
  if (flow > pumpMaxLPerMin * 1.0001) found.push('flow-high');
  if (flow < pumpMinLPerMin * 0.9999) found.push('flow-low');
  if (dose.speedMps > maxSpeedMps * 1.0001) found.push('speed-high');
  return found;
}
