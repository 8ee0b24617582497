export type Language = 'zh' | 'en';
export type Theme = 'day' | 'dark' | 'sun';
export type AreaUnit = 'mu' | 'ha';

const kept = (name: string): string | null => {
  try {
    return localStorage.getItem(`dronefarm.${name}`);
  } catch {
    return null; // a browser that keeps nothing shows the usual
  }
};

const ofBrowser: Language = typeof navigator !== 'undefined' && !navigator.language.startsWith('zh') ? 'en' : 'zh';

/** What a person chose on this screen; kept in this browser alone. */
export const choices = $state({
  language: (kept('language') as Language | null) ?? ofBrowser,
  theme: (kept('theme') as Theme | null) ?? 'day',
  area: (kept('area') as AreaUnit | null) ?? 'mu',
  voice: kept('voice') !== 'off',
  baseMap: kept('baseMap') ?? '',
});

export function choose<K extends keyof typeof choices>(name: K, value: (typeof choices)[K]): void {
  choices[name] = value;
  try {
    localStorage.setItem(`dronefarm.${name}`, typeof value === 'boolean' ? (value ? 'on' : 'off') : String(value));
  } catch {
    // as above: then it holds until the page is closed
  }
}
