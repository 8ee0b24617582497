import { call } from '../station/api';
import type { FoundLine } from '../station/api';
import { boundsOf, fieldsOf, type Farm } from '../farm/farm';
import { zonesOf, type Rates } from '../farm/rates';
import { table } from '../farm/work.svelte';
import { say, t } from '../words/words.svelte';

/** Files that were dropped or chosen together become the farm on the table, or its prescription; what they are, the station finds by what is in them. What was done is told. */
export async function bringIn(files: File[], only?: 'rates'): Promise<string> {
  const form = new FormData();
  for (const file of files) form.append('files', file, file.name);
  const query = new URLSearchParams({ ...nearOf(table.now?.farm), ...(only && { only }) });
  const answer = await call<{ farm?: Farm; prescription?: Rates; findings: FoundLine[] }>('POST', `/api/import?${query}`, undefined, { raw: form });
  if (answer.farm) await table.openImported(nameOf(files[0]!.name), answer.farm);
  else table.do({ rates: answer.prescription });
  const first = answer.findings.find((f) => f.severity === 'error') ?? answer.findings.find((f) => f.severity === 'warning') ?? answer.findings[0];
  return first ? say(first.text) : answer.farm ? t('plan.imported', answer.farm.features.length) : t('rates.imported', zonesOf(answer.prescription!).length);
}

/** A place of the farm whose prescription it may be; none while no farm has fields. */
function nearOf(farm: Farm | undefined): { near?: string } {
  const fields = farm ? fieldsOf(farm) : [];
  if (fields.length === 0) return {};
  const [west, south, east, north] = boundsOf(fields);
  return { near: `${(west + east) / 2},${(south + north) / 2}` };
}

const nameOf = (file: string): string => file.replace(/\.[^.]+$/, '').replace(/[^\p{L}\p{N}_-]+/gu, '-').slice(0, 60) || 'farm';
