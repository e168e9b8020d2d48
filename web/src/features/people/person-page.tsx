import { Button, Group, Stack } from '@mantine/core';
import { IconKey, IconLock, IconLockOpen, IconPencil, IconPlus } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ifMatch } from '@/api/client';
import { unblockPerson } from '@/api/gen/sdk.gen';
import { useCan, useMe } from '@/api/session';
import { formatDay, formatInstant, missing } from '@/lib/format';
import { Card } from '@/ui/card';
import { Facts } from '@/ui/facts';
import { Note } from '@/ui/note';
import { PageHeader } from '@/ui/page-header';
import { ProblemAlert } from '@/ui/problem-alert';
import { BlockDialog } from './block-dialog';
import { EditPerson } from './edit-person';
import { GiveRole } from './give-role';
import { GrantTable } from './grant-table';
import { LinkDialog } from './link-dialog';
import { PersonStateBadge } from './person-state';
import { personOptions } from './queries';
import { linkPurposes, linkStates, ru } from './ru';
import { usePersonChange } from './use-person-change';

type Dialog = 'edit' | 'role' | 'link' | 'block';

export function PersonPage({ personId }: { personId: string }) {
  const person = useSuspenseQuery(personOptions(personId)).data;
  const me = useMe();
  const may = useCan('people:write');
  const [open, setOpen] = useState<Dialog | null>(null);
  const close = () => setOpen(null);
  const unblock = usePersonChange(
    person,
    async (_, version) =>
      (await unblockPerson({ path: { id: person.id }, headers: ifMatch(version), throwOnError: true })).data,
    ru.person.unblocked,
  );
  const whole = may && !person.holdsBeyond;
  const { link } = person;
  return (
    <>
      <PageHeader
        title={person.displayName}
        above={
          <p style={{ margin: '0 0 6px' }}>
            <Link to="/people">{ru.title}</Link>
          </p>
        }
        answer={<PersonStateBadge state={person.state} />}
        actions={
          whole ? (
            <Group>
              <Button
                variant="default"
                leftSection={<IconPencil size={18} aria-hidden="true" />}
                onClick={() => setOpen('edit')}
              >
                {ru.person.edit}
              </Button>
              {person.blockedAt ? (
                <Button
                  leftSection={<IconLockOpen size={18} aria-hidden="true" />}
                  loading={unblock.isPending}
                  onClick={() => unblock.mutate()}
                >
                  {ru.person.unblock}
                </Button>
              ) : (
                <>
                  <Button
                    variant="default"
                    leftSection={<IconKey size={18} aria-hidden="true" />}
                    onClick={() => setOpen('link')}
                  >
                    {ru.person.newLink}
                  </Button>
                  {person.id === me.id ? null : (
                    <Button
                      variant="default"
                      leftSection={<IconLock size={18} aria-hidden="true" />}
                      onClick={() => setOpen('block')}
                    >
                      {ru.person.block}
                    </Button>
                  )}
                </>
              )}
            </Group>
          ) : null
        }
      />
      <Stack gap="lg">
        {unblock.error ? <ProblemAlert error={unblock.error} /> : null}
        {person.holdsBeyond ? <Note>{ru.person.beyond}</Note> : null}
        <Card
          title={ru.person.roles}
          flush
          aside={
            may ? (
              <Button size="xs" leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => setOpen('role')}>
                {ru.person.addRole}
              </Button>
            ) : null
          }
        >
          <GrantTable person={person} mayRevoke={may} />
        </Card>
        <Card title={ru.person.about}>
          <Facts
            items={[
              [ru.person.userName, person.userName],
              [ru.person.email, person.email ?? missing],
              [
                ru.person.lastSignIn,
                person.lastSignInAt ? formatInstant(person.lastSignInAt, me.region.timeZone) : ru.never,
              ],
              [
                ru.person.link,
                link
                  ? ru.person.linkUntil(linkPurposes[link.purpose], linkStates[link.state], formatDay(link.expiresAt))
                  : ru.person.noLink,
              ],
            ]}
          />
        </Card>
      </Stack>
      {open === 'edit' ? <EditPerson person={person} onClose={close} /> : null}
      {open === 'role' ? <GiveRole person={person} onClose={close} /> : null}
      {open === 'link' ? <LinkDialog person={person} onClose={close} /> : null}
      {open === 'block' ? <BlockDialog person={person} onClose={close} /> : null}
    </>
  );
}
