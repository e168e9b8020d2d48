import { Button, Select } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { municipalitiesOptions } from '@/api/dictionaries';
import type { InternshipSummary } from '@/api/gen/types.gen';
import { formatDay, formatNumber } from '@/lib/format';
import { type Column, DataTable } from '@/ui/data-table';
import { FilterPanel } from '@/ui/filter-panel';
import { LinkButton } from '@/ui/link-button';
import { ListPage } from '@/ui/list-page';
import classes from './internships.module.css';
import { internshipsFile, internshipsOptions, namedSchoolOptions, readAllInternships, siteOptions } from './queries';
import { ru, stateNames, states } from './ru';
import { chosen, type InternshipSearch, pageSize } from './search';
import { StateBadge, Views } from './views';

interface Props {
  search: InternshipSearch;
  onSearch: (next: InternshipSearch) => void;
}

/** Who it is, as far as it is told. */
export const teacherOf = ({ teacher, teacherId }: InternshipSummary) => teacher ?? (teacherId ? ru.erased : ru.hidden);

/** «02.11.2020 – 06.11.2020» */
export const daysOf = ({ startsOn, endsOn }: Pick<InternshipSummary, 'startsOn' | 'endsOn'>) =>
  startsOn === endsOn ? formatDay(startsOn) : `${formatDay(startsOn)} – ${formatDay(endsOn)}`;

const columns: Column<InternshipSummary>[] = [
  {
    id: 'teacher',
    header: ru.fields.teacher,
    card: 'title',
    width: '30%',
    cell: (row) => (
      <>
        {teacherOf(row)} <span className={classes.said}>{row.sending.name}</span>
      </>
    ),
  },
  {
    id: 'site',
    header: ru.fields.site,
    card: 'text',
    width: '32%',
    cell: ({ site, host }) => (
      <>
        {site} <span className={classes.said}>{host.name}</span>
      </>
    ),
  },
  {
    id: 'days',
    header: ru.fields.days,
    sort: 'starts',
    nowrap: true,
    cell: (row) => <span className="numbers">{daysOf(row)}</span>,
  },
  {
    id: 'hours',
    header: ru.fields.hours,
    sort: 'hours',
    align: 'right',
    nowrap: true,
    cell: ({ hours }) => formatNumber(hours),
  },
  { id: 'state', header: ru.fields.state, nowrap: true, cell: ({ state }) => <StateBadge state={state} /> },
];

export function InternshipList({ search, onSearch }: Props) {
  const list = useQuery(internshipsOptions(search));
  const municipalities = useSuspenseQuery(municipalitiesOptions()).data;
  const { school, site, state, municipality } = search;
  const namedSchool = useQuery({ ...namedSchoolOptions(school ?? ''), enabled: Boolean(school) }).data;
  const namedSite = useQuery({ ...siteOptions(site ?? ''), enabled: Boolean(site) }).data;
  // Another filter starts from the first page; the order stays.
  const change = (next: Partial<InternshipSearch>) => onSearch({ ...search, ...next, page: undefined });
  const words: [keyof InternshipSearch, string | undefined][] = [
    ['state', state && stateNames[state]],
    ['municipality', municipality && (municipalities.find(({ code }) => code === municipality)?.name ?? municipality)],
    ['school', school && (namedSchool?.name ?? ru.tags.school)],
    ['site', site && (namedSite?.title ?? ru.tags.site)],
  ];
  return (
    <>
      <Views open="list" />
      <ListPage
        words={ru}
        list={list}
        filtered={chosen(search) > 0}
        emptyText={ru.emptyText}
        add={<LinkButton to="/support/internships/sites">{ru.toSites}</LinkButton>}
        actions={
          <Button
            component="a"
            href={internshipsFile(search)}
            download
            variant="default"
            leftSection={<IconFileSpreadsheet size={18} aria-hidden="true" />}
          >
            {ru.excel}
          </Button>
        }
        readAll={() => readAllInternships(search)}
        panel={
          <FilterPanel title={ru.filters} chosen={chosen(search)}>
            <Select
              label={ru.fields.state}
              placeholder={ru.anyState}
              data={states.map((value) => ({ value, label: stateNames[value] }))}
              value={state ?? null}
              onChange={(value) => change({ state: states.find((one) => one === value) })}
              clearable
              clearButtonProps={{ 'aria-label': ru.clear(ru.fields.state) }}
            />
            {municipalities.length > 1 ? (
              <Select
                label={ru.fields.municipality}
                placeholder={ru.any}
                data={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
                value={municipality ?? null}
                onChange={(value) => change({ municipality: value ?? undefined })}
                clearable
                searchable
                clearButtonProps={{ 'aria-label': ru.clear(ru.fields.municipality) }}
              />
            ) : null}
          </FilterPanel>
        }
        tags={words.flatMap(([key, label]) =>
          label ? [{ key, label, onRemove: () => change({ [key]: undefined }) }] : [],
        )}
        onReset={() => onSearch({ sort: search.sort })}
        table={(rows, { total, stale, empty }) => (
          <DataTable
            caption={ru.registry}
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            rowLink={({ id }) => ({ to: '/support/internships/$internshipId', params: { internshipId: id } })}
            sort={search.sort ?? '-starts'}
            onSort={(sort) => change({ sort: sort as InternshipSearch['sort'] })}
            paging={{
              page: search.page ?? 1,
              pageSize,
              total,
              onPage: (page) => onSearch({ ...search, page: page > 1 ? page : undefined }),
            }}
            stale={stale}
            empty={empty}
          />
        )}
      />
    </>
  );
}
