import Feature, { type FeatureLike } from 'ol/Feature';
import { Point } from 'ol/geom';
import VectorLayer from 'ol/layer/Vector';
import { fromLonLat } from 'ol/proj';
import VectorSource from 'ol/source/Vector';
import { Circle, Fill, Stroke, Style, Text } from 'ol/style';
import type { FoundLine, Severity } from '../station/api';

/** Where the plan's errors and warnings lie; a field's are marked in its middle. */
export class FindingMarks {
  private readonly source = new VectorSource();
  readonly layer = new VectorLayer({ source: this.source, style: markStyle });

  constructor(private readonly middleOf: (fieldId: string) => number[] | undefined) {}

  show(findings: FoundLine[]): void {
    this.source.clear(true);
    // One mark at a place, as grave as the gravest of what was found there.
    const marks = new Map<string, [number[], Severity]>();
    for (const f of findings) {
      if (f.severity === 'note') continue;
      const at = f.at ? fromLonLat(f.at) : f.fieldId === undefined ? undefined : this.middleOf(f.fieldId);
      if (!at) continue;
      const key = at.map((x) => x.toFixed(1)).join();
      if (f.severity === 'error' || !marks.has(key)) marks.set(key, [at, f.severity]);
    }
    this.source.addFeatures([...marks.values()].map(([at, severity]) => new Feature({ geometry: new Point(at), severity })));
  }
}

function markStyle(feature: FeatureLike): Style {
  const grave = feature.get('severity') === 'error';
  return new Style({
    image: new Circle({ radius: 11, fill: new Fill({ color: grave ? '#b3261e' : '#ffc845' }), stroke: new Stroke({ color: '#ffffff', width: 2.5 }) }),
    text: new Text({ text: '!', font: '700 15px system-ui, sans-serif', fill: new Fill({ color: grave ? '#ffffff' : '#2a1e00' }) }),
    zIndex: grave ? 2 : 1,
  });
}
