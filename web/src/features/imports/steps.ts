import type { ImportDetails, ImportState } from '@/api/gen/types.gen';

export const stepNames = ['file', 'mapping', 'check', 'load', 'outcome'] as const;
export type Step = (typeof stepNames)[number];

const over: readonly ImportState[] = ['succeeded', 'partiallySucceeded', 'failed', 'cancelled', 'rolledBack'];
const isOver = (state: ImportState) => over.includes(state);

/** True when rows of the file have come into the product. */
export const isLoaded = (state: ImportState) => state === 'succeeded' || state === 'partiallySucceeded';

/** The step where the job stands. */
export function stepOf(job: Pick<ImportDetails, 'state' | 'step'>): Exclude<Step, 'file'> {
  if (job.step === 'done' || isOver(job.state)) return 'outcome';
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
