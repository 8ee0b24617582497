import type Feature from 'ol/Feature';
import GeoJSON from 'ol/format/GeoJSON';
import VectorImageLayer from 'ol/layer/VectorImage';
import VectorSource from 'ol/source/Vector';
import { Fill, Stroke, Style } from 'ol/style';
import { colourOf, zonesOf, type RateClass, type Rates } from '../farm/rates';

const format = new GeoJSON({ dataProjection: 'EPSG:4326', featureProjection: 'EPSG:3857' });

/** The prescription under the plan's lines, each zone in its rate's colour. */
export class RateLayer {
  private readonly source = new VectorSource();
  readonly layer = new VectorImageLayer({ source: this.source, imageRatio: 1.5 });
  private drawn: Rates | undefined;

  show(rates: Rates | undefined, classes: readonly RateClass[], isShown: boolean): void {
    if (rates !== this.drawn) {
      this.source.clear(true);
      if (rates) this.source.addFeatures(zonesOf(rates).map((zone) => format.readFeature(zone) as Feature));
      this.drawn = rates;
    }
    this.layer.setVisible(isShown);
    this.layer.setStyle((feature) => {
      const colour = colourOf(classes, feature.get('rate_l_per_ha') as number);
      return new Style({ fill: new Fill({ color: `${colour}8c` }), stroke: new Stroke({ color: colour, width: 2 }) });
    });
  }
}
