import { expect, test } from 'vitest';
import { seconds, thinned, type TrackRow } from '../src/review/record';

test('thinned rows keep both of two vehicles that report in turn', () => {
  const rows = Array.from({ length: 8000 }, (_, i): TrackRow => [i / 10, 1 + (i % 2), 1, 120, 32, 3, 5, 3]);
  const left = thinned(rows, 4000);
  expect(left.filter((r) => r[1] === 1)).toHaveLength(2000);
  expect(left.filter((r) => r[1] === 2)).toHaveLength(2000);
});

test('a span of the station is read in seconds, with days and without', () => {
  expect(seconds('00:12:54')).toBe(774);
  expect(seconds('1.00:00:30')).toBe(86430);
});
