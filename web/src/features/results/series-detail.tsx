import { useComputedColorScheme } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { SchoolResultSeries } from '@/api/gen/types.gen';
import { assessmentNames } from '@/api/terms';
import { formatChange } from '@/lib/format';
import { Card } from '@/ui/card';
import { Chart } from '@/ui/chart';
import { narrow, palette } from '@/ui/tokens';
import { MarkYears } from './mark-years';
import { difference, regionMean } from './model';
import classes from './results.module.css';
import { ru } from './ru';
import { seriesOption } from './series-chart';
import { YearTable } from './year-table';

/** One subject: the line against the region, marks by year, and every figure in a table. */
export function SeriesDetail({ series }: { series: SchoolResultSeries }) {
  const scheme = useComputedColorScheme('light');
  const small = useMediaQuery(narrow, false, { getInitialValueInEffect: false });
  const withMarks = series.points.some((point) => point.marks);
  return (
    <Card title={ru.details(series.subjectName)}>
      <div className={classes.stack}>
        <div className={withMarks ? classes.detail : undefined}>
          <Chart
            title={headline(series)}
            subtitle={`${assessmentNames[series.assessment]}, ${series.scale === 'marks' ? ru.meanMarks.toLowerCase() : ru.mean.toLowerCase()}`}
            option={(forPaper) => seriesOption(series, palette[forPaper ? 'light' : scheme], small && !forPaper)}
            height={260}
            fileName={`${series.subjectName} – ${assessmentNames[series.assessment]}`}
          />
          {withMarks ? <MarkYears series={series} /> : null}
        </div>
        <YearTable series={series} />
      </div>
    </Card>
  );
}

/** The answer to «where is the school against the region» in the newest year that has both. */
function headline(series: SchoolResultSeries): string {
  const digits = series.scale === 'marks' ? 2 : 1;
  for (const point of [...series.points].reverse()) {
    const region = regionMean(point);
    if (point.mean == null || !region) continue;
    const gap = difference(point.mean, region.mean);
    const by = formatChange(Math.abs(gap), digits).replace('+', '');
    const name = `${series.subjectName} ${point.year}`;
    if (gap === 0) return ru.chartAnswer.equal(name);
    return gap > 0 ? ru.chartAnswer.above(name, by) : ru.chartAnswer.below(name, by);
  }
  return ru.chartAnswer.alone(series.subjectName);
}
