import type { Geometry } from './farm';

/** A prescription as the station writes it: zones with their rate; one without a place says the rate of all ground outside them. */
export interface Rates {
  type: 'FeatureCollection';
  name: string;
  features: { type: 'Feature'; id?: string; properties: { rate_l_per_ha: number }; geometry: Geometry | null }[];
}

/** Rates that are drawn in one colour. */
export interface RateClass {
  fromLPerHa: number;
  toLPerHa: number;
  colour: string;
}

/** ColorBrewer's RdPu, light to dark: told apart by colour-blind eyes, and far from the greens, blues and ambers of farm and plan. */
const ramp = ['#fde0dd', '#fcc5c0', '#fa9fb5', '#f768a1', '#c51b8a', '#7a0177'];
export const notSprayed = '#5f6663';

export const zonesOf = (rates: Rates): Rates['features'] => rates.features.filter((f) => f.geometry !== null);

/** What ground gets that lies in no zone. */
export const elsewhereLPerHa = (rates: Rates, jobLPerHa: number): number => rates.features.find((f) => f.geometry === null)?.properties.rate_l_per_ha ?? jobLPerHa;

/** Few rates have a colour each, many share six steps of equal width; what is not sprayed comes first and is grey. */
export function rateClasses(rates: Rates, jobLPerHa: number): RateClass[] {
  const all = [...new Set([...zonesOf(rates).map((z) => z.properties.rate_l_per_ha), elsewhereLPerHa(rates, jobLPerHa)])].sort((a, b) => a - b);
  const wet = all.filter((rate) => rate > 0);
  const dry: RateClass[] = wet.length < all.length ? [{ fromLPerHa: 0, toLPerHa: 0, colour: notSprayed }] : [];
  const [least, most] = [wet[0] ?? 0, wet[wet.length - 1] ?? 0];
  const step = (most - least) / ramp.length;
  const bounds: [number, number][] = wet.length <= ramp.length ? wet.map((rate) => [rate, rate]) : ramp.map((_, i) => [least + i * step, least + (i + 1) * step]);
  return [...dry, ...bounds.map(([fromLPerHa, toLPerHa], i) => ({ fromLPerHa, toLPerHa, colour: ramp[bounds.length === 1 ? 3 : Math.round((i * (ramp.length - 1)) / (bounds.length - 1))]! }))];
}

/** The nearest class: a swath over a border gets the mean of both sides, which may be nobody's rate. */
export function colourOf(classes: readonly RateClass[], rateLPerHa: number): string {
  if (rateLPerHa <= 0) return notSprayed;
  const away = (c: RateClass): number => (c.toLPerHa <= 0 ? Infinity : Math.max(0, c.fromLPerHa - rateLPerHa, rateLPerHa - c.toLPerHa));
  return classes.reduce((best, c) => (away(c) < away(best) ? c : best), classes[0] ?? { fromLPerHa: 0, toLPerHa: 0, colour: notSprayed }).colour;
}
