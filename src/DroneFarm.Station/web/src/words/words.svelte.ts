import { choices } from '../choices.svelte';
import en from './en.json';
import zh from './zh.json';

export type Key = keyof typeof en;
export interface Said {
  code: string;
  en: string;
  zh: string;
}

const books: Record<string, Record<string, string>> = { en, zh };

/** The sentence of a key in the language that is shown, with {0}, {1} … filled, and [0:one|more] by whether {0} is 1. */
export function t(key: Key, ...args: (string | number)[]): string {
  const sentence = books[choices.language]?.[key];
  if (sentence === undefined) throw new Error(`no sentence for ${key}`);
  return args.length === 0 ? sentence : filled(sentence, args);
}

export const filled = (sentence: string, args: (string | number)[]): string =>
  sentence.replace(/\[(\d):([^|\]]*)\|([^\]]*)\]/g, (_, i: string, one: string, more: string) => (Number(args[Number(i)]) === 1 ? one : more)).replace(/\{(\d)\}/g, (_, i: string) => String(args[Number(i)] ?? ''));

/** The same for a key that is put together, as `phase.` and the phase's word; the word itself where the book has none. */
export function tr(prefix: string, word: string): string {
  return books[choices.language]?.[`${prefix}.${word}`] ?? word;
}

/** What the station says in both languages, in the one that is shown. */
export const say = (said: Said): string => (choices.language === 'zh' ? said.zh : said.en);

/** The names of the units that were chosen. */
export const areaUnit = (): string => t(choices.area === 'mu' ? 'unit.area-mu' : 'unit.area-ha');
export const rateUnit = (): string => t(choices.area === 'mu' ? 'unit.rate-mu' : 'unit.rate-ha');
