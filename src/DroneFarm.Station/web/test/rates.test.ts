import { expect, test } from 'vitest';
import { colourOf, elsewhereLPerHa, notSprayed, rateClasses, type Rates } from '../src/farm/rates';

const square = { type: 'Polygon' as const, coordinates: [[[0, 0], [1, 0], [1, 1], [0, 0]] as [number, number][]] };
const of = (zones: number[], elsewhere?: number): Rates => ({
  type: 'FeatureCollection',
  name: 'rates',
  features: [
    ...zones.map((rate) => ({ type: 'Feature' as const, properties: { rate_l_per_ha: rate }, geometry: square })),
    ...(elsewhere === undefined ? [] : [{ type: 'Feature' as const, properties: { rate_l_per_ha: elsewhere }, geometry: null }]),
  ],
});

test('few rates have a colour each, with that of all other ground among them', () => {
  const classes = rateClasses(of([30, 15, 0]), 22.5);
  expect(classes.map((c) => c.toLPerHa)).toEqual([0, 15, 22.5, 30]);
  expect(new Set(classes.map((c) => c.colour)).size).toBe(4);
  expect(classes[0]!.colour).toBe(notSprayed);
});

test('many rates share six steps of equal width', () => {
  const classes = rateClasses(of(Array.from({ length: 61 }, (_, i) => i)), 22.5);
  expect(classes.map((c) => [c.fromLPerHa, c.toLPerHa])[1]).toEqual([1, 1 + 59 / 6]);
  expect(classes).toHaveLength(7);
  expect(colourOf(classes, 60)).toBe(classes[6]!.colour);
});

test('a rate between two of them is drawn as the nearer', () => {
  const classes = rateClasses(of([30, 15]), 15);
  expect(colourOf(classes, 26)).toBe(classes[1]!.colour);
  expect(colourOf(classes, 16)).toBe(classes[0]!.colour);
  expect(colourOf(classes, 0)).toBe(notSprayed);
});

test('a feature without a place speaks for all other ground', () => {
  expect(elsewhereLPerHa(of([30], 0), 22.5)).toBe(0);
  expect(elsewhereLPerHa(of([30]), 22.5)).toBe(22.5);
});
