import { fromLonLat } from 'ol/proj';
import Layer from 'ol/layer/Layer';
import type { FrameState } from 'ol/Map';
import { missed, once, twice } from '../map/colours';

/** Pixels of a tile's side. */
const side = 256;

interface Tile {
  counts: Uint8Array;
  passes: Uint16Array;
  planned: Uint8Array | null;
  canvas: HTMLCanvasElement;
  pixels: ImageData;
  dirty: boolean;
}

const rgba = (hex: string, alpha: number): number => {
  const n = parseInt(hex.slice(1), 16);
  return ((alpha << 24) | ((n & 255) << 16) | (((n >> 8) & 255) << 8) | (n >> 16)) >>> 0;
};
const colours = [0, rgba(once, 150), rgba(twice, 190)];
const missedColour = rgba(missed, 200);

/**
 * The ground as it was sprayed, as a raster in tiles that are made where something lands: once, twice, missed. A pass counts once where it overlaps itself.
 * Cells are squares of web Mercator, so that drawing needs no turning.
 */
export class Paint {
  private readonly tiles = new Map<number, Tile>();
  private readonly last = new Map<number, { x: number; y: number; on: boolean; pass: number }>();
  private nextPass = 1;
  /** Ground metres in a unit of web Mercator here. */
  private readonly scale: number;
  private readonly originX: number;
  private readonly originY: number;
  private readonly cell: number;

  /** @param cellM Ground metres of a cell's side. */
  constructor(lon: number, lat: number, cellM: number) {
    [this.originX, this.originY] = fromLonLat([lon, lat]) as [number, number];
    this.scale = Math.cos((lat * Math.PI) / 180);
    this.cell = cellM / this.scale;
  }

  /** The cell for so much ground: a small farm is painted finely, a district in less memory. */
  static cellFor(areaM2: number): number {
    return areaM2 < 400_000 ? 0.25 : areaM2 < 2_000_000 ? 0.5 : 1;
  }

  /** The next point of a vehicle's line; between two with the pump on, the ground is painted. */
  point(vehicle: number, lon: number, lat: number, on: boolean, widthM: number): void {
    const [x, y] = fromLonLat([lon, lat]) as [number, number];
    const before = this.last.get(vehicle);
    const pass = on ? (before?.on ? before.pass : this.nextPass++) : 0;
    if (before?.on && on && (before.x !== x || before.y !== y)) this.band(before.x, before.y, x, y, widthM / this.scale, (tile, i) => this.wet(tile, i, pass));
    this.last.set(vehicle, { x, y, on, pass });
  }

  /** A planned swath whose time is over: what of it stays dry is missed. */
  plan(from: readonly number[], to: readonly number[], widthM: number): void {
    const [ax, ay] = fromLonLat([...from]) as [number, number];
    const [bx, by] = fromLonLat([...to]) as [number, number];
    this.band(ax, ay, bx, by, widthM / this.scale, (tile, i) => {
      tile.planned ??= new Uint8Array(side * side);
      tile.planned[i] = 1;
      if (tile.counts[i] === 0) this.set(tile, i, missedColour);
    });
  }

  /** Square metres painted, by how often. */
  areas(): { onceM2: number; twiceM2: number } {
    let [one, more] = [0, 0];
    for (const tile of this.tiles.values())
      for (const n of tile.counts) {
        if (n === 1) one++;
        else if (n > 1) more++;
      }
    const m2 = (this.cell * this.scale) ** 2;
    return { onceM2: one * m2, twiceM2: more * m2 };
  }

  draw(context: CanvasRenderingContext2D, frame: FrameState): void {
    const { center, resolution } = frame.viewState;
    const [width, height] = frame.size as [number, number];
    const ratio = frame.pixelRatio;
    const left = center[0]! - (resolution * width) / 2;
    const top = center[1]! + (resolution * height) / 2;
    const span = (side * this.cell) / resolution;
    context.imageSmoothingEnabled = resolution > this.cell;
    for (const [key, tile] of this.tiles) {
      const [column, row] = [(key >> 15) - 16384, (key & 32767) - 16384];
      const x = (this.originX + column * side * this.cell - left) / resolution;
      const y = (top - (this.originY - row * side * this.cell)) / resolution;
      if (x > width || y > height || x + span < 0 || y + span < 0) continue;
      if (tile.dirty) {
        tile.canvas.getContext('2d')!.putImageData(tile.pixels, 0, 0);
        tile.dirty = false;
      }
      context.drawImage(tile.canvas, x * ratio, y * ratio, span * ratio, span * ratio);
    }
  }

  private wet(tile: Tile, i: number, pass: number): void {
    if (tile.passes[i] === pass) return;
    tile.passes[i] = pass;
    const count = Math.min(2, tile.counts[i]! + 1);
    tile.counts[i] = count;
    this.set(tile, i, colours[count]!);
  }

  private set(tile: Tile, i: number, colour: number): void {
    new Uint32Array(tile.pixels.data.buffer)[i] = colour;
    tile.dirty = true;
  }

  /** Visits the cells whose middle lies in the rectangle around a line. */
  private band(ax: number, ay: number, bx: number, by: number, width: number, visit: (tile: Tile, i: number) => void): void {
    const length = Math.hypot(bx - ax, by - ay);
    if (length === 0) return;
    const [ux, uy] = [(bx - ax) / length, (by - ay) / length];
    const half = width / 2;
    const [growX, growY] = [Math.abs(uy) * half, Math.abs(ux) * half];
    const c0 = Math.floor((Math.min(ax, bx) - growX - this.originX) / this.cell);
    const c1 = Math.ceil((Math.max(ax, bx) + growX - this.originX) / this.cell);
    const r0 = Math.floor((this.originY - Math.max(ay, by) - growY) / this.cell);
    const r1 = Math.ceil((this.originY - Math.min(ay, by) + growY) / this.cell);
    for (let r = r0; r <= r1; r++) {
      const dy = this.originY - (r + 0.5) * this.cell - ay;
      for (let c = c0; c <= c1; c++) {
        const dx = this.originX + (c + 0.5) * this.cell - ax;
        const along = dx * ux + dy * uy;
        // A hair of a cell before and behind, so that no seam shows between two pieces.
        if (along < -this.cell * 0.5 || along > length + this.cell * 0.5) continue;
        if (Math.abs(dy * ux - dx * uy) > half) continue;
        visit(this.tileAt(c >> 8, r >> 8), (r & 255) * side + (c & 255));
      }
    }
  }

  private tileAt(column: number, row: number): Tile {
    const key = ((column + 16384) << 15) | (row + 16384);
    let tile = this.tiles.get(key);
    if (!tile) {
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = side;
      tile = { counts: new Uint8Array(side * side), passes: new Uint16Array(side * side), planned: null, canvas, pixels: new ImageData(side, side), dirty: true };
      this.tiles.set(key, tile);
    }
    return tile;
  }
}

/** The paint as a layer of a map. */
export function paintLayer(paint: () => Paint | null): Layer {
  const canvas = document.createElement('canvas');
  canvas.style.position = 'absolute';
  return new Layer({
    render: (frame) => {
      const [width, height] = frame.size as [number, number];
      const ratio = frame.pixelRatio;
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
      canvas.style.width = `${width}px`;
      canvas.style.height = `${height}px`;
      paint()?.draw(canvas.getContext('2d')!, frame);
      return canvas;
    },
  });
}
