import { Button, Checkbox, Group, NativeSelect } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { municipalitiesOptions, subjectsOptions } from '@/api/dictionaries';
import type { PartnerSummary } from '@/api/gen/types.gen';
import { useCan } from '@/api/session';
import { formatCount, formatNumber } from '@/lib/format';
import { shortPlace } from '@/lib/places';
import { type Column, DataTable } from '@/ui/data-table';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { EmptyState } from '@/ui/empty-state';
import { FilterBar } from '@/ui/filter-bar';
import { PageHeader } from '@/ui/page-header';
import { ProblemAlert } from '@/ui/problem-alert';
import { PartnerDialog } from './partner-dialog';
import { subjectNames } from './partner-words';
import classes from './partnerships.module.css';
import { partnersOptions } from './queries';
import { partners, ru } from './ru';
import type { PartnersSearch } from './search';
import { Views } from './views';

interface Props {
  search: PartnersSearch;
  onSearch: (next: PartnersSearch) => void;
}

/** Strong schools of the region, in what they are strong and how much room they have. */
export function PartnersPage({ search, onSearch }: Props) {
  const { data, error, isPlaceholderData, refetch } = useQuery(partnersOptions(search));
  const subjects = useSuspenseQuery(subjectsOptions()).data;
  const municipalities = useSuspenseQuery(municipalitiesOptions()).data;
  const mayAdd = useCan('partnerships:write');
  const [open, setOpen] = useState<PartnerSummary | 'new'>();
  const filtered = Boolean(search.subject || search.municipality || search.free);
  const add = mayAdd ? (
    <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setOpen('new')}>
      {partners.add}
    </Button>
  ) : null;
  const columns: Column<PartnerSummary>[] = [
    {
      id: 'school',
      header: partners.school,
      card: 'title',
      width: '30%',
      cell: ({ schoolName, note }) => (
        <>
          {schoolName}
          {note ? <span className={classes.said}>{note}</span> : null}
        </>
      ),
    },
    {
      id: 'municipality',
      header: partners.municipality,
      cell: ({ municipalityName }) => shortPlace(municipalityName),
    },
    {
      id: 'subjects',
      header: partners.subjects,
      card: 'text',
      cell: (partner) => subjectNames(partner.subjects, subjects),
    },
    { id: 'helping', header: partners.helping, align: 'right', cell: ({ helping }) => formatNumber(helping) },
    {
      id: 'free',
      header: partners.free,
      align: 'right',
      nowrap: true,
      cell: ({ free }) =>
        free === null ? (
          <span className={classes.soft}>{partners.unknown}</span>
        ) : free === 0 ? (
          partners.full
        ) : (
          formatNumber(free)
        ),
    },
    {
      id: 'edit',
      header: partners.edit,
      quiet: true,
      screenOnly: true,
      cell: (partner) =>
        partner.editable ? (
          <Group justify="flex-end">
            <Button size="compact-sm" variant="default" onClick={() => setOpen(partner)}>
              {partners.edit}
            </Button>
          </Group>
        ) : null,
    },
  ];
  return (
    <>
      <Views open="partners" />
      <PageHeader
        title={partners.title}
        answer={
          data && (filtered || data.items.length > 0)
            ? partners.answer(formatCount(data.items.length, partners.forms))
            : undefined
        }
        actions={add}
      />
      {error ? <ProblemAlert error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <DelayedSkeleton /> : null}
      {data && data.items.length === 0 && !filtered ? (
        <EmptyState title={partners.empty} action={add}>
          {partners.emptyText}
        </EmptyState>
      ) : null}
      {data && (filtered || data.items.length > 0) ? (
        <>
          <FilterBar>
            <NativeSelect
              aria-label={partners.subjects}
              value={search.subject ?? ''}
              data={[
                { value: '', label: partners.anySubject },
                ...subjects.map(({ code, name }) => ({ value: code, label: name })),
              ]}
              onChange={(event) => onSearch({ ...search, subject: event.currentTarget.value || undefined })}
            />
            {municipalities.length > 1 ? (
              <NativeSelect
                aria-label={partners.municipality}
                value={search.municipality ?? ''}
                data={[
                  { value: '', label: `${ru.anyPlace} ${partners.municipality.toLowerCase()}` },
                  ...municipalities.map(({ code, name }) => ({ value: code, label: name })),
                ]}
                onChange={(event) => onSearch({ ...search, municipality: event.currentTarget.value || undefined })}
              />
            ) : null}
            <Checkbox
              style={{ whiteSpace: 'nowrap' }}
              label={partners.freeOnly}
              checked={search.free === 'true'}
              onChange={(event) => onSearch({ ...search, free: event.currentTarget.checked ? 'true' : undefined })}
            />
          </FilterBar>
          <DataTable
            caption={partners.registry}
            columns={columns}
            rows={data.items}
            rowKey={({ id }) => id}
            stale={isPlaceholderData}
            empty={
              <EmptyState title={partners.none} action={<Button onClick={() => onSearch({})}>{ru.reset}</Button>} />
            }
          />
        </>
      ) : null}
      {open ? <PartnerDialog partner={open === 'new' ? null : open} onClose={() => setOpen(undefined)} /> : null}
    </>
  );
}
