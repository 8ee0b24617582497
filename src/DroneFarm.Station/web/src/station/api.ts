import type { Said } from '../words/words.svelte';

export type Severity = 'note' | 'warning' | 'error';
export interface FoundLine {
  severity: Severity;
  text: Said;
  fieldId?: string;
  at?: [number, number];
}

/** The station said no, with its reasons in both languages. */
export class Refused extends Error {
  constructor(
    public readonly findings: FoundLine[],
    public readonly status: number,
  ) {
    super(findings[0]?.text.en ?? `HTTP ${status}`);
  }
}

let mark = '';
/** What the station gave this page to show that a request is its own. */
export const setRequestMark = (given: string | undefined): void => {
  mark = given ?? '';
};

export async function call<T>(method: string, path: string, body?: unknown, options: { signal?: AbortSignal; raw?: BodyInit; headers?: Record<string, string> } = {}): Promise<T> {
  const headers: Record<string, string> = { 'X-DroneFarm-Request': mark, ...options.headers };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  const answer = await fetch(path, { method, headers, body: options.raw ?? (body === undefined ? undefined : JSON.stringify(body)), signal: options.signal, credentials: 'same-origin' });
  const text = await answer.text();
  const content: unknown = text.length > 0 && (answer.headers.get('Content-Type') ?? '').includes('json') ? JSON.parse(text) : undefined;
  if (answer.ok) return content as T;
  throw new Refused(reasonsIn(content), answer.status);
}

function reasonsIn(content: unknown): FoundLine[] {
  const said = content as { findings?: FoundLine[]; en?: string; zh?: string; code?: string } | undefined;
  if (said?.findings) return said.findings;
  if (said?.en) return [{ severity: 'error', text: { code: said.code ?? '', en: said.en, zh: said.zh ?? said.en } }];
  return [];
}

export const get = <T>(path: string, signal?: AbortSignal): Promise<T> => call<T>('GET', path, undefined, { signal });
export const post = <T>(path: string, body?: unknown, signal?: AbortSignal): Promise<T> => call<T>('POST', path, body, { signal });
export const put = <T>(path: string, body: unknown): Promise<T> => call<T>('PUT', path, body);
