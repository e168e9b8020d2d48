import { Button, Popover } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import {
  countNotificationsQuery,
  listNotificationsQuery,
  listNotificationsQueryKey,
} from '@/api/gen/@tanstack/react-query.gen';
import { readAllNotifications, readNotification } from '@/api/gen/sdk.gen';
import type { NotificationDetails } from '@/api/gen/types.gen';
import { useMe } from '@/api/session';
import { formatInstant } from '@/lib/format';
import { ProblemAlert } from '@/ui/problem-alert';
import { bell as ru } from '../ru';
import classes from './bell.module.css';
import { notificationLink, notificationWords } from './notification-words';

const minute = 60_000;

/** Asked once a minute while the page is seen; the browser's ETag makes most answers 304. */
const countOptions = () => ({
  ...countNotificationsQuery(),
  refetchInterval: minute,
  refetchIntervalInBackground: false,
});

export function Bell() {
  const [open, setOpen] = useState(false);
  const queryClient = useQueryClient();
  const unread = useQuery(countOptions()).data?.unread ?? 0;
  async function seen() {
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: countOptions().queryKey }),
      queryClient.invalidateQueries({ queryKey: listNotificationsQueryKey() }),
    ]);
  }
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" width={380} trapFocus returnFocus withinPortal>
      <Popover.Target>
        <button
          type="button"
          className={classes.bell}
          aria-label={unread > 0 ? ru.some(unread) : ru.title}
          aria-haspopup="dialog"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <IconBell size={22} stroke={1.7} aria-hidden="true" />
          {unread > 0 ? <span className={classes.count}>{unread > 99 ? '99+' : unread}</span> : null}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={ru.title}>
        {open ? <BellPanel unread={unread} onSeen={seen} onLeave={() => setOpen(false)} /> : null}
      </Popover.Dropdown>
    </Popover>
  );
}

interface PanelProps {
  unread: number;
  onSeen: () => Promise<void>;
  onLeave: () => void;
}

function BellPanel({ unread, onSeen, onLeave }: PanelProps) {
  const { region } = useMe();
  const list = useQuery({ ...listNotificationsQuery({ query: { pageSize: 25 } }), staleTime: 0 });
  async function follow(item: NotificationDetails) {
    onLeave();
    if (item.readAt) return;
    await readNotification({ path: { id: item.id } });
    await onSeen();
  }
  async function readAll() {
    await readAllNotifications();
    await onSeen();
  }
  return (
    <div className={classes.panel}>
      <div className={classes.head}>
        <h2>{ru.title}</h2>
        {unread > 0 ? (
          <Button variant="subtle" size="compact-sm" onClick={() => void readAll()}>
            {ru.readAll}
          </Button>
        ) : null}
      </div>
      {list.error ? <ProblemAlert error={list.error} onRetry={() => void list.refetch()} /> : null}
      {unread === 0 ? <p className={classes.soft}>{ru.none}</p> : null}
      <ul className={classes.list}>
        {list.data?.items.map((item) => {
          const link = notificationLink(item);
          return (
            <li key={item.id} data-unread={item.readAt ? undefined : true}>
              {item.readAt ? null : <span className="visually-hidden">{ru.unread}: </span>}
              {link ? (
                <Link {...link} onClick={() => void follow(item)}>
                  {notificationWords(item)}
                </Link>
              ) : (
                <span>{notificationWords(item)}</span>
              )}
              <span className={classes.soft}>{formatInstant(item.at, region.timeZone)}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
