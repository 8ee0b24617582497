import { call } from '../station/api';
import type { FoundLine } from '../station/api';
import type { Farm } from '../farm/farm';
import { table } from '../farm/work.svelte';
import { say, t } from '../words/words.svelte';

/** Files that were dropped or chosen together become the farm on the table; what they are, the station finds by what is in them. What was done is told. */
export async function bringIn(files: File[]): Promise<string> {
  const form = new FormData();
  for (const file of files) form.append('files', file, file.name);
  const answer = await call<{ farm: Farm; findings: FoundLine[] }>('POST', '/api/import', undefined, { raw: form });
  await table.openImported(nameOf(files[0]!.name), answer.farm);
  const first = answer.findings.find((f) => f.severity === 'error') ?? answer.findings.find((f) => f.severity === 'warning') ?? answer.findings[0];
  return first ? say(first.text) : t('plan.imported', answer.farm.features.length);
}

const nameOf = (file: string): string => file.replace(/\.[^.]+$/, '').replace(/[^\p{L}\p{N}_-]+/gu, '-').slice(0, 60) || 'farm';
