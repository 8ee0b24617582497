import type { FeatureLike } from 'ol/Feature';
import { Circle, Fill, RegularShape, Stroke, Style, Text } from 'ol/style';
import { areaText } from '../units';
import { areaUnit } from '../words/words.svelte';
import { themeColour } from './map';
import { zoneColours } from './colours';

/** From which scale on a field tells its name, metres a pixel. */
export const namesUpTo = 1.2;

/** Names and areas, for a layer above all lines. */
export function labelStyle(feature: FeatureLike): Style | undefined {
  const name = String(feature.get('name') ?? '');
  switch (feature.get('role')) {
    case 'zone':
      return name === '' ? undefined : new Style({ text: label(name, zoneColours[feature.get('kind') as string] ?? zoneColours.other!) });
    case 'refill':
      return new Style({ text: label(name, '#1b4fb0', 24), zIndex: 9 });
    case 'field':
      return new Style({ text: label(`${name}\n${areaText(feature.get('areaM2') as number)} ${areaUnit()}`, themeColour('--map-line')) });
    default:
      return undefined;
  }
}

export function farmStyle(feature: FeatureLike): Style | Style[] {
  switch (feature.get('role')) {
    case 'zone':
      return zoneStyle(feature);
    case 'obstacle':
      return obstacleStyle(feature);
    case 'refill':
      return refillStyle();
    default:
      return fieldStyle(feature, false);
  }
}

export function fieldStyle(feature: FeatureLike, selected: boolean): Style {
  const ink = themeColour('--map-line');
  const refused = feature.get('refused') === true;
  return new Style({
    fill: new Fill({ color: refused ? 'rgba(179,38,30,0.25)' : selected ? 'rgba(15,107,63,0.22)' : 'rgba(120,170,80,0.28)' }),
    stroke: new Stroke({ color: refused ? '#b3261e' : selected ? themeColour('--accent') : ink, width: selected ? 4 : 1.5 }),
    zIndex: selected ? 2 : 1,
  });
}

function zoneStyle(feature: FeatureLike): Style {
  const colour = zoneColours[feature.get('kind') as string] ?? zoneColours.other!;
  return new Style({
    fill: new Fill({ color: `${colour}55` }),
    stroke: new Stroke({ color: colour, width: 2, lineDash: [8, 5] }),
    zIndex: 3,
  });
}

function obstacleStyle(feature: FeatureLike): Style {
  const kind = feature.get('kind') as string;
  return new Style({
    fill: new Fill({ color: 'rgba(60,60,60,0.55)' }),
    stroke: new Stroke({ color: '#7d1128', width: kind === 'power-line' ? 3 : 2 }),
    image: new RegularShape({ points: 3, radius: 11, fill: new Fill({ color: '#7d1128' }), stroke: new Stroke({ color: '#ffffff', width: 2 }) }),
    zIndex: 4,
  });
}

function refillStyle(): Style {
  return new Style({
    stroke: new Stroke({ color: '#1b4fb0', width: 4 }),
    image: new Circle({ radius: 12, fill: new Fill({ color: '#1b4fb0' }), stroke: new Stroke({ color: '#ffffff', width: 3 }) }),
    zIndex: 5,
  });
}

function label(text: string, colour: string, below = 0): Text {
  return new Text({ text, offsetY: below, font: '600 13px system-ui, sans-serif', fill: new Fill({ color: colour }), stroke: new Stroke({ color: themeColour('--panel'), width: 4 }), overflow: true });
}
