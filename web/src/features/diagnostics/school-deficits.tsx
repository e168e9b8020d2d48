import { useQuery } from '@tanstack/react-query';
import { formatNumber } from '@/lib/format';
import { Card } from '@/ui/card';
import { type Column, DataTable } from '@/ui/data-table';
import { LinkButton } from '@/ui/link-button';
import classes from './diagnostics.module.css';
import { schoolCountsOptions } from './queries';
import { ofSchool, counts as text } from './ru';
import { overviewWords } from './words';

type Row = { key: string; name: string; deficient: number; diagnosed: number };

/** Deficits of a school's teachers within the year, for its card. */
export function SchoolDeficits({ schoolId, year }: { schoolId: string; year: number }) {
  const counted = useQuery(schoolCountsOptions(schoolId, year)).data;
  if (!counted) return null;
  const columns: Column<Row>[] = [
    { id: 'name', header: text.name.deficit, card: 'title', width: '60%', cell: ({ name }) => name },
    { id: 'deficient', header: text.measured, align: 'right', cell: ({ deficient }) => formatNumber(deficient) },
    { id: 'diagnosed', header: text.diagnosed, align: 'right', cell: ({ diagnosed }) => formatNumber(diagnosed) },
  ];
  return (
    <Card
      title={ofSchool.title}
      flush={counted.rows.length > 0}
      aside={
        <LinkButton variant="subtle" size="compact-sm" to="/training/diagnostics/chains">
          {ofSchool.open}
        </LinkButton>
      }
    >
      <p className={classes.soft} style={{ margin: 0, padding: counted.rows.length > 0 ? '12px 16px 0' : 0 }}>
        {counted.diagnosed > 0 ? overviewWords(counted) : ofSchool.none(year)}
      </p>
      {counted.rows.length > 0 ? (
        <DataTable
          caption={ofSchool.caption}
          columns={columns}
          rows={counted.rows}
          rowKey={({ key }) => key}
          empty={null}
          plain
        />
      ) : null}
    </Card>
  );
}
