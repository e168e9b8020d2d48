import { Select } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { municipalitiesOptions } from '@/api/dictionaries';
import type { SupportLoad, SupportOverview } from '@/api/gen/types.gen';
import { useMe } from '@/api/session';
import { formatCount, formatNumber } from '@/lib/format';
import { shortPlace } from '@/lib/places';
import { today } from '@/lib/today';
import { Card } from '@/ui/card';
import { type Column, DataTable } from '@/ui/data-table';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { PageHeader } from '@/ui/page-header';
import { ProblemAlert } from '@/ui/problem-alert';
import type { RowLinkProps } from '@/ui/row-link';
import { daysOf, yearName, yearOf } from './filter';
import { overviewOptions } from './queries';
import { forms, kindNames, overview as words } from './ru';
import type { OverviewSearch } from './search';
import classes from './support.module.css';

interface Row {
  key: string;
  name: string;
  load: SupportLoad;
  link: RowLinkProps;
}

const count = (id: keyof SupportLoad, header: string): Column<Row> => ({
  id,
  header,
  align: 'right',
  cell: ({ load }) => formatNumber(load[id]),
});

const columns = (name: string): Column<Row>[] => [
  { id: 'name', header: name, card: 'title', width: '26%', cell: ({ name: of }) => of },
  count('waiting', words.waiting),
  count('active', words.active),
  count('held', words.held),
  count('planned', words.planned),
  count('children', words.children),
  count('examined', words.examined),
  count('consulted', words.consulted),
];

function Loads({ title, name, rows }: { title: string; name: string; rows: Row[] }) {
  return (
    <Card title={title} flush>
      <DataTable
        caption={title}
        columns={columns(name)}
        rows={rows}
        rowKey={({ key }) => key}
        rowLink={({ link }) => link}
        plain
        empty={<p className={classes.none}>{words.none}</p>}
      />
    </Card>
  );
}

interface Props {
  search: OverviewSearch;
  onSearch: (next: OverviewSearch) => void;
}

/** What support adds up to, over a school year or over all: the sum, then by specialist, municipality and organisation. */
export function OverviewPage({ search, onSearch }: Props) {
  const me = useMe();
  const municipalities = useSuspenseQuery(municipalitiesOptions()).data;
  const result = useQuery(overviewOptions(search));
  const current = Number(yearOf(today(me.region.timeZone)));
  const years = Array.from({ length: 10 }, (_, i) => String(current - i));
  return (
    <>
      <PageHeader title={words.title} />
      <div className={`${classes.controls} no-print`}>
        <Select
          label={words.year}
          placeholder={words.allYears}
          data={years.map((value) => ({ value, label: yearName(value) }))}
          value={search.year ?? null}
          onChange={(year) => onSearch({ ...search, year: year ?? undefined })}
          clearable
        />
        {municipalities.length > 1 ? (
          <Select
            label={words.municipality}
            placeholder={words.anyMunicipality}
            data={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
            value={search.municipality ?? null}
            onChange={(municipality) => onSearch({ ...search, municipality: municipality ?? undefined })}
            clearable
            searchable={municipalities.length > 12}
          />
        ) : null}
      </div>
      {result.data ? (
        <Figures overview={result.data} search={search} />
      ) : result.error ? (
        <ProblemAlert error={result.error} onRetry={() => void result.refetch()} />
      ) : (
        <DelayedSkeleton rows={8} />
      )}
    </>
  );
}

function Figures({ overview, search }: { overview: SupportOverview; search: OverviewSearch }) {
  const { total, specialists, municipalities, organisations } = overview;
  const days = search.year ? daysOf(search.year) : {};
  const toSessions = (filter: object) =>
    ({
      to: '/support/specialists/sessions',
      search: { ...days, municipality: search.municipality, ...filter },
    }) as const;
  return (
    <div className={classes.stack}>
      <Card>
        <p className={classes.figure}>
          <strong>{words.reached(formatCount(total.children, forms.children))}</strong>
          <span className={classes.soft}>
            {[
              formatCount(total.held, forms.sessions),
              `${words.requested.toLowerCase()}: ${formatCount(total.requested, forms.requests)}`,
              `${words.adults.toLowerCase()}: ${formatNumber(total.teachers + total.parents)}`,
            ].join(' · ')}
          </span>
          <span className={classes.soft}>{words.once}</span>
        </p>
      </Card>
      <Loads
        title={words.specialists}
        name={words.name}
        rows={specialists.map(({ specialist, load }) => ({
          key: specialist,
          name: kindNames[specialist],
          load,
          link: toSessions({ specialist }),
        }))}
      />
      {municipalities.length > 1 ? (
        <Loads
          title={words.municipalities}
          name={words.name}
          rows={municipalities.map(({ code, name, load }) => ({
            key: code,
            name: shortPlace(name),
            load,
            link: toSessions({ municipality: code }),
          }))}
        />
      ) : null}
      <Loads
        title={words.organisations}
        name={words.name}
        rows={organisations.map(({ id, name, municipality, load }) => ({
          key: id,
          name: municipality ? `${name}, ${shortPlace(municipality)}` : name,
          load,
          link: toSessions({ organisation: id }),
        }))}
      />
      <OtherActs overview={overview} />
    </div>
  );
}

/** Visits and consultations in two sentences. */
export function OtherActs({ overview }: { overview: SupportOverview }) {
  const { visits, lessons, visitedTeachers, consultations, consultedTeachers, consultedParents, consultedHeads } =
    overview;
  return (
    <Card title={words.other}>
      <div className={classes.item}>
        <span>
          {words.visits(
            formatCount(visits, forms.visits),
            formatCount(lessons, forms.lessons),
            formatCount(visitedTeachers, words.teachersReached),
          )}
        </span>
        <span>
          {words.consultations(formatCount(consultations, forms.consultations))}:{' '}
          {words.people(formatNumber(consultedTeachers), formatNumber(consultedParents), formatNumber(consultedHeads))}
        </span>
      </div>
    </Card>
  );
}
