import { Button } from '@mantine/core';
import { useState } from 'react';
import type { MentoringDetails, MentoringVisitDetails } from '@/api/gen/types.gen';
import { formatCount, formatDay, formatNumber } from '@/lib/format';
import { Card } from '@/ui/card';
import { lazyDialog } from '@/ui/lazy-dialog';
import classes from './mentoring.module.css';
import { formNames, visits as text } from './ru';

const VisitDialog = lazyDialog(async () => (await import('./visit-dialogs')).VisitDialog);
const RemoveVisitDialog = lazyDialog(async () => (await import('./visit-dialogs')).RemoveVisitDialog);

type Open = { what: 'write' | 'remove'; visit?: MentoringVisitDetails };

/** When they met and what was done. */
export function VisitsCard({ mentoring }: { mentoring: MentoringDetails }) {
  const [open, setOpen] = useState<Open>();
  const { meetings, editable, hours, state } = mentoring;
  const close = () => setOpen(undefined);
  return (
    <Card
      title={
        meetings.length
          ? `${text.title}: ${text.total(formatCount(meetings.length, text.forms), formatNumber(hours))}`
          : text.title
      }
      aside={
        editable && state !== 'Planned' ? (
          <Button variant="light" size="compact-sm" onClick={() => setOpen({ what: 'write' })}>
            {text.add}
          </Button>
        ) : undefined
      }
    >
      {meetings.length === 0 ? <p className={classes.none}>{text.empty}</p> : null}
      <ul className={classes.items}>
        {meetings.map((visit) => (
          <li key={visit.id} className={classes.visit}>
            <span>
              <span className={classes.line}>
                <strong>{formatDay(visit.on)}</strong>
                <span>{formNames[visit.form]}</span>
                <span className={classes.soft}>{formatNumber(visit.hours)} ч</span>
              </span>
              {visit.text ? <span className={classes.whole}>{visit.text}</span> : null}
            </span>
            {editable ? (
              <span className={classes.line}>
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={`${text.change}: ${formatDay(visit.on)}`}
                  onClick={() => setOpen({ what: 'write', visit })}
                >
                  {text.change}
                </Button>
                <Button
                  variant="subtle"
                  size="compact-sm"
                  color="red"
                  aria-label={`${text.remove}: ${formatDay(visit.on)}`}
                  onClick={() => setOpen({ what: 'remove', visit })}
                >
                  {text.remove}
                </Button>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {open?.what === 'remove' && open.visit ? (
        <RemoveVisitDialog mentoring={mentoring} visit={open.visit} onClose={close} />
      ) : open ? (
        <VisitDialog mentoring={mentoring} visit={open.visit} onClose={close} />
      ) : null}
    </Card>
  );
}
