import { useQuery } from '@tanstack/react-query';
import type { TargetPoint, TargetTrajectory } from '@/api/gen/types.gen';
import { missing } from '@/lib/format';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { ProblemAlert } from '@/ui/problem-alert';
import entry from './entry.module.css';
import { periodName } from './model';
import { trajectoryOptions } from './queries';
import { ru } from './target-ru';
import classes from './target-way.module.css';
import { WayPlot } from './way-plot';

/** The way from the start to the target, where the values stand on it, and whether that is well. */
export function TargetWay({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(trajectoryOptions(id));
  return (
    <section className={entry.panelPart}>
      <h3 className={entry.legendTitle}>{ru.way.title}</h3>
      {data ? (
        <Way way={data} />
      ) : error ? (
        <ProblemAlert error={error} onRetry={() => void refetch()} />
      ) : (
        <DelayedSkeleton rows={2} />
      )}
    </section>
  );
}

function Way({ way }: { way: TargetTrajectory }) {
  const { points, target } = way;
  const [start] = points;
  const end = points.at(-1);
  if (!start || !end) return <p className={entry.hint}>{ru.way.noStart}</p>;
  const present = presentOf(points);
  const moved = present && present !== start ? present : null;
  const words = wayWords(way);
  const { columns } = ru.way;
  return (
    <>
      <p className={classes.words} data-on-track={way.onTrack ?? undefined}>
        {words}
      </p>
      <figure className={classes.figure}>
        <WayPlot points={points} label={words} />
        <figcaption className={classes.ends}>
          <End name={ru.way.start} value={start.expectedText} period={start.period} />
          {moved ? <End name={ru.way.present} value={moved.valueText} period={moved.period} /> : null}
          <End name={ru.way.end} value={target.text} period={end.period} />
        </figcaption>
      </figure>
      <p className={entry.hint}>{moved ? ru.way.reading : ru.way.plan}</p>
      <details>
        <summary className={classes.summary}>{ru.way.byPeriod}</summary>
        <table className={classes.table}>
          <caption className="visually-hidden">{ru.way.title}</caption>
          <thead>
            <tr>
              <th scope="col">{columns.period}</th>
              <th scope="col">{columns.plan}</th>
              <th scope="col">{columns.fact}</th>
            </tr>
          </thead>
          <tbody>
            {points.map(({ period, expectedText, valueText }) => (
              <tr key={period}>
                <th scope="row">{periodName(period)}</th>
                <td>{expectedText}</td>
                <td>{valueText ?? missing}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}

function End({ name, value, period }: { name: string; value: string | null; period: string }) {
  return (
    <span>
      {name} <b>{value}</b>
      <span className={entry.hint}>{periodName(period)}</span>
    </span>
  );
}

const presentOf = (points: readonly TargetPoint[]) => points.findLast(({ value }) => value !== null);

/** Whether it is on the way, in a sentence. */
export function wayWords({ points, target, achievement, onTrack }: TargetTrajectory): string {
  const { way } = ru;
  const present = presentOf(points);
  if (!present?.valueText) return way.none;
  const told = [present.valueText, periodName(present.period), present.expectedText] as const;
  if (achievement === 'Achieved') return way.achieved(told[0], target.text);
  if (achievement === 'NotAchieved') return way.missed(told[0], target.text);
  if (onTrack === null) return way.watched(...told);
  if (present === points[0]) return way.started(told[0], told[1]);
  return (onTrack ? way.onTrack : way.behind)(...told);
}
