import Feature from 'ol/Feature';
import GeoJSON from 'ol/format/GeoJSON';
import { Point } from 'ol/geom';
import VectorLayer from 'ol/layer/Vector';
import VectorImageLayer from 'ol/layer/VectorImage';
import type OlMap from 'ol/Map';
import { fromLonLat } from 'ol/proj';
import VectorSource from 'ol/source/Vector';
import { Circle, Fill, RegularShape, Stroke, Style, Text } from 'ol/style';
import { inkOn, vehicleColour } from '../map/colours';
import { farmStyle, labelStyle, namesUpTo } from '../map/farmStyles';
import { themeColour } from '../map/map';
import type { PlanAnswer } from '../plan/answer';
import type { VehicleNow } from '../station/picture';
import { Paint, paintLayer } from './paint';
import { staleAfterS } from './stale';

const format = new GeoJSON({ dataProjection: 'EPSG:4326', featureProjection: 'EPSG:3857' });

/** Vehicles, what they sprayed, and the plan beneath, on one map. */
export class FlyMap {
  private readonly planned = new VectorSource();
  private readonly marks = new VectorSource();
  private readonly movers = new VectorSource();
  private readonly planLayer = new VectorImageLayer({ source: this.planned, imageRatio: 1.5 });
  private readonly labelLayer = new VectorLayer({ source: this.planned, style: labelStyle, declutter: true, maxResolution: namesUpTo });
  private readonly markLayer = new VectorLayer({ source: this.marks });
  private readonly moverLayer = new VectorLayer({ source: this.movers, updateWhileAnimating: true, updateWhileInteracting: true });
  private readonly paintLayer = paintLayer(() => this.paint);
  paint: Paint | null = null;
  private swaths: { sortie: number; vehicle: number; from: number[]; to: number[]; widthM: number }[] = [];
  private readonly done = new Set<string>();

  constructor() {
    this.planLayer.setStyle((feature) => {
      switch (feature.get('layer') as string) {
        case 'field':
          return farmStyle(feature);
        case 'zone':
        case 'obstacle':
        case 'refill':
          return farmStyle(feature);
        case 'sortie':
          return new Style({ stroke: new Stroke({ color: `${vehicleColour(feature.get('vehicle') as number)}88`, width: 1.5 }) });
        default:
          return undefined;
      }
    });
  }

  get layers() {
    return [this.planLayer, this.paintLayer, this.labelLayer, this.markLayer, this.moverLayer];
  }

  get extent(): number[] {
    const plan = this.planned.getExtent();
    return plan && Number.isFinite(plan[0]) ? plan : (this.movers.getExtent() ?? []);
  }

  showPlans(plans: PlanAnswer[]): void {
    this.planned.clear();
    this.swaths = [];
    this.done.clear();
    const shown = new Set(['field', 'zone', 'obstacle', 'refill', 'sortie']);
    let areaM2 = 0;
    let origin: number[] | null = null;
    for (const plan of plans) {
      areaM2 += plan.totals.areaM2;
      for (const feature of plan.map.features) {
        if (shown.has(feature.properties.layer)) {
          const made = format.readFeature(feature) as Feature;
          made.setProperties({ role: feature.properties.layer, areaM2: feature.properties.area_m2 }, true);
          this.planned.addFeature(made);
        }
        if (feature.properties.layer === 'sortie') origin ??= (feature.geometry as { coordinates: number[][][] }).coordinates[0]?.[0] ?? null;
      }
      this.swaths.push(...swathsOf(plan));
    }
    this.paint = origin ? new Paint(origin[0]!, origin[1]!, Paint.cellFor(areaM2)) : null;
    this.paintLayer.changed();
  }

  /** Swaths of sorties that are over: what of them is dry is missed. */
  over(share: number, beforeSortie: number): void {
    if (!this.paint) return;
    for (const swath of this.swaths) {
      const key = `${swath.sortie}`;
      if (swath.vehicle !== share || swath.sortie >= beforeSortie || this.done.has(key)) continue;
      this.paint.plan(swath.from, swath.to, swath.widthM);
    }
    for (const swath of this.swaths) if (swath.vehicle === share && swath.sortie < beforeSortie) this.done.add(`${swath.sortie}`);
  }

  move(vehicles: VehicleNow[]): void {
    const seen = new Set<number>();
    for (const v of vehicles) {
      if (!v.place) continue;
      seen.add(v.id);
      let mover = this.movers.getFeatureById(v.id);
      const at = fromLonLat([v.place.value.lon, v.place.value.lat]);
      if (!mover) {
        mover = new Feature(new Point(at));
        mover.setId(v.id);
        this.movers.addFeature(mover);
      } else (mover.getGeometry() as Point).setCoordinates(at);
      mover.setStyle(moverStyle(v));
    }
    for (const mover of this.movers.getFeatures()) if (!seen.has(mover.getId() as number)) this.movers.removeFeature(mover);
    this.mark(vehicles);
  }

  redraw(): void {
    this.paintLayer.changed();
  }

  restyle(): void {
    this.planLayer.changed();
    this.labelLayer.changed();
    this.moverLayer.changed();
  }

  follow(map: OlMap, vehicle: VehicleNow): void {
    if (vehicle.place) map.getView().animate({ center: fromLonLat([vehicle.place.value.lon, vehicle.place.value.lat]), duration: 200 });
  }

  private mark(vehicles: VehicleNow[]): void {
    const wanted = vehicles.flatMap((v) => v.flight?.breakpoints ?? []);
    if (wanted.length === this.marks.getFeatures().length) return;
    this.marks.clear();
    this.marks.addFeatures(wanted.map((at) => new Feature(new Point(fromLonLat(at)))));
    this.markLayer.setStyle(new Style({ image: new RegularShape({ points: 4, radius: 11, angle: Math.PI / 4, fill: new Fill({ color: '#ffd400' }), stroke: new Stroke({ color: '#000000', width: 3 }) }) }));
  }
}

function moverStyle(v: VehicleNow): Style[] {
  const stale = v.lost || v.place!.ageS > staleAfterS.place;
  const colour = stale ? '#7a7a7a' : vehicleColour(v.id);
  const heading = ((v.place!.value.headingDeg ?? 0) * Math.PI) / 180;
  return [
    new Style({ image: new Circle({ radius: 17, fill: new Fill({ color: `${colour}` }), stroke: new Stroke({ color: '#ffffff', width: 3 }) }), zIndex: 1 }),
    new Style({ image: new RegularShape({ points: 3, radius: 9, displacement: [0, 22], fill: new Fill({ color: colour }), stroke: new Stroke({ color: '#ffffff', width: 2 }), rotation: heading, rotateWithView: true }) }),
    new Style({
      text: new Text({ text: String(v.id), font: '700 16px system-ui, sans-serif', fill: new Fill({ color: inkOn(colour) }) }),
      zIndex: 2,
    }),
    ...(stale
      ? [new Style({ text: new Text({ text: '?', offsetX: 20, offsetY: -14, font: '700 18px system-ui, sans-serif', fill: new Fill({ color: themeColour('--bad') }), stroke: new Stroke({ color: '#ffffff', width: 4 }) }) })]
      : []),
  ];
}

/** The swaths of each sortie: its lines that no transit leg explains. */
function swathsOf(plan: PlanAnswer): { sortie: number; vehicle: number; from: number[]; to: number[]; widthM: number }[] {
  const swaths: ReturnType<typeof swathsOf> = [];
  const transits = new Set<string>();
  const key = (line: number[][]): string => JSON.stringify(line);
  for (const f of plan.map.features) if (f.properties.layer === 'transit') transits.add(`${f.properties.sortie}${key((f.geometry as { coordinates: number[][] }).coordinates)}`);
  for (const f of plan.map.features) {
    if (f.properties.layer !== 'sortie') continue;
    const sortie = f.properties.number as number;
    for (const line of (f.geometry as { coordinates: number[][][] }).coordinates)
      if (line.length === 2 && !transits.has(`${sortie}${key(line)}`)) swaths.push({ sortie, vehicle: (f.properties.vehicle as number) ?? 1, from: line[0]!, to: line[1]!, widthM: plan.totals.swathWidthM });
  }
  return swaths;
}
