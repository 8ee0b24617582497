/** Okabe and Ito's palette: told apart by colour-blind eyes. */
export const once = '#0072b2';
export const twice = '#e69f00';
export const missed = '#cc3f8f';
export const offTarget = '#000000';

const sorties = ['#0072b2', '#d55e00', '#009e73', '#a8447f', '#56b4e9', '#8a6d00', '#4b3fa8', '#7a7a7a'];
export const sortieColour = (number: number): string => sorties[(number - 1) % sorties.length]!;
export const vehicleColour = (id: number): string => sorties[(id - 1) % sorties.length]!;

/** Black or white, whichever is read better on a colour: 4.5 : 1 and more on each of the above. */
export function inkOn(colour: string): string {
  const [r, g, b] = [1, 3, 5].map((i) => (parseInt(colour.slice(i, i + 2), 16) / 255) ** 2.2) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.179 ? '#000000' : '#ffffff';
}

export const zoneColours: Record<string, string> = {
  'fish-pond': '#2f7fb8',
  water: '#2f7fb8',
  house: '#b3261e',
  'neighbour-crop': '#9a7d0a',
  bees: '#c77700',
  other: '#7a4b9d',
};
