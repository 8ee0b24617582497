import { expect, test } from 'vitest';
import en from '../src/words/en.json';
import zh from '../src/words/zh.json';
import { filled } from '../src/words/words.svelte';
import { files, read } from './sources';

const book = en as Record<string, string>;
const sources = [...files('.svelte'), ...files('.ts')];

test('both languages have the same keys', () => {
  expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort());
});

test('both languages fill the same places', () => {
  const places = (s: string): string => [...s.matchAll(/\{\d\}/g)].map((m) => m[0]).sort().join();
  for (const key of Object.keys(en)) expect(places((zh as Record<string, string>)[key]!), key).toBe(places(book[key]!));
});

test('one is one and two are more', () => {
  expect(filled(book['fly.job-sums']!, ['5.4', 'mu', 1, 1])).toBe('5.4 mu · 1 sortie · 1 aircraft');
  expect(filled(book['fly.job-sums']!, ['5.4', 'mu', 2, 1])).toBe('5.4 mu · 2 sorties · 1 aircraft');
});

test('every key that a page names is in the book, and every key of the book is named', () => {
  const named = new Set<string>();
  const prefixes: string[] = ['word'];
  for (const file of sources) {
    const text = read(file);
    for (const [, key] of text.matchAll(/'([a-z-]+\.[a-zA-Z0-9_.-]+)'/g)) named.add(key!);
    for (const [, key] of text.matchAll(/\bt\('([^']+)'/g)) expect(book, `${key} in ${file}`).toHaveProperty([key!]);
    for (const [, prefix] of text.matchAll(/\bt\(`([^`$]+)\$\{/g)) prefixes.push(prefix!);
    for (const [, prefix] of text.matchAll(/\btr\('([^']+)'/g)) prefixes.push(`${prefix!}.`);
  }
  for (const prefix of prefixes.slice(1)) expect(Object.keys(book).some((k) => k.startsWith(prefix)), prefix).toBe(true);
  const unused = Object.keys(book).filter((k) => !named.has(k) && !prefixes.some((p) => k.startsWith(p)));
  expect(unused).toEqual([]);
});

test('no page has words of its own', () => {
  // Units and signs are the same in every language.
  const allowed = /^(?:[^\p{L}]|L|L\/min|m\/s|m²|m|min|kg|Wh|Hz|ms|s|°C|×|±|DroneFarm)*$/u;
  const found: string[] = [];
  for (const file of files('.svelte')) {
    const markup = withoutCode(read(file).replace(/<script[\s\S]*?<\/script>/g, '').replace(/<style[\s\S]*?<\/style>/g, ''));
    for (const text of markup.matchAll(/>([^<>]+)</g)) if (!allowed.test(text[1]!.trim())) found.push(`${file}: ${text[1]!.trim()}`);
    for (const attribute of markup.matchAll(/\s(?:aria-label|title|placeholder|alt|label)="([^"{]+)"/g)) if (!allowed.test(attribute[1]!)) found.push(`${file}: ${attribute[1]}`);
  }
  expect(found).toEqual([]);
});

/** Markup without what stands in braces, however deep. */
function withoutCode(markup: string): string {
  let [depth, text] = [0, ''];
  for (const c of markup) {
    if (c === '{') depth++;
    if (depth === 0) text += c;
    if (c === '}') depth--;
  }
  return text;
}
