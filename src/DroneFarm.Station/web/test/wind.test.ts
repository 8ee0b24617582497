import { expect, test } from 'vitest';
import type { Job } from '../src/farm/farm';
import { driftOf, keptAs, windOf, withoutWind, withWind, type KeptDrift } from '../src/farm/wind';

const job: Job = { id: 'a', name: 'a', rate_l_per_ha: 22.5, speed_mps: 5, height_m: 3, product: { name: 'p' } };
const kept: KeptDrift[] = [{ id: 'sample', profile: { distances: [{ height_m: 3, distance_m: 18.6 }], reference_wind_mps: 2, source: 'a trial' } }];
const wind = { speed_mps: 2, from_deg: 135, source: 'forecast' };

test('a wind brings the first kept profile with it, unless the job has one', () => {
  const windy = withWind(job, wind, kept);
  expect(windOf(windy)).toEqual(wind);
  expect(keptAs(driftOf(windy), kept)).toBe('sample');
  const own = { ...kept[0]!.profile, source: 'our own' };
  const mine = withWind({ ...job, product: { ...job.product, drift_profile: own } }, wind, kept);
  expect(driftOf(mine)).toEqual(own);
  expect(keptAs(driftOf(mine), kept)).toBe('');
});

test('without its wind a job is as it was', () => {
  expect(withoutWind(withWind(job, wind, kept))).toEqual(job);
});
