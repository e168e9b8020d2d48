import { formatChange } from '@/lib/format';
import { ru } from './ru';
import classes from './trend.module.css';

export type Direction = 'rising' | 'falling' | 'equal';
export const isTrend = (direction: string): direction is Direction => direction in signs;

const signs = { rising: '▲', falling: '▼', equal: '=' } as const;

interface Props {
  direction: Direction;
  change?: number | null | undefined;
  digits?: number;
  /** Adds the word; otherwise it is only for screen readers and on hover. */
  words?: boolean;
}

/** Change against the year before: a sign, a number and a word. */
export function Trend({ direction, change, digits = 1, words = false }: Props) {
  return (
    <span className={classes.trend} data-direction={direction} title={ru.trend[direction]}>
      <span aria-hidden="true">{signs[direction]}</span>
      {change == null || direction === 'equal' ? null : <span>{formatChange(change, digits)}</span>}
      <span className={words ? undefined : 'visually-hidden'}>{ru.trend[direction]}</span>
    </span>
  );
}
