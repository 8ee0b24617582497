import Collection from 'ol/Collection';
import { pointerMove } from 'ol/events/condition';
import { getCenter } from 'ol/extent';
import Feature from 'ol/Feature';
import GeoJSON from 'ol/format/GeoJSON';
import { Draw, Modify, Select, Snap, Translate } from 'ol/interaction';
import type Interaction from 'ol/interaction/Interaction';
import type BaseLayer from 'ol/layer/Base';
import VectorLayer from 'ol/layer/Vector';
import VectorImageLayer from 'ol/layer/VectorImage';
import type Map from 'ol/Map';
import { toLonLat } from 'ol/proj';
import VectorSource from 'ol/source/Vector';
import { Circle, Fill, Stroke, Style } from 'ol/style';
import type { FoundLine } from '../station/api';
import type { Farm, FarmFeature, Geometry, Position } from '../farm/farm';
import type { RateClass } from '../farm/rates';
import { farmStyle, fieldStyle, labelStyle, namesUpTo } from '../map/farmStyles';
import { planStyle } from '../map/planStyles';
import type { PlanAnswer } from './answer';
import { FindingMarks } from './findingMarks';

export type Tool = 'look' | 'draw' | 'edit' | 'split' | 'guide' | 'zone' | 'obstacle' | 'refill';

export interface DrawingEvents {
  chosen(ids: string[]): void;
  drawn(shape: Geometry): void;
  reshaped(id: string, shape: Geometry): void;
  cut(line: Position[]): void;
  guided(line: [Position, Position]): void;
  tapped(at: Position, tool: Tool): void;
}

const format = new GeoJSON({ dataProjection: 'EPSG:4326', featureProjection: 'EPSG:3857' });
const handle = new Style({ image: new Circle({ radius: 9, fill: new Fill({ color: '#ffffff' }), stroke: new Stroke({ color: '#0b5a41', width: 3 }) }) });

/** The farm on the map and the tools that change it. It changes nothing itself: it tells what a hand did. */
export class Drawing {
  readonly ground = new VectorSource();
  private readonly planned = new VectorSource();
  private readonly chosenOnes = new VectorSource();
  private readonly walked = new VectorSource();
  private readonly groundLayer = new VectorImageLayer({ source: this.ground, style: farmStyle, imageRatio: 1.5 });
  private readonly planLayer = new VectorImageLayer({ source: this.planned, imageRatio: 1.5 });
  private readonly topLayer = new VectorLayer({ source: this.chosenOnes });
  /** Names stand above all lines, and make room for each other. */
  private readonly labelLayer = new VectorLayer({ source: this.ground, style: labelStyle, declutter: true, maxResolution: namesUpTo });
  private readonly marks = new FindingMarks((fieldId) => this.middleOf(fieldId));
  private readonly walkLayer = new VectorLayer({ source: this.walked, style: new Style({ stroke: new Stroke({ color: '#d55e00', width: 4 }), image: handle.getImage()! }) });
  private interactions: Interaction[] = [];
  private map: Map | null = null;
  private features: FarmFeature[] = [];
  private selected: string[] = [];
  private tool: Tool = 'look';
  private readonly byId: Record<string, Feature> = {};

  constructor(private readonly events: DrawingEvents) {
    this.topLayer.setStyle((f) => [f.get('role') === 'field' ? fieldStyle(f, true) : (farmStyle(f) as Style), ...(this.tool === 'edit' ? [corners(f as Feature)] : [])]);
  }

  /** @param between Above the farm's ground and below the plan's lines. */
  layersWith(...between: BaseLayer[]): BaseLayer[] {
    return [this.groundLayer, ...between, this.planLayer, this.topLayer, this.labelLayer, this.marks.layer, this.walkLayer];
  }

  attach(map: Map): void {
    this.map = map;
    map.on('singleclick', (click) => {
      if (this.tool === 'zone' || this.tool === 'obstacle' || this.tool === 'refill') return this.events.tapped(toLonLat(click.coordinate) as Position, this.tool);
      if (this.tool === 'draw' || this.tool === 'split' || this.tool === 'guide') return;
      const hit = map.forEachFeatureAtPixel(click.pixel, (f) => (f.get('role') ? f : undefined), { layerFilter: (l) => l === this.groundLayer || l === this.topLayer, hitTolerance: 8 });
      const id = hit?.getId() as string | undefined;
      const several = (click.originalEvent as PointerEvent).shiftKey || (click.originalEvent as PointerEvent).ctrlKey;
      if (id === undefined) this.events.chosen([]);
      else if (several) this.events.chosen(this.selected.includes(id) ? this.selected.filter((s) => s !== id) : [...this.selected, id]);
      else this.events.chosen([id]);
    });
  }

  showFarm(farm: Farm, facts: PlanAnswer | null): void {
    if (farm.features === this.features) return;
    const before = new Map2(this.features);
    const wanted = new Set(farm.features.map((f) => f.id));
    for (const old of this.features) if (!wanted.has(old.id)) this.drop(old.id);
    const fresh: Feature[] = [];
    for (const feature of farm.features) {
      if (before.get(feature.id) === feature) continue;
      this.drop(feature.id);
      fresh.push(this.read(feature));
    }
    this.ground.addFeatures(fresh);
    this.features = farm.features;
    this.tell(facts);
    this.choose(this.selected);
  }

  /** What the plan knows of each field, for its label and colour. */
  tell(facts: PlanAnswer | null): void {
    for (const field of facts?.fields ?? []) {
      const feature = this.byId[field.id] ?? this.byId[field.id.replace(/\.\d+$/, '')];
      feature?.setProperties({ areaM2: field.areaM2, refused: field.refused }, true);
    }
    this.groundLayer.changed();
    this.labelLayer.changed();
  }

  showPlan(answer: PlanAnswer | null, shown: ReadonlySet<string>, classes: readonly RateClass[]): void {
    this.planned.clear(true);
    if (answer) this.planned.addFeatures([...answer.buffers, ...answer.map.features].filter((f) => shown.has(f.properties.layer)).map((f) => format.readFeature(f) as Feature));
    this.planLayer.setStyle(planStyle(shown, classes));
  }

  showFindings(findings: FoundLine[]): void {
    this.marks.show(findings);
  }

  private middleOf(fieldId: string): number[] | undefined {
    const field = this.byId[fieldId] ?? this.byId[fieldId.replace(/\.\d+$/, '')];
    return field && getCenter(field.getGeometry()!.getExtent());
  }

  showWalk(corners: Position[]): void {
    this.walked.clear();
    if (corners.length === 0) return;
    this.walked.addFeature(new Feature(format.readGeometry({ type: corners.length > 1 ? 'LineString' : 'Point', coordinates: corners.length > 1 ? corners : corners[0] }) ?? undefined));
  }

  choose(ids: string[]): void {
    this.selected = ids.filter((id) => this.byId[id]);
    this.chosenOnes.clear(true);
    this.chosenOnes.addFeatures(
      this.selected.map((id) => {
        const clone = this.byId[id]!.clone();
        clone.setId(id);
        return clone;
      }),
    );
    this.use(this.tool);
  }

  use(tool: Tool): void {
    this.tool = tool;
    if (!this.map) return;
    for (const old of this.interactions) this.map.removeInteraction(old);
    this.interactions = this.interactionsOf(tool);
    for (const next of this.interactions) this.map.addInteraction(next);
    this.topLayer.changed();
  }

  restyle(): void {
    this.groundLayer.changed();
    this.planLayer.changed();
    this.labelLayer.changed();
    this.topLayer.changed();
  }

  extentOf(ids?: string[]): number[] {
    if (!ids) return this.ground.getExtent() ?? [];
    const some = new VectorSource({ features: ids.map((id) => this.byId[id]).filter((f) => f !== undefined) });
    return some.getExtent() ?? [];
  }

  private interactionsOf(tool: Tool): Interaction[] {
    const snap = new Snap({ source: this.ground, pixelTolerance: 14 });
    if (tool === 'draw') {
      const draw = new Draw({ type: 'Polygon', style: sketch });
      draw.on('drawend', (e) => this.events.drawn(geometryOf(e.feature)));
      return [draw, snap];
    }
    if (tool === 'split') {
      const draw = new Draw({ type: 'LineString', style: sketch });
      draw.on('drawend', (e) => this.events.cut((geometryOf(e.feature) as { coordinates: Position[] }).coordinates));
      return [draw, snap];
    }
    if (tool === 'guide') {
      const draw = new Draw({ type: 'LineString', style: sketch, maxPoints: 2 });
      draw.on('drawend', (e) => {
        const [a, b] = (geometryOf(e.feature) as { coordinates: Position[] }).coordinates;
        if (a && b && (a[0] !== b[0] || a[1] !== b[1])) this.events.guided([a, b]);
      });
      return [draw, snap];
    }
    const points = this.chosenOnes.getFeatures().filter((f) => f.getGeometry()?.getType() === 'Point');
    const translate = new Translate({ features: new Collection(points), hitTolerance: 16 });
    translate.on('translateend', (e) => e.features.forEach((f) => this.events.reshaped(f.getId() as string, geometryOf(f as Feature))));
    const hover = new Select({ condition: pointerMove, layers: [this.topLayer], style: null });
    if (tool !== 'edit') return points.length > 0 ? [translate, hover] : [];
    const modify = new Modify({ source: this.chosenOnes, style: handle, pixelTolerance: 16 });
    modify.on('modifyend', (e) => e.features.forEach((f) => this.events.reshaped(f.getId() as string, geometryOf(f as Feature))));
    return [modify, snap];
  }

  private read(feature: FarmFeature): Feature {
    const made = format.readFeature(feature) as Feature;
    this.byId[feature.id] = made;
    return made;
  }

  private drop(id: string): void {
    const old = this.byId[id];
    if (old) this.ground.removeFeature(old);
    delete this.byId[id];
  }
}

const sketch = [
  new Style({ stroke: new Stroke({ color: '#ffffff', width: 6 }), fill: new Fill({ color: 'rgba(11,90,65,0.2)' }) }),
  new Style({ stroke: new Stroke({ color: '#0b5a41', width: 3 }), image: handle.getImage()! }),
];

class Map2 extends globalThis.Map<string, FarmFeature> {
  constructor(features: FarmFeature[]) {
    super(features.map((f) => [f.id, f]));
  }
}

const geometryOf = (feature: Feature): Geometry => format.writeGeometryObject(feature.getGeometry()!, { decimals: 9 }) as unknown as Geometry;

function corners(feature: Feature): Style {
  return new Style({
    image: handle.getImage()!,
    zIndex: 9,
    geometry: () => {
      const shape = format.writeGeometryObject(feature.getGeometry()!) as unknown as Geometry;
      if (shape.type !== 'Polygon') return undefined;
      return format.readGeometry({ type: 'MultiPoint', coordinates: shape.coordinates.flat() }) as never;
    },
  });
}
