import type { SchoolResultSeries } from '@/api/gen/types.gen';
import { formatNumber } from '@/lib/format';
import { MarkBar, MarkLegend } from '@/ui/mark-bar';
import { shareText } from './model';
import classes from './results.module.css';
import { ru } from './ru';

/** Marks of each year as a bar, with quality and success. */
export function MarkYears({ series }: { series: SchoolResultSeries }) {
  return (
    <div>
      <h3 className={classes.subhead}>{ru.marksTitle}, %</h3>
      <div className={classes.marks}>
        {[...series.points].reverse().map((point) => {
          const percents = point.marks?.percent;
          if (!percents) return null;
          const quality = shareText(point.quality);
          const success = shareText(point.success);
          return (
            <div key={point.year} className={classes.markYear}>
              <b>{point.year}</b>
              <MarkBar percents={percents} label={`${series.subjectName}, ${point.year}`} />
              <div className={classes.markFacts}>
                <span title={ru.qualityHint}>
                  {ru.quality} {quality.percent}
                  {quality.of ? ` (${quality.of})` : ''}
                </span>
                <span title={ru.successHint}>
                  {ru.success} {success.percent}
                  {success.of ? ` (${success.of})` : ''}
                </span>
                <span>
                  {ru.participants}: {formatNumber(point.participants)}
                </span>
              </div>
            </div>
          );
        })}
        <MarkLegend />
      </div>
    </div>
  );
}
