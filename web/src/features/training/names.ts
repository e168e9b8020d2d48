import type { EnrolmentSummary } from '@/api/gen/types.gen';
import { run } from './ru';

/** The name, or why there is none. */
export const nameOf = ({ teacher }: EnrolmentSummary): string =>
  teacher ? (teacher.name ?? run.anonymous) : run.hidden;
