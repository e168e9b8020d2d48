import { Button } from '@mantine/core';
import { useState } from 'react';
import type { MentoringDetails } from '@/api/gen/types.gen';
import { Card } from '@/ui/card';
import { lazyDialog } from '@/ui/lazy-dialog';
import { ReachedBadge } from './badges';
import classes from './mentoring.module.css';
import { card } from './ru';

const OutcomeDialog = lazyDialog(async () => (await import('./mentoring-dialogs')).OutcomeDialog);

/** What came of it. */
export function OutcomeCard({ mentoring }: { mentoring: MentoringDetails }) {
  const [open, setOpen] = useState(false);
  const { outcome, reached, editable, state } = mentoring;
  return (
    <Card
      title={card.outcome}
      aside={
        editable && state !== 'Planned' ? (
          <Button variant="subtle" size="compact-sm" onClick={() => setOpen(true)}>
            {outcome || reached ? card.changeOutcome : card.conclude}
          </Button>
        ) : undefined
      }
    >
      {reached ? <ReachedBadge reached={reached} /> : null}
      {outcome ? <p className={classes.whole}>{outcome}</p> : null}
      {outcome || reached ? null : <p className={classes.none}>{card.noOutcome}</p>}
      {open ? <OutcomeDialog mentoring={mentoring} onClose={() => setOpen(false)} /> : null}
    </Card>
  );
}
