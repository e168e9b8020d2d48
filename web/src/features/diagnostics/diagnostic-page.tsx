import { Button, Select } from '@mantine/core';
import { IconDownload, IconPencil, IconTablePlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { ifMatch } from '@/api/client';
import { subjectsOptions } from '@/api/dictionaries';
import { removeDiagnostic } from '@/api/gen/sdk.gen';
import type { DiagnosticDetails, DiagnosticResultSummary } from '@/api/gen/types.gen';
import type { Problem } from '@/api/problem';
import { useMe } from '@/api/session';
import { formatCount, formatDay, formatNumber } from '@/lib/format';
import { today } from '@/lib/today';
import { Card } from '@/ui/card';
import { type Column, DataTable } from '@/ui/data-table';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { EmptyState } from '@/ui/empty-state';
import { Facts } from '@/ui/facts';
import { SearchField } from '@/ui/filter-bar';
import { lazyDialog } from '@/ui/lazy-dialog';
import { LinkButton } from '@/ui/link-button';
import { PageHeader } from '@/ui/page-header';
import { ProblemAlert } from '@/ui/problem-alert';
import { StatusBadge } from '@/ui/status-badge';
import { doneToast } from '@/ui/toast';
import classes from './diagnostics.module.css';
import { fileOf, pageSize, toResults } from './filters';
import { FindingWords } from './finding-words';
import { diagnosticOptions, diagnosticsChanged, resultsOptions } from './queries';
import { card, formNames, kindNames, levelNames, ofPeople, ru, timeNames } from './ru';
import type { ResultSearch } from './search';
import { daysWords, timeOf } from './words';

const RecordDialog = lazyDialog(async () => (await import('./record-dialog')).RecordDialog);
const ResultDialog = lazyDialog(async () => (await import('./result-dialog')).ResultDialog);

interface Props {
  diagnosticId: string;
  search: ResultSearch;
  onSearch: (next: ResultSearch) => void;
}

export function DiagnosticPage({ diagnosticId, search, onSearch }: Props) {
  const one = useSuspenseQuery(diagnosticOptions(diagnosticId)).data;
  const [recording, setRecording] = useState(false);
  const { word, tone } = timeNames[timeOf(one, today(useMe().region.timeZone))];
  const add = one.takesResults ? (
    <Button leftSection={<IconTablePlus size={18} aria-hidden="true" />} onClick={() => setRecording(true)}>
      {card.addResults}
    </Button>
  ) : null;
  return (
    <>
      <PageHeader
        title={one.title}
        above={
          <p className={classes.above}>
            <Link to="/training/diagnostics">{ru.title}</Link>
            <StatusBadge tone={tone}>{word}</StatusBadge>
          </p>
        }
        answer={
          one.teachers > 0
            ? card.answer(formatNumber(one.deficient), formatCount(one.teachers, ofPeople))
            : daysWords(one.fromOn, one.untilOn)
        }
        actions={
          <>
            {one.editable ? <Actions one={one} /> : null}
            {add}
          </>
        }
      />
      <div className={classes.columns}>
        <div className={classes.stack}>
          <Results one={one} search={search} onSearch={onSearch} add={add} />
        </div>
        <About one={one} />
      </div>
      {recording ? <RecordDialog one={one} onClose={() => setRecording(false)} /> : null}
    </>
  );
}

function Actions({ one }: { one: DiagnosticDetails }) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const remove = useMutation<unknown, Problem, void>({
    mutationKey: ['remove-diagnostic', one.id],
    mutationFn: () => removeDiagnostic({ path: { id: one.id }, headers: ifMatch(one.version), throwOnError: true }),
    onSuccess: async () => {
      doneToast(card.removed);
      await navigate({ to: '/training/diagnostics' });
      await diagnosticsChanged(queryClient);
    },
  });
  return (
    <>
      {remove.error ? <ProblemAlert error={remove.error} /> : null}
      {one.teachers === 0 ? (
        <Button variant="default" loading={remove.isPending} onClick={() => remove.mutate()}>
          {card.remove}
        </Button>
      ) : null}
      <LinkButton
        variant="default"
        to="/training/diagnostics/$diagnosticId/edit"
        params={{ diagnosticId: one.id }}
        leftSection={<IconPencil size={18} aria-hidden="true" />}
      >
        {card.edit}
      </LinkButton>
    </>
  );
}

interface ResultsProps {
  one: DiagnosticDetails;
  search: ResultSearch;
  onSearch: (next: ResultSearch) => void;
  add: ReactNode;
}

function Results({ one, search, onSearch, add }: ResultsProps) {
  const list = useQuery(resultsOptions(one.id, search));
  const [open, setOpen] = useState<DiagnosticResultSummary>();
  const filtered = Boolean(search.search || search.found);
  const columns: Column<DiagnosticResultSummary>[] = [
    {
      id: 'name',
      header: card.columns.name,
      card: 'title',
      width: '34%',
      cell: ({ teacher, attempt }) => (
        <>
          <Link to="/training/teachers/$teacherId" params={{ teacherId: teacher.id }}>
            {teacher.name ?? card.anonymous}
          </Link>
          <span className={classes.under}>
            {teacher.school}
            {attempt > 1 ? `, ${card.attempt(attempt)}` : null}
          </span>
        </>
      ),
    },
    {
      id: 'on',
      header: card.columns.on,
      nowrap: true,
      cell: ({ on, level }) => (
        <>
          {formatDay(on)}
          {level ? <span className={classes.under}>{levelNames[level]}</span> : null}
        </>
      ),
    },
    {
      id: 'findings',
      header: card.columns.findings,
      card: 'text',
      cell: ({ findings }) => <FindingWords findings={findings} />,
    },
    ...(one.takesResults
      ? [
          {
            id: 'actions',
            header: card.actions,
            quiet: true,
            screenOnly: true,
            cell: (row: DiagnosticResultSummary) => (
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={card.changeOf(row.teacher.name ?? card.anonymous)}
                onClick={() => setOpen(row)}
              >
                {card.change}
              </Button>
            ),
          } satisfies Column<DiagnosticResultSummary>,
        ]
      : []),
  ];
  if (list.error) return <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <DelayedSkeleton rows={6} />;
  const { items, total } = list.data;
  return (
    <Card
      title={card.results}
      flush={total > 0}
      aside={
        total > 0 ? (
          <Button
            component="a"
            href={fileOf('diagnostic-results', toResults(one.id, search))}
            download
            variant="subtle"
            size="compact-sm"
            leftSection={<IconDownload size={16} aria-hidden="true" />}
          >
            {card.file}
          </Button>
        ) : null
      }
    >
      {total === 0 && !filtered ? (
        <EmptyState title={card.noResults} action={add}>
          {card.noResultsText}
        </EmptyState>
      ) : (
        <>
          <div className={`${classes.filters} no-print`} style={{ padding: '12px 16px 0' }}>
            <SearchField
              label={card.search}
              value={search.search}
              onChange={(value) => onSearch({ ...search, search: value, page: undefined })}
            />
            <Select
              label={card.found}
              data={[
                { value: 'yes', label: card.foundYes },
                { value: 'no', label: card.foundNo },
              ]}
              placeholder={card.foundAny}
              value={search.found ?? null}
              onChange={(found) =>
                onSearch({ ...search, found: (found as 'yes' | 'no') ?? undefined, page: undefined })
              }
              clearable
              clearButtonProps={{ 'aria-label': ru.clear(card.found) }}
            />
          </div>
          <DataTable
            caption={card.results}
            columns={columns}
            rows={items}
            rowKey={({ id }) => id}
            paging={{
              page: search.page ?? 1,
              pageSize,
              total,
              onPage: (page) => onSearch({ ...search, page: page > 1 ? page : undefined }),
            }}
            stale={list.isPlaceholderData}
            empty={<EmptyState title={card.noneFound}>{ru.nothingText}</EmptyState>}
            plain
          />
        </>
      )}
      {open ? <ResultDialog one={one} result={open} onClose={() => setOpen(undefined)} /> : null}
    </Card>
  );
}

function About({ one }: { one: DiagnosticDetails }) {
  const subjects = useSuspenseQuery(subjectsOptions()).data;
  const facts: [string, ReactNode][] = [
    [ru.fields.dates, daysWords(one.fromOn, one.untilOn)],
    [ru.fields.kind, kindNames[one.kind]],
    [
      ru.fields.subject,
      one.subject ? (subjects.find(({ code }) => code === one.subject)?.name ?? one.subject) : card.all,
    ],
    [ru.fields.form, formNames[one.form]],
    [ru.fields.provider, one.provider?.name ?? card.unknown],
    [ru.fields.municipality, one.municipality?.name ?? ru.region],
  ];
  return (
    <div className={classes.stack}>
      <Card title={card.about}>
        <Facts items={facts} />
      </Card>
      <Card title={card.measures}>
        <ul className={classes.items}>
          {one.measures.map(({ deficit, name, maximum, threshold }) => (
            <li key={deficit}>
              {name}
              <span className={classes.under}>
                {maximum != null && threshold != null
                  ? card.scale(formatNumber(maximum), formatNumber(threshold))
                  : card.yesNo}
              </span>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}
