import type OlMap from 'ol/Map';
import { muM2 } from '../units';
import type { FlyMap } from './flyMap';
import { Paint } from './paint';

declare global {
  // For measuring from outside, with ?measure in the address.
  var dronefarmMeasure: { paint(mu: number): number; frames(seconds: number): Promise<{ perSecond: number; longestMs: number }> } | undefined;
}

/** Lets a test paint much ground and count frames; offered only when the address asks for it. */
export function offerMeasure(map: OlMap, fly: FlyMap): void {
  if (!location.hash.includes('measure')) return;
  globalThis.dronefarmMeasure = {
    paint: (mu) => {
      const sideM = Math.sqrt(mu * muM2);
      const [lon, lat] = [120.8, 32.05];
      const paint = new Paint(lon, lat, Paint.cellFor(mu * muM2));
      const deg = 1 / (111_320 * Math.cos((lat * Math.PI) / 180));
      for (let x = 2.5, i = 0; x < sideM; x += 5, i++) {
        paint.point(1000 + i, lon + x * deg, lat, true, 5);
        paint.point(1000 + i, lon + x * deg, lat + sideM / 111_132, true, 5);
      }
      fly.paint = paint;
      map.getView().fit([...[lon, lat]].length ? extentOf(lon, lat, sideM * deg, sideM / 111_132) : []);
      fly.redraw();
      return paint.areas().onceM2 / muM2;
    },
    frames: (seconds) =>
      new Promise((done) => {
        const began = performance.now();
        let [count, last, longest] = [0, began, 0];
        const frame = (now: number): void => {
          count++;
          longest = Math.max(longest, now - last);
          last = now;
          fly.redraw();
          if (now - began < seconds * 1000) requestAnimationFrame(frame);
          else done({ perSecond: (count / (now - began)) * 1000, longestMs: longest });
        };
        requestAnimationFrame(frame);
      }),
  };
}

function extentOf(lon: number, lat: number, widthDeg: number, heightDeg: number): number[] {
  const x = (d: number): number => (d / 180) * 20037508.34;
  const y = (d: number): number => (Math.log(Math.tan(((90 + d) * Math.PI) / 360)) / Math.PI) * 20037508.34;
  return [x(lon), y(lat), x(lon + widthDeg), y(lat + heightDeg)];
}
