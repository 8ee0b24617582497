import Feature from 'ol/Feature';
import MVT from 'ol/format/MVT';
import type BaseLayer from 'ol/layer/Base';
import TileLayer from 'ol/layer/Tile';
import VectorTileLayer from 'ol/layer/VectorTile';
import { addCoordinateTransforms, addProjection, fromLonLat, Projection, toLonLat, transformExtent } from 'ol/proj';
import VectorTileSource from 'ol/source/VectorTile';
import XYZ from 'ol/source/XYZ';
import { Fill, Stroke, Style } from 'ol/style';
import type VectorTile from 'ol/VectorTile';
import { get } from '../station/api';
import { fromGcj02, toGcj02 } from './gcj02';

export interface BaseMap {
  id: string;
  name: string;
  format: string;
  minZoom: number;
  maxZoom: number;
  boundsDeg?: [number, number, number, number];
  attribution: string;
  gcj02: boolean;
}

const shifted = new Projection({ code: 'DRONEFARM:GCJ02', units: 'm', extent: [-20037508.34, -20037508.34, 20037508.34, 20037508.34] });

/** Web Mercator of shifted degrees, so that OpenLayers lays shifted tiles where the ground is: fields are never moved to fit a map. */
export function knowShiftedMaps(): void {
  const onto = (shift: (lon: number, lat: number) => [number, number]) => (c: number[]) => fromLonLat(shift(...(toLonLat(c) as [number, number])));
  addProjection(shifted);
  addCoordinateTransforms('EPSG:3857', shifted, onto(toGcj02), onto(fromGcj02));
}

export const listBaseMaps = (): Promise<BaseMap[]> => get<BaseMap[]>('/api/maps');

export function layerOf(map: BaseMap): BaseLayer {
  const url = `/api/maps/${encodeURIComponent(map.id)}/{z}/{x}/{y}`;
  const extent = map.boundsDeg ? transformExtent(map.boundsDeg, 'EPSG:4326', 'EPSG:3857') : undefined;
  if (map.format !== 'pbf')
    return new TileLayer({ extent, source: new XYZ({ url, minZoom: map.minZoom, maxZoom: map.maxZoom, projection: map.gcj02 ? shifted : 'EPSG:3857', attributions: map.attribution }) });
  const source = new VectorTileSource({ url, minZoom: map.minZoom, maxZoom: map.maxZoom, format: new MVT(), attributions: map.attribution });
  if (map.gcj02) source.setTileLoadFunction((tile, address) => loadShifted(tile as unknown as VectorTile<Feature>, address));
  return new VectorTileLayer({
    extent,
    source,
    style: (feature) => new Style({ fill: new Fill({ color: feature.get('layer') === 'water' ? 'rgba(120,170,210,0.6)' : 'rgba(150,160,150,0.15)' }), stroke: new Stroke({ color: 'rgba(90,100,95,0.7)', width: 1 }) }),
  });
}

function loadShifted(tile: VectorTile<Feature>, address: string): void {
  tile.setLoader(async (extent: number[], _resolution: number, projection: Projection) => {
    const answer = await fetch(address);
    const features = new MVT<Feature>({ featureClass: Feature }).readFeatures(await answer.arrayBuffer(), { extent, featureProjection: projection });
    for (const feature of features)
      feature.getGeometry()?.applyTransform((input: number[], output?: number[]) => {
        const result = output ?? input;
        for (let i = 0; i < input.length; i += 2) {
          const [lon, lat] = toLonLat([input[i]!, input[i + 1]!]) as [number, number];
          [result[i], result[i + 1]] = fromLonLat(fromGcj02(lon, lat)) as [number, number];
        }
        return result;
      });
    tile.setFeatures(features);
    return features;
  });
}
