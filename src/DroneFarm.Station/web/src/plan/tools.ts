import { areaOf } from '../units';
import { changed, fieldsOf, freshId, squareAround, withFeature, without, type Farm, type FarmFeature, type Geometry, type Position } from '../farm/farm';
import { post } from '../station/api';

export interface TapSizes {
  zoneKind: string;
  zoneSideM: number;
  zoneBufferM: number;
  obstacleKind: string;
  obstacleHeightM: number;
  obstacleClearanceM: number;
}

export const usualSizes: TapSizes = { zoneKind: 'fish-pond', zoneSideM: 20, zoneBufferM: 5, obstacleKind: 'pole', obstacleHeightM: 8, obstacleClearanceM: 3 };

/** What becomes of a farm when a hand did something on its map: each a new farm, and the ids to be chosen then. */
export function addField(farm: Farm, shape: Geometry, name: string): [Farm, string] {
  const id = freshId(farm, 'F');
  return [withFeature(farm, { type: 'Feature', id, properties: { role: 'field', name: `${name} ${fieldsOf(farm).length + 1}` }, geometry: shape }), id];
}

export function addByTap(farm: Farm, at: Position, tool: string, sizes: TapSizes, name: string): [Farm, string] {
  const id = freshId(farm, tool === 'zone' ? 'Z' : tool === 'obstacle' ? 'O' : 'R');
  const feature: FarmFeature =
    tool === 'zone'
      ? { type: 'Feature', id, properties: { role: 'zone', name: `${name} ${id}`, kind: sizes.zoneKind, buffer_m: sizes.zoneBufferM }, geometry: squareAround(at, sizes.zoneSideM) }
      : tool === 'obstacle'
        ? { type: 'Feature', id, properties: { role: 'obstacle', name: `${name} ${id}`, kind: sizes.obstacleKind, height_m: sizes.obstacleHeightM, clearance_m: sizes.obstacleClearanceM }, geometry: { type: 'Point', coordinates: at } }
        : { type: 'Feature', id, properties: { role: 'refill', name: `${name} ${id}` }, geometry: { type: 'Point', coordinates: at } };
  return [withFeature(farm, feature), id];
}

export const reshape = (farm: Farm, id: string, shape: Geometry): Farm => changed(farm, id, (f) => ({ ...f, geometry: shape }));
export const remove = (farm: Farm, ids: readonly string[]): Farm => without(farm, ids);

export async function split(farm: Farm, id: string, line: Position[]): Promise<Farm> {
  const field = farm.features.find((f) => f.id === id)!;
  const parts = await post<Position[][][]>('/api/shapes/split', { rings: ringsOf(field.geometry), line });
  let next = without(farm, [id]);
  parts.forEach((rings, i) => {
    next = withFeature(next, { ...field, id: freshId(next, `${id}-`), properties: { ...field.properties, name: `${field.properties.name ?? id}-${i + 1}` }, geometry: { type: 'Polygon', coordinates: rings } });
  });
  return next;
}

export async function merge(farm: Farm, ids: readonly string[]): Promise<Farm> {
  const fields = ids.map((id) => farm.features.find((f) => f.id === id)!);
  const rings = await post<Position[][]>('/api/shapes/merge', { polygons: fields.map((f) => ringsOf(f.geometry)) });
  const whole: FarmFeature = { ...fields[0]!, geometry: { type: 'Polygon', coordinates: rings } };
  return { ...without(farm, ids.slice(1)), features: without(farm, ids.slice(1)).features.map((f) => (f.id === ids[0] ? whole : f)) };
}

const ringsOf = (shape: Geometry): Position[][] => (shape.type === 'MultiPolygon' ? shape.coordinates[0]! : (shape as { coordinates: Position[][] }).coordinates);

/** By hand on a sphere: good for a list while the plan's own figure is not there yet. */
export function roughAreaM2(shape: Geometry): number {
  if (shape.type !== 'Polygon' && shape.type !== 'MultiPolygon') return 0;
  const polygons = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
  return polygons.reduce((sum, rings) => sum + rings.reduce((part, ring, i) => part + (i === 0 ? 1 : -1) * Math.abs(ringM2(ring)), 0), 0);
}

function ringM2(ring: Position[]): number {
  const north = 111_132;
  const east = 111_320 * Math.cos((ring[0]![1] * Math.PI) / 180);
  let doubled = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax, ay] = [(ring[i]![0] - ring[0]![0]) * east, (ring[i]![1] - ring[0]![1]) * north];
    const [bx, by] = [(ring[i + 1]![0] - ring[0]![0]) * east, (ring[i + 1]![1] - ring[0]![1]) * north];
    doubled += ax * by - bx * ay;
  }
  return doubled / 2;
}

export const shownArea = (m2: number): number => areaOf(m2);
