import { Link } from '@tanstack/react-router';
import type { IndicatorSetSummary, IndicatorSummary } from '@/api/gen/types.gen';
import { formatDay } from '@/lib/format';
import { Card } from '@/ui/card';
import { StatusBadge } from '@/ui/status-badge';
import classes from './definitions.module.css';
import { ru } from './ru';
import { SetActions } from './set-actions';
import { aboutWords, byGroup } from './words';

/** One set: its indicators under their headings. */
export function SetCard({ set, rows }: { set: IndicatorSetSummary; rows: readonly IndicatorSummary[] }) {
  return (
    <Card title={set.name} aside={<SetActions set={set} />} flush>
      {set.note ? <p className={classes.note}>{set.note}</p> : null}
      {rows.length === 0 ? <p className={classes.note}>{ru.emptySet}</p> : null}
      {byGroup(rows).map(([group, of]) => (
        <section key={group} aria-label={group}>
          <h3 className={classes.group}>{group}</h3>
          <ul className={classes.rows}>
            {of.map((row) => (
              <IndicatorRow key={row.id} row={row} />
            ))}
          </ul>
        </section>
      ))}
    </Card>
  );
}

function IndicatorRow({ row }: { row: IndicatorSummary }) {
  return (
    <li className={classes.row}>
      <span className={classes.no}>{row.number}</span>
      <Link
        className={classes.name ?? ''}
        to="/indicators/definitions/$indicatorId"
        params={{ indicatorId: row.id }}
        data-row-link
      >
        {row.name}
      </Link>
      <span className={classes.side}>
        {row.periods.length > 0 ? ru.values(row.periods.join(', ')) : ru.noValues}
        {row.retiredFromOn ? (
          <>
            <br />
            <StatusBadge tone="neutral">{ru.retiredFrom(formatDay(row.retiredFromOn))}</StatusBadge>
          </>
        ) : null}
      </span>
      <span className={classes.about}>
        <code>{row.code}</code>
        {aboutWords(row).map((words) => (
          <span key={words}>{words}</span>
        ))}
      </span>
    </li>
  );
}
