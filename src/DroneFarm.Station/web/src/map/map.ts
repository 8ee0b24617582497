import { defaults as defaultControls, ScaleLine } from 'ol/control';
import { isEmpty } from 'ol/extent';
import { defaults as defaultInteractions } from 'ol/interaction';
import type BaseLayer from 'ol/layer/Base';
import Map from 'ol/Map';
import View from 'ol/View';
import 'ol/ol.css';
import { choices } from '../choices.svelte';
import { knowShiftedMaps, layerOf, listBaseMaps } from './baseMaps';

knowShiftedMaps();

/** A map of layers, with the base map that was chosen beneath them; none is needed. */
export function makeMap(target: HTMLElement, layers: BaseLayer[]): Map {
  const map = new Map({
    target,
    layers,
    controls: defaultControls({ rotate: false }).extend([new ScaleLine()]),
    interactions: defaultInteractions({ altShiftDragRotate: false, pinchRotate: false, doubleClickZoom: false }),
    view: new View({ center: [13447200, 3770000], zoom: 16, maxZoom: 24, enableRotation: false }),
  });
  void listBaseMaps().then((maps) => {
    const chosen = maps.find((m) => m.id === choices.baseMap) ?? (choices.baseMap === '' ? undefined : maps[0]);
    if (chosen) map.getLayers().insertAt(0, layerOf(chosen));
  });
  return map;
}

/** Shows an extent with a little room around it. */
export function lookAt(map: Map, extent: number[], animated = false): void {
  if (isEmpty(extent)) return;
  map.updateSize();
  map.getView().fit(extent, { padding: [60, 60, 60, 60], maxZoom: 20, duration: animated ? 250 : 0 });
}

/** A colour of the theme, for drawing. */
export const themeColour = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
