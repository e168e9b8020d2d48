import { useQuery } from '@tanstack/react-query';
import { ifMatch } from '@/api/client';
import { removeSupportVisit } from '@/api/gen/sdk.gen';
import type { SupportVisitDetails } from '@/api/gen/types.gen';
import { formatNumber, missing } from '@/lib/format';
import type { Column } from '@/ui/data-table';
import { ActList } from './act-list';
import { fileAddress } from './filter';
import { visitsOptions } from './queries';
import { acts, forms, ru } from './ru';
import type { ActSearch } from './search';
import classes from './support.module.css';
import { VisitDialog } from './visit-dialog';

const words = { ...acts.visit, forms: forms.visits };

const columns: Column<SupportVisitDetails>[] = [
  {
    id: 'purpose',
    header: acts.visit.purpose,
    card: 'text',
    width: '34%',
    cell: ({ purpose, findings }) => (
      <>
        {purpose ?? missing}
        {findings ? <span className={`${classes.under} ${classes.text}`}>{findings}</span> : null}
      </>
    ),
  },
  { id: 'organisation', header: ru.organisation, cell: ({ organisation }) => organisation?.name ?? missing },
  { id: 'lessons', header: acts.visit.lessons, align: 'right', cell: ({ lessons }) => formatNumber(lessons) },
  { id: 'teachers', header: acts.visit.teachers, align: 'right', cell: ({ teachers }) => formatNumber(teachers) },
];

/** «Методический десант»: visits to schools, the newest first. */
export function VisitList(props: { search: ActSearch; onSearch: (next: ActSearch) => void }) {
  const list = useQuery(visitsOptions(props.search));
  return (
    <ActList
      words={words}
      list={list}
      columns={columns}
      dialog={VisitDialog}
      file={({ page: _, audience: __, ...filter }) => fileAddress('/api/v1/support-visits', filter)}
      remove={({ id, version }) => removeSupportVisit({ path: { id }, headers: ifMatch(version), throwOnError: true })}
      {...props}
    />
  );
}
