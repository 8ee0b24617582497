import type { Job } from './farm';

/** The wind a job is planned for, as job.json says it (missions/README.md). */
export interface PlannedWind {
  speed_mps: number;
  from_deg: number;
  source: string;
}

/** How far a product's spray drifts, as drift.json says it. Only what a page shows. */
export interface DriftProfile {
  distances: { height_m: number; distance_m: number }[];
  reference_wind_mps: number;
  source: string;
  [more: string]: unknown;
}
export interface KeptDrift {
  id: string;
  profile: DriftProfile;
}

export const windOf = (job: Job): PlannedWind | undefined => job.wind as PlannedWind | undefined;
export const driftOf = (job: Job): DriftProfile | undefined => job.product.drift_profile as DriftProfile | undefined;

/** A wind wants a profile: where the job has none yet, the first one kept. */
export function withWind(job: Job, wind: PlannedWind, kept: readonly KeptDrift[]): Job {
  const profile = driftOf(job) ?? kept[0]?.profile;
  return { ...job, wind, product: { ...job.product, ...(profile && { drift_profile: profile }) } };
}

/** The profile goes with its wind: without one it means nothing. */
export function withoutWind(job: Job): Job {
  const { wind: _, ...calm } = job;
  const { drift_profile: _p, ...product } = job.product;
  return { ...calm, product } as Job;
}

/** Which of the kept profiles the job has; none when it has one of its own. */
export const keptAs = (profile: DriftProfile | undefined, kept: readonly KeptDrift[]): string => kept.find((k) => JSON.stringify(k.profile) === JSON.stringify(profile))?.id ?? '';
