import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { getCalendarFeedQuery, getCalendarQuery } from '@/api/gen/@tanstack/react-query.gen';
import { weeksOf } from './days';
import type { CalendarSearch } from './search';

/** All days of the weeks that are shown, those of the months beside it as well. */
export function calendarOptions({ kind, municipality, school }: CalendarSearch, month: string) {
  const weeks = weeksOf(month);
  return queryOptions({
    ...getCalendarQuery({
      query: {
        from: weeks[0]?.[0],
        to: weeks.at(-1)?.[6],
        kinds: kind && [kind],
        municipality,
        school,
      },
    }),
    placeholderData: keepPreviousData,
  });
}

export const feedOptions = () => getCalendarFeedQuery();
