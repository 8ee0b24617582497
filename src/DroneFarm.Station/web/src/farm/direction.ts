import type { Position, Wishes } from './farm';

/** Who says how swaths lie. */
export type Course = 'best' | 'line' | 'bearing' | 'wind' | 'rows';

export function courseOf(choices: Wishes): Course {
  if (choices.abLine) return 'line';
  if (choices.directionDeg !== undefined) return 'bearing';
  if (choices.acrossWind) return 'wind';
  return choices.alongRows ? 'rows' : 'best';
}

/** One says it, and nobody else. */
export function withCourse({ abLine: _a, directionDeg: _d, acrossWind: _w, alongRows: _r, ...rest }: Wishes, course: Wishes = {}): Wishes {
  return { ...rest, ...course };
}

/** Degrees clockwise from north, as a compass at A would show B. */
export function bearingDeg([a, b]: readonly [Position, Position]): number {
  const east = (b[0] - a[0]) * Math.cos((((a[1] + b[1]) / 2) * Math.PI) / 180);
  return ((Math.atan2(east, b[1] - a[1]) * 180) / Math.PI + 360) % 360;
}
