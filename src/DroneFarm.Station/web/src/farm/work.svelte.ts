import { get, put } from '../station/api';
import type { Farm, Job, Sprayer, Wishes, Work } from './farm';
import type { Rates } from './rates';
import { amend, begin, change, redo, undo, type History } from './history';

/** A new job's product is nobody's until somebody names it. */
const newJob = (): Job => ({
  id: `job-${new Date().toISOString().slice(0, 10)}`,
  name: '',
  product: { name: '', active_ingredient: '', registration_number: '', producer: '', dose_l_per_ha: 1.2 },
  rate_l_per_ha: 22.5,
  height_m: 3,
  speed_mps: 5,
  transit_height_m: 15,
  transit_speed_mps: 7,
  drift_margin_m: 0,
  crop: '',
  target: '',
  operator: '',
  weather_limits: { max_wind_mps: 3.3, min_temperature_c: 12, max_temperature_c: 30, min_humidity_pct: 40 },
});

const emptyFarm = (name: string): Farm => ({ type: 'FeatureCollection', name, features: [] });

/** What is on the table: one farm, sprayer and job, with all that was done to them. */
class Table {
  history = $state.raw<History<Work> | null>(null);
  saved = $state.raw<Work | null>(null);
  private lastTopic = '';
  private lastAt = 0;

  get now(): Work | null {
    return this.history?.now ?? null;
  }
  get canUndo(): boolean {
    return (this.history?.past.length ?? 0) > 0;
  }
  get canRedo(): boolean {
    return (this.history?.future.length ?? 0) > 0;
  }
  get isSaved(): boolean {
    return this.now?.farm === this.saved?.farm;
  }

  /** @param topic Changes of one topic shortly after another are one step: a number typed digit by digit. */
  do(next: Partial<Work>, topic = ''): void {
    if (!this.history) return;
    const goesOn = topic !== '' && topic === this.lastTopic && performance.now() - this.lastAt < 1500;
    [this.lastTopic, this.lastAt] = [topic, performance.now()];
    const work = { ...this.history.now, ...next };
    this.history = goesOn ? amend(this.history, work) : change(this.history, work);
  }
  undo(): void {
    if (this.history) this.history = undo(this.history);
    this.lastTopic = '';
  }
  redo(): void {
    if (this.history) this.history = redo(this.history);
    this.lastTopic = '';
  }

  async openFarm(id: string): Promise<void> {
    const farm = await get<Farm>(`/api/farms/${encodeURIComponent(id)}`);
    await this.lay({ farmId: id, farm });
  }
  async openNew(id: string, name: string): Promise<void> {
    await this.lay({ farmId: id, farm: emptyFarm(name) });
  }
  /** A farm that was brought in: under its own id, not yet kept. */
  async openImported(id: string, farm: Farm): Promise<void> {
    await this.lay({ farmId: id, farm }, false);
  }
  async openJob(id: string): Promise<void> {
    const kept = await get<{ id: string; farm: Farm; sprayer: Sprayer; job: Job; choices?: Wishes; prescription?: Rates }>(`/api/jobs/${encodeURIComponent(id)}`);
    const work: Work = { farmId: this.now?.farmId ?? id, farm: kept.farm, sprayerId: '', sprayer: kept.sprayer, job: perHectare(kept.job), choices: kept.choices ?? {}, rates: kept.prescription };
    this.history = begin(work);
    this.saved = work;
  }
  async keepFarm(): Promise<void> {
    if (!this.now) return;
    await put(`/api/farms/${encodeURIComponent(this.now.farmId)}`, this.now.farm);
    this.saved = this.now;
  }

  /** Another farm: sprayer, job and choices stay, what belongs to the old one's ground does not. */
  private async lay(part: { farmId: string; farm: Farm }, kept = true): Promise<void> {
    const sprayers = this.now ? [] : await get<{ id: string; sprayer: Sprayer }[]>('/api/sprayers');
    const { sprayerId, sprayer, job, choices } = this.now ?? { sprayerId: sprayers[0]!.id, sprayer: sprayers[0]!.sprayer, job: newJob(), choices: { drones: 1 } };
    const { abLine: _, ...stay } = choices;
    const work: Work = { ...part, sprayerId, sprayer, job, choices: stay };
    this.history = begin(work);
    this.saved = kept ? work : null;
  }
}

/** Files may say a rate per mu; pages count per hectare and show what was chosen. */
function perHectare(job: Job): Job {
  const { rate_l_per_mu: perMu, ...rest } = job as Job & { rate_l_per_mu?: number };
  return perMu === undefined ? job : ({ ...rest, rate_l_per_ha: perMu * 15 } as Job);
}

export const table = new Table();
