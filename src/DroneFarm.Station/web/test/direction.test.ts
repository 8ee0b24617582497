import { expect, test } from 'vitest';
import { bearingDeg, courseOf, withCourse } from '../src/farm/direction';

test('a line to the east is 90 degrees and one to the west 270, also far from the equator', () => {
  expect(bearingDeg([[120, 60], [120.01, 60]])).toBeCloseTo(90, 6);
  expect(bearingDeg([[120.01, 60], [120, 60]])).toBeCloseTo(270, 6);
  // At 60 degrees north a degree of longitude is half a degree of latitude long.
  expect(bearingDeg([[120, 60], [120.02, 60.01]])).toBeCloseTo(45, 1);
});

test('a new course takes the place of the old one and leaves all else', () => {
  const chosen = withCourse({ abLine: [[120, 32], [121, 32]], drones: 3, fullCover: true }, { directionDeg: 0 });
  expect(chosen).toEqual({ drones: 3, fullCover: true, directionDeg: 0 });
  expect(courseOf(chosen)).toBe('bearing');
  expect(courseOf(withCourse(chosen))).toBe('best');
});
