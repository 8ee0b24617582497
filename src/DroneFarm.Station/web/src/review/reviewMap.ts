import Feature from 'ol/Feature';
import GeoJSON from 'ol/format/GeoJSON';
import { LineString, Point } from 'ol/geom';
import VectorLayer from 'ol/layer/Vector';
import { fromLonLat } from 'ol/proj';
import VectorSource from 'ol/source/Vector';
import { Circle, Fill, Stroke, Style, Text } from 'ol/style';
import { missed, offTarget, once, twice, vehicleColour, inkOn } from '../map/colours';
import { themeColour } from '../map/map';
import type { PlanAnswer } from '../plan/answer';
import type { ReviewDetail, TrackRow } from './record';

const format = new GeoJSON({ dataProjection: 'EPSG:4326', featureProjection: 'EPSG:3857' });

export const overlays = ['applied', 'doubled', 'missed', 'off-target', 'rate', 'track', 'plan'] as const;
export type Overlay = (typeof overlays)[number];

/** What landed where, the flown line, and the vehicles at one moment of the replay. */
export class ReviewMap {
  private readonly ground = new VectorSource();
  private readonly lines = new VectorSource();
  private readonly movers = new VectorSource();
  private readonly groundLayer = new VectorLayer({ source: this.ground });
  private readonly lineLayer = new VectorLayer({ source: this.lines });
  private readonly moverLayer = new VectorLayer({ source: this.movers });
  private track: TrackRow[] = [];
  private rate = 1;

  get layers() {
    return [this.groundLayer, this.lineLayer, this.moverLayer];
  }
  get extent(): number[] {
    return this.ground.getExtent() ?? [];
  }

  show(detail: ReviewDetail, plan: PlanAnswer | null): void {
    this.ground.clear();
    this.lines.clear();
    this.movers.clear();
    this.track = detail.track;
    this.rate = detail.rateLPerHa;
    this.ground.addFeatures(detail.map.features.filter((f) => f.geometry).map((f) => format.readFeature(f) as Feature));
    for (const f of plan?.map.features ?? []) if (f.properties.layer === 'swath') this.lines.addFeature(format.readFeature({ ...f, properties: { ...f.properties, layer: 'plan' } }) as Feature);
    for (const vehicle of new Set(detail.track.map((r) => r[1]))) {
      const line = new Feature(new LineString(detail.track.filter((r) => r[1] === vehicle).map((r) => fromLonLat([r[3], r[4]]))));
      line.setProperties({ layer: 'track', vehicle });
      this.lines.addFeature(line);
    }
  }

  choose(shown: ReadonlySet<string>): void {
    this.groundLayer.setStyle((f, resolution) => this.groundStyle(f as Feature, shown, resolution));
    this.lineLayer.setStyle((f) => {
      if (!shown.has(f.get('layer') as string)) return undefined;
      return f.get('layer') === 'plan'
        ? new Style({ stroke: new Stroke({ color: themeColour('--ink'), width: 1.5, lineDash: [5, 4] }) })
        : new Style({ stroke: new Stroke({ color: vehicleColour(f.get('vehicle') as number), width: 1.5 }), zIndex: 3 });
    });
  }

  /** Where each vehicle was so many seconds after the start. */
  at(atS: number): Map<number, TrackRow> {
    const now = new Map<number, TrackRow>();
    for (const row of this.track) {
      if (row[0] > atS) break;
      now.set(row[1], row);
    }
    this.movers.clear();
    for (const [vehicle, row] of now) {
      const mover = new Feature(new Point(fromLonLat([row[3], row[4]])));
      mover.setStyle(
        new Style({
          image: new Circle({ radius: 14, fill: new Fill({ color: vehicleColour(vehicle) }), stroke: new Stroke({ color: row[7] > 0 ? '#ffd400' : '#ffffff', width: 4 }) }),
          text: new Text({ text: String(vehicle), font: '700 14px system-ui, sans-serif', fill: new Fill({ color: inkOn(vehicleColour(vehicle)) }) }),
        }),
      );
      this.movers.addFeature(mover);
    }
    return now;
  }

  private groundStyle(f: Feature, shown: ReadonlySet<string>, resolution: number): Style | undefined {
    const area = (colour: string, z: number): Style => new Style({ fill: new Fill({ color: colour }), zIndex: z });
    switch (f.get('layer') as string) {
      case 'field':
        return new Style({
          stroke: new Stroke({ color: themeColour('--map-line'), width: 1.5 }),
          zIndex: 9,
          text: resolution > 1.2 ? undefined : new Text({ text: String(f.get('name') ?? ''), font: '600 12px system-ui, sans-serif', fill: new Fill({ color: themeColour('--map-line') }), stroke: new Stroke({ color: themeColour('--panel'), width: 3 }) }),
        });
      case 'sprayed':
        return shown.has('applied') ? area(`${once}88`, 1) : undefined;
      case 'pass':
        return shown.has('rate') ? area(rateColour((f.get('rate_l_per_ha') as number) / this.rate), 4) : undefined;
      case 'doubled':
        return shown.has('doubled') ? area(`${twice}cc`, 5) : undefined;
      case 'missed':
        return shown.has('missed') ? area(`${missed}cc`, 6) : undefined;
      case 'off-target':
        return shown.has('off-target') ? area(offTarget, 7) : undefined;
      default:
        return undefined;
    }
  }
}

/** Of the rate that was asked for: below is blue, as wanted is pale, above is brown. */
export function rateColour(share: number): string {
  const steps: [number, string][] = [
    [0.85, '#2166acd0'],
    [0.95, '#92c5ded0'],
    [1.05, '#f0f0e0d0'],
    [1.15, '#f4a582d0'],
  ];
  return steps.find(([upTo]) => share < upTo)?.[1] ?? '#b2182bd0';
}
