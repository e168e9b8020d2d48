import { useSuspenseQuery } from '@tanstack/react-query';
import { municipalitiesOptions } from '@/api/dictionaries';
import type { AddressedPlace, RecommendationDetails, RecommendationFigure } from '@/api/gen/types.gen';
import { useMe } from '@/api/session';
import { missing } from '@/lib/format';
import { formatPeriod } from '@/lib/periods';
import { Card } from '@/ui/card';
import { type Column, DataTable } from '@/ui/data-table';
import { PlaceLink } from './place-link';
import classes from './recommendations.module.css';
import { card } from './ru';

/** The figures that caused it, as they stood then, with the way to whose they are. */
export function FiguresCard({ recommendation: { figures, to } }: { recommendation: RecommendationDetails }) {
  const { region } = useMe();
  const municipalities = useSuspenseQuery(municipalitiesOptions()).data;
  if (figures.length === 0)
    return (
      <Card title={card.figures}>
        <span className={classes.soft}>{card.noFigures}</span>
      </Card>
    );
  const placeOf = ({ schoolId, municipalityCode }: RecommendationFigure): AddressedPlace => {
    const own = schoolId === to.schoolId && (schoolId !== null || municipalityCode === to.municipalityCode);
    const name = schoolId ? card.school : municipalities.find(({ code }) => code === municipalityCode)?.name;
    return { regionCode: to.regionCode, schoolId, municipalityCode, name: own ? to.name : (name ?? region.name) };
  };
  const columns: Column<RecommendationFigure>[] = [
    { id: 'indicator', header: card.columns.indicator, card: 'title', width: '40%', cell: (row) => row.indicator },
    { id: 'place', header: card.columns.place, cell: (row) => <PlaceLink place={placeOf(row)} /> },
    { id: 'period', header: card.columns.period, cell: ({ period }) => formatPeriod(period) },
    { id: 'figure', header: card.columns.figure, align: 'right', cell: ({ figure }) => figure },
    { id: 'target', header: card.columns.target, align: 'right', cell: ({ target }) => target ?? missing },
  ];
  return (
    <Card title={card.figures} flush>
      <DataTable
        plain
        caption={card.figures}
        columns={columns}
        rows={figures}
        rowKey={(row) => `${row.indicatorId} ${row.period} ${row.schoolId} ${row.municipalityCode}`}
      />
      <p className={classes.note}>{card.figuresNote}</p>
    </Card>
  );
}
