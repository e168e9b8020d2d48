import { Button, Select } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { cohortsOptions, municipalitiesOptions } from '@/api/dictionaries';
import type { CourseEffect, DeficitChainRow, DeficitProgress } from '@/api/gen/types.gen';
import { formatDay, formatNumber, missing } from '@/lib/format';
import { Card } from '@/ui/card';
import { type Column, DataTable } from '@/ui/data-table';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { EmptyState } from '@/ui/empty-state';
import { SearchField } from '@/ui/filter-bar';
import { PageHeader } from '@/ui/page-header';
import { ProblemAlert } from '@/ui/problem-alert';
import { StatusBadge } from '@/ui/status-badge';
import classes from './diagnostics.module.css';
import { fileOf, pageSize, toChains } from './filters';
import { chainCountsOptions, chainsOptions, deficitsOptions } from './queries';
import { card, outcomeNames, ru, chains as text } from './ru';
import { type ChainSearch, outcomes } from './search';
import { Views } from './views';

interface Props {
  search: ChainSearch;
  onSearch: (next: ChainSearch) => void;
}

/** Deficit → course → result: what changed after courses, in counts and person by person. */
export function ChainsPage({ search, onSearch }: Props) {
  const counts = useQuery(chainCountsOptions(search));
  const nothing = counts.data?.deficits.length === 0;
  return (
    <>
      <Views open="chains" />
      <PageHeader
        title={text.title}
        answer={text.answer}
        actions={
          nothing ? null : (
            <Button
              component="a"
              href={fileOf('deficit-chains', toChains(search))}
              download
              variant="default"
              leftSection={<IconDownload size={18} aria-hidden="true" />}
            >
              {text.file}
            </Button>
          )
        }
      />
      <Filters search={search} onSearch={onSearch} />
      {counts.error ? <ProblemAlert error={counts.error} onRetry={() => void counts.refetch()} /> : null}
      {counts.data ? (
        nothing ? (
          <EmptyState title={text.none}>{text.noneText}</EmptyState>
        ) : (
          <div className={classes.stack}>
            <Progress
              rows={counts.data.deficits}
              onPick={(deficit) => onSearch({ ...search, deficit, page: undefined })}
            />
            <Effects rows={counts.data.courses} />
            <People search={search} onSearch={onSearch} />
          </div>
        )
      ) : (
        <DelayedSkeleton rows={8} />
      )}
    </>
  );
}

function Filters({ search, onSearch }: Props) {
  const municipalities = useSuspenseQuery(municipalitiesOptions()).data;
  const cohorts = useSuspenseQuery(cohortsOptions()).data;
  const choice = (key: 'municipality' | 'cohort', label: string, data: { value: string; label: string }[]) => (
    <Select
      label={label}
      placeholder={card.foundAny}
      data={data}
      value={search[key] ?? null}
      onChange={(value) => onSearch({ ...search, [key]: value ?? undefined, page: undefined })}
      clearable
      searchable={data.length > 12}
      clearButtonProps={{ 'aria-label': ru.clear(label) }}
    />
  );
  return (
    <div className={`${classes.filters} no-print`}>
      {municipalities.length > 1
        ? choice(
            'municipality',
            ru.fields.municipality,
            municipalities.map(({ code, name }) => ({ value: code, label: name })),
          )
        : null}
      {cohorts.length > 0
        ? choice(
            'cohort',
            text.cohort,
            cohorts.map(({ id, name }) => ({ value: id, label: name })),
          )
        : null}
    </div>
  );
}

function Progress({ rows, onPick }: { rows: readonly DeficitProgress[]; onPick: (deficit: string) => void }) {
  const number = (
    id: 'found' | 'noCourse' | 'onCourse' | 'notMeasured' | 'remains',
    header: string,
  ): Column<DeficitProgress> => ({ id, header, align: 'right', cell: (row) => formatNumber(row[id]) });
  const columns: Column<DeficitProgress>[] = [
    {
      id: 'name',
      header: text.deficit,
      card: 'title',
      width: '34%',
      cell: ({ deficit, name }) => (
        <Button
          variant="transparent"
          size="compact-sm"
          style={{ padding: 0, height: 'auto', whiteSpace: 'normal', textAlign: 'left' }}
          onClick={() => onPick(deficit)}
        >
          {name}
        </Button>
      ),
    },
    number('found', text.found),
    number('noCourse', text.noCourse),
    number('onCourse', text.onCourse),
    number('notMeasured', text.notMeasured),
    {
      id: 'closed',
      header: text.closed,
      align: 'right',
      cell: ({ closed, closedWithoutCourse }) => formatNumber(closed + closedWithoutCourse),
    },
    number('remains', text.remains),
  ];
  return (
    <Card title={text.byDeficit} flush>
      <DataTable
        caption={text.byDeficit}
        columns={columns}
        rows={rows}
        rowKey={({ deficit }) => deficit}
        empty={null}
        plain
      />
    </Card>
  );
}

function Effects({ rows }: { rows: readonly CourseEffect[] }) {
  const columns: Column<CourseEffect>[] = [
    {
      id: 'title',
      header: text.course,
      card: 'title',
      width: '34%',
      cell: ({ course, title }) => (
        <Link to="/training/courses/$courseId" params={{ courseId: course }}>
          {title}
        </Link>
      ),
    },
    { id: 'name', header: text.deficit, card: 'text', cell: ({ name }) => name },
    { id: 'completed', header: text.completed, align: 'right', cell: ({ completed }) => formatNumber(completed) },
    {
      id: 'effect',
      header: text.effect,
      align: 'right',
      nowrap: true,
      cell: ({ closed, remains }) =>
        closed + remains > 0 ? text.effectOf(formatNumber(closed), formatNumber(closed + remains)) : missing,
    },
    {
      id: 'notMeasured',
      header: text.notMeasured,
      align: 'right',
      cell: ({ notMeasured }) => formatNumber(notMeasured),
    },
  ];
  return (
    <Card title={text.byCourse} flush={rows.length > 0}>
      {rows.length > 0 ? (
        <DataTable
          caption={text.byCourse}
          columns={columns}
          rows={rows}
          rowKey={({ course, deficit }) => `${course} ${deficit}`}
          empty={null}
          plain
        />
      ) : (
        <span className={classes.soft}>{text.noEffect}</span>
      )}
    </Card>
  );
}

function People({ search, onSearch }: Props) {
  const list = useQuery(chainsOptions(search));
  const deficits = useSuspenseQuery(deficitsOptions()).data;
  const change = (next: Partial<ChainSearch>) => onSearch({ ...search, ...next, page: undefined });
  const columns: Column<DeficitChainRow>[] = [
    {
      id: 'teacher',
      header: text.columns.teacher,
      card: 'title',
      width: '26%',
      cell: ({ teacher }) => (
        <>
          <Link to="/training/teachers/$teacherId" params={{ teacherId: teacher.id }}>
            {teacher.name ?? card.anonymous}
          </Link>
          <span className={classes.under}>{teacher.school}</span>
        </>
      ),
    },
    {
      id: 'deficit',
      header: text.deficit,
      card: 'text',
      cell: ({ name, foundOn }) => (
        <>
          {name}
          <span className={classes.under}>{`${text.columns.foundOn.toLowerCase()} ${formatDay(foundOn)}`}</span>
        </>
      ),
    },
    {
      id: 'course',
      header: text.columns.course,
      cell: ({ course }) =>
        course ? (
          <>
            <Link to="/training/runs/$runId" params={{ runId: course.runId }}>
              {course.title}
            </Link>
            <span className={classes.under}>{text.until(formatDay(course.endsOn))}</span>
          </>
        ) : (
          missing
        ),
    },
    {
      id: 'outcome',
      header: text.columns.outcome,
      cell: ({ outcome, measuredOn, deficit }) => {
        const { word, tone } = outcomeNames[outcome];
        return (
          <>
            <StatusBadge tone={tone}>{word}</StatusBadge>
            {measuredOn ? <span className={classes.under}>{formatDay(measuredOn)}</span> : null}
            {outcome === 'NoCourse' || outcome === 'Remains' ? (
              <Link className={`${classes.under} no-print`} to="/training/courses" search={{ deficit }}>
                {text.courses}
              </Link>
            ) : null}
          </>
        );
      },
    },
  ];
  return (
    <Card title={text.list} flush>
      <div className={`${classes.filters} no-print`} style={{ padding: '12px 16px 0' }}>
        <SearchField label={text.search} value={search.search} onChange={(value) => change({ search: value })} />
        <Select
          label={text.deficit}
          placeholder={card.foundAny}
          data={deficits.map(({ code, name }) => ({ value: code, label: name }))}
          value={search.deficit ?? null}
          onChange={(deficit) => change({ deficit: deficit ?? undefined })}
          clearable
          searchable
          clearButtonProps={{ 'aria-label': ru.clear(text.deficit) }}
        />
        <Select
          label={text.outcome}
          placeholder={card.foundAny}
          data={outcomes.map((value) => ({ value, label: outcomeNames[value].word }))}
          value={search.outcome ?? null}
          onChange={(outcome) => change({ outcome: (outcome as ChainSearch['outcome']) ?? undefined })}
          clearable
          clearButtonProps={{ 'aria-label': ru.clear(text.outcome) }}
        />
      </div>
      {list.error ? <ProblemAlert error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.data ? (
        <DataTable
          caption={text.caption}
          columns={columns}
          rows={list.data.items}
          rowKey={({ teacher, deficit }) => `${teacher.id} ${deficit}`}
          paging={{
            page: search.page ?? 1,
            pageSize,
            total: list.data.total,
            onPage: (page) => onSearch({ ...search, page: page > 1 ? page : undefined }),
          }}
          stale={list.isPlaceholderData}
          empty={<EmptyState title={text.nothing}>{ru.nothingText}</EmptyState>}
          plain
        />
      ) : (
        <DelayedSkeleton rows={6} />
      )}
    </Card>
  );
}
