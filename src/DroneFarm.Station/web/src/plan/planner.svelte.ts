import { around, fieldsOf, planRequest, type FarmFeature, type Work } from '../farm/farm';
import { post, Refused, type FoundLine } from '../station/api';
import type { PlanAnswer } from './answer';

/** A farm of more fields is not planned whole at each stroke: the changed fields alone are, and all of it when somebody asks. */
const wholeUpTo = 40;

/** Asks the station for the plan of what is on the table, always the latest, never two at a time. */
class Plan {
  answer = $state.raw<PlanAnswer | null>(null);
  findings = $state.raw<FoundLine[]>([]);
  busy = $state(false);
  /** Only the changed fields were planned anew: totals and sorties are those of before. */
  partly = $state(false);
  /** From the change to the answer, and to the map that shows it, milliseconds. */
  tookMs = $state(0);
  drawnMs = $state(0);
  private began = 0;
  private waits: { work: Work; whole: boolean } | null = null;
  private of: Work | null = null;

  forget(): void {
    [this.answer, this.findings, this.partly, this.of] = [null, [], false, null];
  }

  ask(work: Work, whole = false): void {
    if (fieldsOf(work.farm).length === 0) return this.forget();
    this.waits = { work, whole };
    if (!this.busy) void this.run();
  }

  /** The map has drawn the latest answer. */
  drawn(): void {
    this.drawnMs = performance.now() - this.began;
  }

  private async run(): Promise<void> {
    this.busy = true;
    try {
      while (this.waits) await this.next(this.waits);
    } finally {
      this.busy = false; // also when the station is away: the next change asks again
    }
  }

  private async next({ work, whole }: { work: Work; whole: boolean }): Promise<void> {
    this.waits = null;
    this.began = performance.now();
    const ids = whole || fieldsOf(work.farm).length <= wholeUpTo ? null : changedFields(this.of, work);
    if (ids && ids.size === 0) {
      this.partly = this.partly || this.answer === null;
      return;
    }
    try {
      const answer = await post<PlanAnswer>('/api/plan', planRequest(ids ? { ...work, farm: around(work.farm, ids) } : work));
      this.take(answer, ids);
      this.of = work;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.findings = error.findings;
      this.answer = null;
    }
    this.tookMs = performance.now() - this.began;
  }

  private take(answer: PlanAnswer, ids: Set<string> | null): void {
    this.partly = ids !== null;
    if (!ids || !this.answer) {
      [this.answer, this.findings] = [answer, answer.findings];
      return;
    }
    const old = this.answer;
    const others = old.map.features.filter((f) => f.properties.field !== undefined && !ids.has(f.properties.field));
    const fresh = answer.map.features.filter((f) => f.properties.field !== undefined);
    this.answer = {
      ...old,
      map: { type: 'FeatureCollection', features: [...others, ...fresh] },
      fields: [...old.fields.filter((f) => !ids.has(f.id)), ...answer.fields],
      thinkingMs: answer.thinkingMs,
    };
    this.findings = [...this.findings.filter((f) => f.fieldId === undefined || !ids.has(f.fieldId)), ...answer.findings.filter((f) => f.fieldId !== undefined)];
  }
}

/** Features are never changed in place, so that one that is the same object is the same. */
function changedFields(before: Work | null, now: Work): Set<string> {
  if (!before || before.sprayer !== now.sprayer || before.job !== now.job || before.choices !== now.choices || before.rates !== now.rates) return new Set();
  const known = new Set<FarmFeature>(before.farm.features);
  return new Set(now.farm.features.filter((f) => f.properties.role === 'field' && !known.has(f)).map((f) => f.id));
}

export const plan = new Plan();
