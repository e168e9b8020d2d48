import { Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import type { PartnershipDetails } from '@/api/gen/types.gen';
import { formatDay } from '@/lib/format';
import { Card } from '@/ui/card';
import { StatusBadge } from '@/ui/status-badge';
import { ActionsDialog } from './actions-dialog';
import classes from './partnerships.module.css';
import { actionWords } from './ru';

/** What the sides do together, and what came of it. */
export function ActionsCard({ partnership }: { partnership: PartnershipDetails }) {
  const [editing, setEditing] = useState(false);
  const { jointActions, editable } = partnership;
  return (
    <Card
      title={actionWords.title}
      aside={
        editable && partnership.state !== 'Terminated' ? (
          <Button
            size="compact-md"
            variant="default"
            leftSection={<IconPencil size={16} aria-hidden="true" />}
            onClick={() => setEditing(true)}
          >
            {jointActions.length > 0 ? actionWords.edit : actionWords.add}
          </Button>
        ) : undefined
      }
    >
      {jointActions.length === 0 ? <p className={classes.none}>{actionWords.empty}</p> : null}
      <ol className={classes.actions}>
        {jointActions.map(({ id, text, dueOn, doneOn, outcome }) => (
          <li key={id}>
            <span>{text}</span>
            <span className={classes.line}>
              {doneOn ? <StatusBadge tone="good">{`${actionWords.done} ${formatDay(doneOn)}`}</StatusBadge> : null}
              {dueOn && !doneOn ? `${actionWords.due} ${formatDay(dueOn)}` : null}
              {outcome ? <span>{outcome}</span> : null}
            </span>
          </li>
        ))}
      </ol>
      {editing ? <ActionsDialog partnership={partnership} onClose={() => setEditing(false)} /> : null}
    </Card>
  );
}
