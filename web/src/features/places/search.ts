import { z } from 'zod/mini';
import { optionalOf, optionalText } from '@/lib/search-params';

export const sorts = ['name', '-name', 'code', '-code', 'schools', '-schools'] as const;

export const municipalitiesSearch = z.object({ search: optionalText, sort: optionalOf(sorts) });
export type MunicipalitiesSearch = z.infer<typeof municipalitiesSearch>;
