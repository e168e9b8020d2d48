import { z } from 'zod/mini';

/** A text that must be given; a date field gives null where nothing was chosen. */
export const needed = (message: string, most = 200) =>
  z.string({ error: message }).check(z.trim(), z.minLength(1, message), z.maxLength(most, `Не длиннее ${most} знаков`));

/** A text that may be left empty. */
export const limited = (most: number) => z.string().check(z.trim(), z.maxLength(most, `Не длиннее ${most} знаков`));
