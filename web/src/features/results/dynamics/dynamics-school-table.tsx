import type { DynamicsSchool, MeanComparison } from '@/api/gen/types.gen';
import { useMe } from '@/api/session';
import { categoryName } from '@/api/terms';
import { formatMean, formatNumber, missing } from '@/lib/format';
import { shortPlace } from '@/lib/places';
import { type Column, DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import { isTrend, Trend } from '@/ui/trend';
import { ru } from './ru';
import type { Question } from './search';

interface Props {
  rows: readonly DynamicsSchool[];
  question: Question;
  sort: string;
  onSort: (sort: string | undefined) => void;
  paging: { page: number; pageSize: number; total: number; onPage: (page: number) => void };
  stale: boolean;
}

/** Schools with both means; of two main subjects, each subject with its own. */
export function DynamicsSchoolTable({ rows, question, ...table }: Props) {
  const { region } = useMe();
  const { assessment, subject, year } = question;
  // ВПР and basic mathematics are graded «2»–«5»: their means differ in the second digit.
  const scale = assessment === 'VPR' || subject.code === 'mathematics-basic' ? 'marks' : 'points';
  const columns: Column<DynamicsSchool>[] = [
    { id: 'school', header: ru.columns.school, sort: 'name', card: 'title', cell: ({ school }) => school.name },
    {
      id: 'municipality',
      header: ru.columns.municipality,
      nowrap: true,
      sort: 'municipality',
      cell: ({ school }) => shortPlace(school.municipality.name),
    },
    {
      id: 'category',
      header: ru.columns.category,
      nowrap: true,
      cell: ({ category }) => (category ? categoryName(category, region) : missing),
    },
    ...(subject.code === 'main' ? mainColumns : meanColumns(year, scale)),
  ];
  return (
    <DataTable
      caption={ru.schools}
      columns={columns}
      rows={rows}
      rowKey={({ school }) => school.id}
      rowLink={({ school }) => ({
        to: '/schools/$schoolId/results',
        params: { schoolId: school.id },
        search: { assessment, grade: question.grade, subject: subject.code === 'main' ? undefined : subject.code },
      })}
      empty={<EmptyState title={ru.noSchools}>{ru.noSchoolsText}</EmptyState>}
      {...table}
    />
  );
}

function meanColumns(year: number, scale: 'points' | 'marks'): Column<DynamicsSchool>[] {
  return [
    {
      id: 'before',
      header: ru.columns.before(year - 1),
      align: 'right',
      cell: ({ before }) => formatMean(before?.mean, scale),
    },
    {
      id: 'after',
      header: ru.columns.after(year),
      align: 'right',
      sort: 'after',
      cell: ({ after, small }) => (
        <span>
          {formatMean(after?.mean, scale)}
          {small ? <abbr title={ru.fewPupils}>*</abbr> : null}
        </span>
      ),
    },
    {
      id: 'change',
      header: ru.columns.change,
      align: 'right',
      sort: 'change',
      cell: ({ direction, change }) => {
        if (!direction) return missing;
        return isTrend(direction) ? (
          <Trend direction={direction} change={change} digits={scale === 'marks' ? 2 : 1} />
        ) : (
          ru.directions[direction]
        );
      },
    },
    {
      id: 'participants',
      header: ru.columns.participants,
      align: 'right',
      cell: ({ after }) => formatNumber(after?.participants),
    },
  ];
}

const mainColumns: Column<DynamicsSchool>[] = [
  { id: 'russian', header: ru.columns.russian, align: 'right', cell: ({ russian }) => <Comparison of={russian} /> },
  {
    id: 'mathematics',
    header: ru.columns.mathematics,
    align: 'right',
    cell: ({ mathematics }) => <Comparison of={mathematics} />,
  },
];

/** «3,41 → 3,55 ▲ +0,14». */
function Comparison({ of }: { of: MeanComparison | null }) {
  if (!of) return missing;
  return (
    <span>
      {formatMean(of.before?.mean, 'marks')} → {formatMean(of.after?.mean, 'marks')}{' '}
      {isTrend(of.direction) ? <Trend direction={of.direction} change={of.change} digits={2} /> : null}
    </span>
  );
}
