import type { ImportDetails } from '@/api/gen/types.gen';

export const stepNames = ['file', 'mapping', 'check', 'load', 'outcome'] as const;
export type Step = (typeof stepNames)[number];

/** The step where the job stands. */
export function stepOf(job: Pick<ImportDetails, 'state' | 'step'>): Exclude<Step, 'file'> {
  if (['completed', 'failed', 'cancelled', 'rolledBack'].includes(job.state) || job.step === 'done') return 'outcome';
  if (job.step === 'loading') return 'load';
  if (job.step === 'checking' || job.step === 'checked') return 'check';
  return 'mapping';
}

/** The step to show: the address may ask to go back from the check to the columns, never ahead of the job. */
export function shownStep(
  job: Pick<ImportDetails, 'state' | 'step'>,
  wanted: string | undefined,
): Exclude<Step, 'file'> {
  const actual = stepOf(job);
  return actual === 'check' && job.step === 'checked' && wanted === 'mapping' ? 'mapping' : actual;
}
