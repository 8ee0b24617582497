import { expect, test } from 'vitest';
import { read } from './sources';

const css = read('theme.css');

function theme(selector: string): Record<string, string> {
  const block = css.slice(css.indexOf(`${selector} {`)).match(/\{([\s\S]*?)\}/)![1]!;
  return Object.fromEntries([...block.matchAll(/(--[a-z-]+):\s*(#[0-9a-f]{6})/g)].map((m) => [m[1]!, m[2]!]));
}

const day = theme(':root');
const themes: Record<string, Record<string, string>> = { day, dark: { ...day, ...theme(":root[data-theme='dark']") }, sun: { ...day, ...theme(":root[data-theme='sun']") } };

/** WCAG 2.1, relative luminance and contrast ratio. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16) / 255).map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const pairs: [string, string][] = [
  ...['--ground', '--panel', '--raised'].flatMap((on): [string, string][] => [['--ink', on], ['--muted', on], ['--stale', on]]),
  ['--accent-ink', '--accent'],
  ['--bar-ink', '--bar'],
  ['--good-ink', '--good'],
  ['--warn-ink', '--warn'],
  ['--bad-ink', '--bad'],
  ['--bad', '--panel'],
  ['--map-line', '--ground'],
];

test('black on white is 21 : 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 6);
});

for (const [name, colours] of Object.entries(themes))
  test(`in the ${name} theme whatever is read stands out by at least 4.5 : 1`, () => {
    for (const [ink, on] of pairs) expect(contrast(colours[ink]!, colours[on]!), `${ink} on ${on}`).toBeGreaterThanOrEqual(4.5);
  });

test('what is touched is at least 12 mm high', () => {
  const touchPx = Number(/--touch:\s*(\d+)px/.exec(css)![1]);
  expect((touchPx / 96) * 25.4).toBeGreaterThanOrEqual(12);
});
