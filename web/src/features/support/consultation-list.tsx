import { useQuery } from '@tanstack/react-query';
import { ifMatch } from '@/api/client';
import { removeConsultation } from '@/api/gen/sdk.gen';
import type { ConsultationDetails } from '@/api/gen/types.gen';
import { formatNumber, missing } from '@/lib/format';
import type { Column } from '@/ui/data-table';
import { ActList } from './act-list';
import { ConsultationDialog } from './consultation-dialog';
import { fileAddress } from './filter';
import { consultationsOptions } from './queries';
import { acts, audienceNames, forms, ru } from './ru';
import type { ActSearch } from './search';

const words = { ...acts.consultation, forms: forms.consultations };

const columns: Column<ConsultationDetails>[] = [
  { id: 'theme', header: acts.consultation.theme, card: 'text', width: '32%', cell: ({ theme }) => theme ?? missing },
  { id: 'audience', header: acts.consultation.audience, cell: ({ audience }) => audienceNames[audience] },
  { id: 'people', header: acts.consultation.people, align: 'right', cell: ({ people }) => formatNumber(people) },
  { id: 'organisation', header: ru.organisation, cell: ({ organisation }) => organisation?.name ?? missing },
];

/** Consultations to teachers, parents and heads of schools, the newest first. */
export function ConsultationList(props: { search: ActSearch; onSearch: (next: ActSearch) => void }) {
  const list = useQuery(consultationsOptions(props.search));
  return (
    <ActList
      words={words}
      list={list}
      columns={columns}
      dialog={ConsultationDialog}
      file={({ page: _, ...filter }) => fileAddress('/api/v1/consultations', filter)}
      remove={({ id, version }) => removeConsultation({ path: { id }, headers: ifMatch(version), throwOnError: true })}
      byAudience
      {...props}
    />
  );
}
