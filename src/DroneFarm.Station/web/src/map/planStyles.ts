import type { FeatureLike } from 'ol/Feature';
import { Circle, Fill, Stroke, Style } from 'ol/style';
import { colourOf, type RateClass } from '../farm/rates';
import { sortieColour, zoneColours } from './colours';
import { themeColour } from './map';

/** The stages of a plan that can be shown and hidden. */
export const stages = ['rates', 'buffer', 'sprayable', 'headland', 'mainland', 'cell', 'swath', 'sortie', 'transit', 'fence'] as const;
export type Stage = (typeof stages)[number];

/** @param classes Of the prescription, if there is one: its swaths are drawn in the colour of their rate. */
export function planStyle(shown: ReadonlySet<string>, classes: readonly RateClass[] = []) {
  return (feature: FeatureLike, resolution: number): Style | undefined => {
    const layer = feature.get('layer') as string;
    if (!shown.has(layer)) return undefined;
    switch (layer) {
      case 'buffer': {
        const colour = zoneColours[feature.get('kind') as string] ?? zoneColours.other!;
        return new Style({ fill: new Fill({ color: `${colour}1f` }), stroke: new Stroke({ color: colour, width: 1.5, lineDash: [2, 5] }) });
      }
      case 'sprayable':
        return new Style({ stroke: new Stroke({ color: '#0f6b3f', width: 1, lineDash: [3, 3] }) });
      case 'headland':
        return new Style({ fill: new Fill({ color: 'rgba(230,159,0,0.25)' }) });
      case 'mainland':
        return new Style({ fill: new Fill({ color: 'rgba(0,158,115,0.15)' }) });
      case 'cell':
        return new Style({ stroke: new Stroke({ color: '#4b3fa8', width: 1.5 }) });
      case 'swath':
        return new Style({ stroke: new Stroke({ color: swathColour(feature.get('rate_l_per_ha') as number | undefined, classes), width: Math.max(1, ((feature.get('width_m') as number) / resolution) * 1.18), lineCap: 'butt' }) });
      case 'sortie':
        return new Style({ stroke: new Stroke({ color: sortieColour(feature.get('number') as number), width: 2.5 }), zIndex: 2 });
      case 'transit':
        return new Style({ stroke: new Stroke({ color: themeColour('--panel'), width: 3, lineDash: [6, 6] }), zIndex: 3 });
      case 'fence':
        return new Style({ stroke: new Stroke({ color: '#b3261e', width: 1.5, lineDash: [12, 6] }), image: new Circle({ radius: 5, stroke: new Stroke({ color: '#b3261e', width: 1.5 }) }) });
      default:
        return undefined;
    }
  };
}

const swathColour = (rateLPerHa: number | undefined, classes: readonly RateClass[]): string => (rateLPerHa === undefined ? 'rgba(0,114,178,0.20)' : `${colourOf(classes, rateLPerHa)}b0`);
