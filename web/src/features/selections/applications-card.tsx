import { Button } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ApplicationSummary, SelectionDetails } from '@/api/gen/types.gen';
import { formatDay, formatNumber, missing } from '@/lib/format';
import { shortPlace } from '@/lib/places';
import { Card } from '@/ui/card';
import { type Column, DataTable } from '@/ui/data-table';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { ProblemAlert } from '@/ui/problem-alert';
import { StatusBadge } from '@/ui/status-badge';
import { ApplicationBadge } from './badges';
import { applicationsFile, applicationsOptions } from './queries';
import { card } from './ru';
import classes from './selections.module.css';

/** A score as it is told: thousandths are kept, trailing noughts are not. */
export const scoreWords = (thousandths: number | null) =>
  thousandths === null ? missing : formatNumber(thousandths / 1_000, 3);

/** The applications that the caller reads, and what may be known of their marks. */
export function ApplicationsCard({ selection }: { selection: SelectionDetails }) {
  const { id, editable, isExpert, state, experts } = selection;
  const { data, error, refetch } = useQuery(applicationsOptions(id));
  const rows = data?.items ?? [];
  const scored = rows.some(({ place }) => place !== null);
  const columns: Column<ApplicationSummary>[] = [
    ...(scored
      ? [{ id: 'place', header: card.columns.place, nowrap: true, cell: placeOf } satisfies Column<ApplicationSummary>]
      : []),
    { id: 'school', header: card.columns.school, card: 'title', cell: ({ school }) => school },
    {
      id: 'municipality',
      header: card.columns.municipality,
      card: 'text',
      cell: ({ municipality }) => shortPlace(municipality),
    },
    {
      id: 'state',
      header: card.columns.state,
      nowrap: true,
      cell: ({ state: of, won }) =>
        won ? <StatusBadge tone="good">{card.won}</StatusBadge> : <ApplicationBadge state={of} />,
    },
    ...(editable
      ? [
          {
            id: 'sheets',
            header: card.columns.sheets,
            align: 'right',
            nowrap: true,
            cell: ({ sheets }) => card.sheetsOf(formatNumber(sheets ?? 0), formatNumber(experts)),
          } satisfies Column<ApplicationSummary>,
        ]
      : []),
    ...(isExpert && state === 'Marking'
      ? [{ id: 'mine', header: card.columns.mine, nowrap: true, cell: mineOf } satisfies Column<ApplicationSummary>]
      : []),
    ...(scored
      ? [
          {
            id: 'score',
            header: card.columns.score,
            align: 'right',
            nowrap: true,
            cell: ({ scoreThousandths }) => scoreWords(scoreThousandths),
          } satisfies Column<ApplicationSummary>,
        ]
      : []),
  ];
  const sorted = scored ? [...rows].sort((a, b) => (a.place ?? rows.length + 1) - (b.place ?? rows.length + 1)) : rows;
  return (
    <Card
      title={card.applications}
      aside={
        rows.length > 0 ? (
          <Button
            component="a"
            href={applicationsFile(id)}
            download
            size="compact-md"
            variant="default"
            leftSection={<IconFileSpreadsheet size={16} aria-hidden="true" />}
          >
            {card.excel}
          </Button>
        ) : undefined
      }
    >
      {error ? <ProblemAlert error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <DelayedSkeleton /> : null}
      {data && rows.length === 0 ? (
        <p className={classes.none}>
          {state === 'Upcoming' || state === 'Accepting'
            ? card.noneYet(formatDay(selection.opensOn), formatDay(selection.closesOn))
            : card.none}
        </p>
      ) : null}
      {rows.length > 0 ? (
        <DataTable
          caption={card.caption}
          columns={columns}
          rows={sorted}
          rowKey={({ id: applicationId }) => applicationId}
          rowLink={({ id: applicationId }) => ({
            to: '/support/selections/$selectionId/applications/$applicationId',
            params: { selectionId: id, applicationId },
          })}
          empty={null}
        />
      ) : null}
      {state === 'Marking' && (editable || isExpert) ? <p className={classes.none}>{card.blind}</p> : null}
    </Card>
  );
}

const placeOf = ({ place }: ApplicationSummary) => (place === null ? missing : formatNumber(place));

function mineOf({ judged, state }: ApplicationSummary) {
  if (state !== 'Submitted') return missing;
  if (judged === null) return card.own;
  return judged ? (
    <StatusBadge tone="good">{card.judged}</StatusBadge>
  ) : (
    <StatusBadge tone="attention">{card.toJudge}</StatusBadge>
  );
}
