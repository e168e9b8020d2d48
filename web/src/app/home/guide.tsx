import { Button } from '@mantine/core';
import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { HomeGuide } from '@/api/gen/types.gen';
import { formatNumber } from '@/lib/format';
import { Card } from '@/ui/card';
import { guideSteps } from './guide-steps';
import classes from './home.module.css';
import { guide as ru } from './ru';

interface Props {
  state: HomeGuide;
  onHide?: (() => void) | undefined;
}

/** The way of a new operator to a working region; ticked by what the database holds, not by clicks. */
export function Guide({ state, onHide }: Props) {
  const steps = guideSteps(state);
  const done = steps.filter((step) => step.done).length;
  return (
    <Card
      title={ru.title}
      aside={
        onHide ? (
          <Button variant="subtle" size="compact-sm" onClick={onHide}>
            {ru.hide}
          </Button>
        ) : null
      }
    >
      <p className={classes.soft}>{ru.progress(formatNumber(done), formatNumber(steps.length))}</p>
      <ol className={classes.guide}>
        {steps.map(({ key, done: isDone, link, title, text }) => (
          <li key={key} data-done={isDone || undefined}>
            {isDone ? (
              <IconCircleCheckFilled size={22} role="img" aria-label={ru.done} />
            ) : (
              <IconCircle size={22} role="img" aria-label={ru.open} />
            )}
            <div>
              <Link {...link}>{title}</Link>
              <span className={classes.soft}>{text}</span>
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}
