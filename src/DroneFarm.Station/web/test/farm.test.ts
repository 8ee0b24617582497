import { expect, test } from 'vitest';
import { around, freshId, squareAround, withFeature, type Farm, type FarmFeature } from '../src/farm/farm';
import { seconds } from '../src/review/record';

const square = (id: string, role: 'field' | 'zone', lon: number, lat: number): FarmFeature => ({ type: 'Feature', id, properties: { role }, geometry: squareAround([lon, lat], 60) });
const farm: Farm = { type: 'FeatureCollection', name: 'f', features: [square('F1', 'field', 120.8, 32.05), square('F2', 'field', 120.9, 32.05), square('Z1', 'zone', 120.801, 32.05), square('Z2', 'zone', 120.9, 32.05)] };

test('a field is planned with the zones near it and without those far away', () => {
  expect(around(farm, new Set(['F1'])).features.map((f) => f.id)).toEqual(['F1', 'Z1']);
});

test('a fresh id is none that the farm has', () => {
  expect(freshId(farm, 'F')).toBe('F3');
  expect(freshId(withFeature(farm, square('F3', 'field', 0, 0)), 'F')).toBe('F4');
});

test('a square of 60 m is 60 m high', () => {
  const ring = (squareAround([120.8, 32.05], 60) as { coordinates: [number, number][][] }).coordinates[0]!;
  expect((ring[2]![1] - ring[0]![1]) * 111_320).toBeCloseTo(60, 1);
});

test('a time span of a day and more is counted in seconds', () => {
  expect(seconds('00:12:30.5000000')).toBe(750.5);
  expect(seconds('1.02:00:00')).toBe(93_600);
});
