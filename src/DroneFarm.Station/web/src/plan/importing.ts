import { call } from '../station/api';
import type { FoundLine } from '../station/api';
import type { Farm } from '../farm/farm';
import { table } from '../farm/work.svelte';
import { say, t } from '../words/words.svelte';

/** A file that was dropped or chosen becomes the farm on the table; what it is, the station finds by what is in it. What was done is told. */
export async function bringIn(file: File): Promise<string> {
  const answer = await call<{ farm: Farm; findings: FoundLine[] }>('POST', '/api/import', undefined, {
    raw: file,
    headers: { 'X-File-Name': encodeURIComponent(file.name), 'Content-Type': 'application/octet-stream' },
  });
  await table.openImported(nameOf(file.name), answer.farm);
  const first = answer.findings.find((f) => f.severity !== 'note') ?? answer.findings[0];
  return first ? say(first.text) : t('plan.imported', answer.farm.features.length);
}

const nameOf = (file: string): string => file.replace(/\.[^.]+$/, '').replace(/[^\p{L}\p{N}_-]+/gu, '-').slice(0, 60) || 'farm';
