import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CalendarItem } from '@/api/gen/types.gen';

interface Props {
  item: CalendarItem;
  className?: string | undefined;
  children: ReactNode;
  tabIndex?: number;
}

/** What stands in the calendar leads to its own page. */
export function ItemLink({ item, children, ...more }: Props) {
  switch (item.kind) {
    case 'CourseRun':
      return (
        <Link to="/training/runs/$runId" params={{ runId: item.id }} {...more}>
          {children}
        </Link>
      );
    case 'SpecialistSession':
      return (
        <Link to="/support/specialists/$requestId" params={{ requestId: item.ofId ?? '' }} {...more}>
          {children}
        </Link>
      );
    case 'SupportVisit':
      return (
        <Link to="/support/specialists/visits" search={{ from: item.startsOn, to: item.endsOn }} {...more}>
          {children}
        </Link>
      );
    default:
      return (
        <Link to="/training/events/$eventId" params={{ eventId: item.id }} {...more}>
          {children}
        </Link>
      );
  }
}
