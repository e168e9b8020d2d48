import type { Achievement } from '@/api/gen/types.gen';
import { missing } from '@/lib/format';
import classes from './panels.module.css';
import { ru } from './ru';

const signs: Record<Achievement, string> = {
  Achieved: '✓',
  NotAchieved: '✕',
  NoValue: '◐',
  NoTarget: '–',
  NotJudged: '–',
};

/** A sign and a word, never a colour alone. */
export function Reached({ achievement }: { achievement: Achievement | null }) {
  if (!achievement) return missing;
  return (
    <span className={classes.reached} data-achievement={achievement}>
      <span aria-hidden="true">{signs[achievement]}</span> {ru.achievement[achievement]}
    </span>
  );
}
