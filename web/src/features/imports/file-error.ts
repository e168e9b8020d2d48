import { formatBytes } from '@/lib/format';
import { fileStep } from './ru';

export const maxBytes = 25 * 1024 * 1024;

/** What is wrong with a file before it is sent, so that nobody waits for an upload in vain. */
export function fileError(file: { name: string; size: number }): string | null {
  if (!/\.(xlsx|csv|txt)$/i.test(file.name)) return fileStep.wrongType;
  return file.size > maxBytes ? fileStep.tooLarge(formatBytes(file.size)) : null;
}
