import { expect, test } from 'vitest';
import { fromGcj02, toGcj02 } from '../src/map/gcj02';

test('a place near Nantong is shifted by some hundred metres, and back to a millimetre', () => {
  const [lon, lat] = toGcj02(120.8, 32.05);
  const eastM = (lon - 120.8) * 111_320 * Math.cos((32.05 * Math.PI) / 180);
  const northM = (lat - 32.05) * 111_132;
  expect(Math.hypot(eastM, northM)).toBeGreaterThan(300);
  expect(Math.hypot(eastM, northM)).toBeLessThan(700);
  const back = fromGcj02(lon, lat);
  expect(back[0]).toBeCloseTo(120.8, 8);
  expect(back[1]).toBeCloseTo(32.05, 8);
});

test('outside the box nothing is shifted', () => {
  expect(toGcj02(5, 52)).toEqual([5, 52]);
});
