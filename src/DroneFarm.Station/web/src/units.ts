import { choices } from './choices.svelte';

export const muM2 = 10000 / 15;

/** A number to show: never a NaN, never more digits than help. */
export function fixed(value: number | undefined | null, digits: number): string {
  return value === undefined || value === null || !Number.isFinite(value) ? '–' : value.toFixed(digits);
}

/** An area in the unit that was chosen, without its name. */
export const areaOf = (m2: number): number => (choices.area === 'mu' ? m2 / muM2 : m2 / 10000);
export const areaDigits = (): number => (choices.area === 'mu' ? 1 : 2);
export const areaText = (m2: number | undefined | null): string => (m2 === undefined || m2 === null ? '–' : fixed(areaOf(m2), areaDigits()));
/** An application rate: 1 L/mu = 15 L/ha. */
export const rateOf = (lPerHa: number): number => (choices.area === 'mu' ? lPerHa / 15 : lPerHa);
export const rateToLPerHa = (shown: number): number => (choices.area === 'mu' ? shown * 15 : shown);
export const rateDigits = (): number => (choices.area === 'mu' ? 2 : 1);

/** 75 s is 1:15. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const rest = String(whole % 60).padStart(2, '0');
  const minutes = Math.floor(whole / 60);
  return minutes < 60 ? `${minutes}:${rest}` : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:${rest}`;
}
