import type { MunicipalitySummary } from '@/api/gen/types.gen';
import { fold } from '@/lib/fold';
import type { MunicipalitiesSearch } from './search';

/** A region has some dozens of municipalities and they come whole, so they are searched and ordered here. */
export function chosen(
  all: readonly MunicipalitySummary[],
  { search, sort = 'name' }: MunicipalitiesSearch,
): MunicipalitySummary[] {
  const wanted = fold(search ?? '');
  const sign = sort.startsWith('-') ? -1 : 1;
  const key = sort.replace('-', '') as 'name' | 'code' | 'schools';
  return all
    .filter(({ name, code }) => fold(`${name} ${code}`).includes(wanted))
    .sort((a, b) => {
      const order = key === 'schools' ? a.schools - b.schools : a[key].localeCompare(b[key], 'ru');
      return sign * order || a.name.localeCompare(b.name, 'ru');
    });
}
