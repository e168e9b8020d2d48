import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { subjectsOptions } from '@/api/dictionaries';
import type { DeficitSummary } from '@/api/gen/types.gen';
import { useCan } from '@/api/session';
import { formatCount } from '@/lib/format';
import { type Column, DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import { lazyDialog } from '@/ui/lazy-dialog';
import { PageHeader } from '@/ui/page-header';
import { StatusBadge } from '@/ui/status-badge';
import classes from './diagnostics.module.css';
import { deficitsOptions } from './queries';
import { deficitKinds, dictionary as text } from './ru';
import { Views } from './views';

const DeficitDialog = lazyDialog(async () => (await import('./deficit-dialog')).DeficitDialog);

/** The region's list of deficits: what diagnostics measure and courses mend. Its operator writes it. */
export function DictionaryPage() {
  const deficits = useSuspenseQuery(deficitsOptions()).data;
  const subjects = useSuspenseQuery(subjectsOptions()).data;
  const mayWrite = useCan('settings:write');
  const [open, setOpen] = useState<{ deficit?: DeficitSummary }>();
  const add = mayWrite ? (
    <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setOpen({})}>
      {text.add}
    </Button>
  ) : null;
  const columns: Column<DeficitSummary>[] = [
    {
      id: 'name',
      header: text.fields.name,
      card: 'title',
      width: '44%',
      cell: ({ name, code, retiredOn }) => (
        <>
          <span className={classes.name}>
            {name}
            {retiredOn ? <StatusBadge tone="neutral">{text.retired}</StatusBadge> : null}
          </span>
          <span className={classes.under}>{code}</span>
        </>
      ),
    },
    { id: 'kind', header: text.fields.kind, cell: ({ kind }) => deficitKinds[kind] },
    {
      id: 'subject',
      header: text.fields.subject,
      cell: ({ subject }) =>
        subject ? (subjects.find(({ code }) => code === subject)?.name ?? subject) : text.noSubject,
    },
    {
      id: 'courses',
      header: text.fields.courses,
      cell: ({ code, courses }) =>
        courses > 0 ? (
          <Link to="/training/courses" search={{ deficit: code }}>
            {formatCount(courses, text.courses)}
          </Link>
        ) : (
          <span className={classes.soft}>{text.noCourses}</span>
        ),
    },
    ...(mayWrite
      ? [
          {
            id: 'actions',
            header: text.actions,
            quiet: true,
            screenOnly: true,
            cell: (deficit: DeficitSummary) => (
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={text.changeOf(deficit.name)}
                onClick={() => setOpen({ deficit })}
              >
                {text.change}
              </Button>
            ),
          } satisfies Column<DeficitSummary>,
        ]
      : []),
  ];
  return (
    <>
      <Views open="dictionary" />
      <PageHeader title={text.title} answer={text.answer} actions={deficits.length > 0 ? add : null} />
      <DataTable
        caption={text.title}
        columns={columns}
        rows={deficits}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title={text.empty} action={add}>
            {mayWrite ? text.emptyText : text.emptyReader}
          </EmptyState>
        }
      />
      {open ? <DeficitDialog deficit={open.deficit} onClose={() => setOpen(undefined)} /> : null}
    </>
  );
}
