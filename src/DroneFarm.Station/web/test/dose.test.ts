import { expect, test } from 'vitest';
import { fullFlowLPerMin, mean } from '../src/farm/calibration';
import { faults, flowLPerMin, typed } from '../src/farm/dose';

const dose = { rateLPerHa: 22.5, swathWidthM: 5, speedMps: 5 };

test('1.5 L/mu on 5 m at 5 m/s flow 3.375 L/min', () => {
  expect(flowLPerMin(dose)).toBeCloseTo(3.375, 9);
});

test('a typed flow is reached by the speed, with rate and width as they were', () => {
  const next = typed(dose, 'flowLPerMin', 4.5)!;
  expect(next.speedMps).toBeCloseTo(6.6667, 4);
  expect(next.rateLPerHa).toBe(22.5);
  expect(flowLPerMin(next)).toBeCloseTo(4.5, 9);
});

test('a typed rate, speed or width changes the flow alone', () => {
  for (const what of ['rateLPerHa', 'speedMps', 'swathWidthM'] as const) {
    const next = typed(dose, what, dose[what] * 2)!;
    expect(flowLPerMin(next)).toBeCloseTo(6.75, 9);
    expect({ ...next, [what]: dose[what] }).toEqual(dose);
  }
});

test('nothing comes of a number that is none', () => {
  for (const value of [0, -1, NaN, Infinity]) expect(typed(dose, 'flowLPerMin', value)).toBeNull();
});

test('a pump is too small from just above its greatest flow', () => {
  expect(faults(dose, 1, 3.375, 7)).toEqual([]);
  expect(faults(dose, 1, 3.37, 7)).toEqual(['flow-high']);
  expect(faults(dose, 3.4, 7, 4)).toEqual(['flow-low', 'speed-high']);
});

test('half a litre in 10 s at half output is 6 L/min at full', () => {
  expect(fullFlowLPerMin(0.5, 10, 50)).toBeCloseTo(6, 9);
  expect(fullFlowLPerMin(0.5, 10, 0)).toBeNull();
  expect(fullFlowLPerMin(NaN, 10, 50)).toBeNull();
});

test('measurements 5.7 and 6.3 have the mean 6 and lie 10 % apart', () => {
  expect(mean([5.7, 6.3])!.flow).toBeCloseTo(6, 9);
  expect(mean([5.7, 6.3])!.spreadPct).toBeCloseTo(10, 9);
  expect(mean([])).toBeNull();
});
