import { formatPercentValue } from '@/lib/format';
import classes from './mark-bar.module.css';
import { ru } from './ru';

export type MarkPercents = Record<'2' | '3' | '4' | '5', number>;

const marks = ['2', '3', '4', '5'] as const;

interface Props {
  percents: MarkPercents;
  /** Counts, shown instead of percentages inside the bar when given. */
  label?: string;
}

/** Distribution of marks: one bar of four parts with a colour, a pattern and a number each. */
export function MarkBar({ percents, label }: Props) {
  const words = marks.map((mark) => ru.marks.item(mark, formatPercentValue(percents[mark]))).join(', ');
  return (
    <div className={classes.bar} role="img" aria-label={label ? `${label}: ${words}` : words}>
      {marks.map((mark) =>
        percents[mark] > 0 ? (
          <span
            key={mark}
            className={classes.part}
            data-mark={mark}
            style={{ flexGrow: percents[mark] }}
            title={ru.marks.item(mark, formatPercentValue(percents[mark]))}
          >
            {percents[mark] >= 6 ? <b>{Math.round(percents[mark])}</b> : null}
          </span>
        ) : null,
      )}
    </div>
  );
}

export function MarkLegend() {
  return (
    <ul className={classes.legend}>
      {marks.map((mark) => (
        <li key={mark}>
          <span className={classes.swatch} data-mark={mark} />
          {ru.marks.legend(mark)}
        </li>
      ))}
    </ul>
  );
}
