import { Button, Group, Stack } from '@mantine/core';
import { IconCopy, IconPrinter } from '@tabler/icons-react';
import { useRef } from 'react';
import type { InvitePeopleInvited, InvitePeopleInvitedRow } from '@/api/gen/types.gen';
import { roleNames } from '@/api/terms';
import { formatCount, formatDay } from '@/lib/format';
import { LeaveGuard } from '@/ui/leave-guard';
import { LinkButton } from '@/ui/link-button';
import { Note } from '@/ui/note';
import { PageHeader } from '@/ui/page-header';
import { doneToast } from '@/ui/toast';
import classes from './invited-sheet.module.css';
import { peopleForms, ru } from './ru';
import { addressOf, placeWords } from './words';

/** The links, shown this one time: a card a person to be printed and torn off. */
export function InvitedSheet({ invited }: { invited: InvitePeopleInvited }) {
  const handled = useRef(false);
  const links = invited.rows.filter(({ path }) => path);
  async function copy() {
    const lines = links.map((row) =>
      [row.displayName, row.place.name, row.userName, addressOf(row.path ?? '')].join('\t'),
    );
    await navigator.clipboard.writeText(lines.join('\n'));
    handled.current = true;
    doneToast(ru.inviting.copied);
  }
  return (
    <Stack gap="lg" className="print-portrait">
      <LeaveGuard dirty={() => links.length > 0 && !handled.current} message={ru.inviting.leave} />
      <PageHeader
        title={ru.inviting.done}
        answer={ru.inviting.doneAnswer(
          formatCount(invited.new + invited.furtherRoles, peopleForms),
          formatCount(invited.sent, peopleForms),
        )}
        actions={
          <Group>
            {links.length > 0 ? (
              <>
                <Button
                  variant="default"
                  leftSection={<IconCopy size={18} aria-hidden="true" />}
                  onClick={() => void copy()}
                >
                  {ru.inviting.copy}
                </Button>
                <Button
                  leftSection={<IconPrinter size={18} aria-hidden="true" />}
                  onClick={() => {
                    handled.current = true;
                    window.print();
                  }}
                >
                  {ru.inviting.print}
                </Button>
              </>
            ) : null}
            <LinkButton to="/people" variant="default">
              {ru.inviting.toPeople}
            </LinkButton>
          </Group>
        }
      />
      {links.length > 0 ? (
        <div className="no-print">
          <Note title={ru.inviting.once} alert>
            {ru.inviting.onceText}
          </Note>
        </div>
      ) : null}
      <ul className={classes.sheet} aria-label={ru.inviting.sheet}>
        {invited.rows.map((row) => (
          <Slip key={row.row} row={row} />
        ))}
      </ul>
    </Stack>
  );
}

function Slip({ row }: { row: InvitePeopleInvitedRow }) {
  return (
    <li className={classes.slip} data-linked={row.path ? true : undefined}>
      <strong>{row.displayName}</strong>
      <span>
        {roleNames[row.role]}: {placeWords(row.place)}
      </span>
      {row.path ? (
        <>
          <span>{ru.inviting.sheetText}</span>
          <code className={classes.address}>{addressOf(row.path)}</code>
          <span>
            {ru.person.userName}: <b>{row.userName}</b>. {ru.inviting.validUntil} {formatDay(row.expiresAt)}.
          </span>
        </>
      ) : (
        <span>{row.sent ? ru.inviting.sentNote : ru.inviting.noLink}</span>
      )}
    </li>
  );
}
