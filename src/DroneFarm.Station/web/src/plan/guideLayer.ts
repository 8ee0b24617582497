import Feature from 'ol/Feature';
import { LineString, Point } from 'ol/geom';
import VectorLayer from 'ol/layer/Vector';
import { fromLonLat } from 'ol/proj';
import VectorSource from 'ol/source/Vector';
import { Circle, Fill, Stroke, Style, Text } from 'ol/style';
import type { Position } from '../farm/farm';

const ink = '#16211c';
const lineStyle = [new Style({ stroke: new Stroke({ color: '#ffffff', width: 7 }) }), new Style({ stroke: new Stroke({ color: ink, width: 3, lineDash: [14, 7] }) })];

/** The line from A to B along which all swaths lie. */
export class GuideLayer {
  private readonly source = new VectorSource();
  readonly layer = new VectorLayer({ source: this.source });

  show(line: readonly [Position, Position] | undefined): void {
    this.source.clear();
    if (!line) return;
    const ends = line.map((p) => fromLonLat(p));
    const drawn = new Feature(new LineString(ends));
    drawn.setStyle(lineStyle);
    this.source.addFeatures([drawn, ...ends.map((end, i) => named(end, 'AB'[i]!))]);
  }
}

function named(at: number[], letter: string): Feature {
  const end = new Feature(new Point(at));
  end.setStyle(
    new Style({
      image: new Circle({ radius: 12, fill: new Fill({ color: ink }), stroke: new Stroke({ color: '#ffffff', width: 2.5 }) }),
      text: new Text({ text: letter, font: '700 14px system-ui, sans-serif', fill: new Fill({ color: '#ffffff' }) }),
      zIndex: 2,
    }),
  );
  return end;
}
