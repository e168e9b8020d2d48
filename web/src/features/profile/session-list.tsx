import { Button, Group } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { endSessionMutation, endSessionsMutation } from '@/api/gen/@tanstack/react-query.gen';
import type { ListSessionsOpenSession as OpenSession } from '@/api/gen/types.gen';
import { useMe } from '@/api/session';
import { formatInstant } from '@/lib/format';
import { Card } from '@/ui/card';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { Dialog } from '@/ui/dialog';
import { ProblemAlert } from '@/ui/problem-alert';
import { doneToast } from '@/ui/toast';
import classes from './profile.module.css';
import { sessionsOptions, useLeave, useSessionsChange } from './queries';
import { ru } from './ru';

export function SessionList() {
  const sessions = useQuery(sessionsOptions());
  const [asking, setAsking] = useState(false);
  return (
    <Card
      title={ru.sessions.title}
      aside={
        <Button variant="default" size="xs" onClick={() => setAsking(true)}>
          {ru.sessions.endAll}
        </Button>
      }
    >
      <p style={{ margin: 0 }}>{ru.sessions.text}</p>
      {sessions.isPending ? <DelayedSkeleton rows={2} /> : null}
      {sessions.error ? <ProblemAlert error={sessions.error} onRetry={() => void sessions.refetch()} /> : null}
      <ul className={classes.sessions} aria-label={ru.sessions.title}>
        {sessions.data?.map((session) => (
          <Session key={session.id} session={session} />
        ))}
      </ul>
      {asking ? <EndAll onClose={() => setAsking(false)} /> : null}
    </Card>
  );
}

function Session({ session }: { session: OpenSession }) {
  const { timeZone } = useMe().region;
  const changed = useSessionsChange();
  const end = useMutation({ ...endSessionMutation(), mutationKey: ['end-session'] });
  const started = formatInstant(session.startedAt, timeZone);
  return (
    <li className={classes.session}>
      <div>
        <div>
          {session.client}
          {session.current ? <strong> ({ru.sessions.current})</strong> : null}
        </div>
        <div className={classes.times}>
          {ru.sessions.started} {started}, {ru.sessions.seen} {formatInstant(session.lastSeenAt, timeZone)}
        </div>
        {end.error ? <ProblemAlert error={end.error} /> : null}
      </div>
      {session.current ? null : (
        <Button
          variant="default"
          size="xs"
          loading={end.isPending}
          aria-label={ru.sessions.endLabel(session.client, started)}
          onClick={() =>
            end.mutate(
              { path: { id: session.id } },
              {
                onSuccess: () => {
                  doneToast(ru.sessions.ended);
                  void changed();
                },
              },
            )
          }
        >
          {ru.sessions.end}
        </Button>
      )}
    </li>
  );
}

function EndAll({ onClose }: { onClose: () => void }) {
  const leave = useLeave();
  const end = useMutation({ ...endSessionsMutation(), mutationKey: ['end-sessions'] });
  return (
    <Dialog title={ru.sessions.endAllTitle} onClose={onClose}>
      <p style={{ marginTop: 0 }}>{ru.sessions.endAllText}</p>
      {end.error ? <ProblemAlert error={end.error} /> : null}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {ru.cancel}
        </Button>
        <Button loading={end.isPending} onClick={() => end.mutate({}, { onSuccess: leave })}>
          {ru.sessions.endAll}
        </Button>
      </Group>
    </Dialog>
  );
}
