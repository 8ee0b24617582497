import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', 'src');

export const read = (path: string): string => readFileSync(join(root, path), 'utf8');
export const files = (ending: string): string[] => (readdirSync(root, { recursive: true }) as string[]).map((f) => f.replaceAll('\\', '/')).filter((f) => f.endsWith(ending));
