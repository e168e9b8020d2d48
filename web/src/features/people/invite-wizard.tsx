import { Button, Checkbox, FileButton, Group, Stack, Textarea } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { invitePeople, previewInvitations, readTableText } from '@/api/gen/sdk.gen';
import type { InvitePeopleInvited, PreviewInvitationsPreview } from '@/api/gen/types.gen';
import type { Problem } from '@/api/problem';
import { announce } from '@/lib/announce';
import { formatCount, formatDay } from '@/lib/format';
import { Card } from '@/ui/card';
import { LeaveGuard } from '@/ui/leave-guard';
import { Note } from '@/ui/note';
import { PageHeader } from '@/ui/page-header';
import { ProblemAlert } from '@/ui/problem-alert';
import { InvitationErrors, InvitationRows } from './invitation-tables';
import { InvitedSheet } from './invited-sheet';
import { peopleChanged } from './queries';
import { peopleForms, rowForms, ru } from './ru';

/** List in, check, links out. Nothing is changed before the checked list is confirmed, and then all of it or nothing. */
export function InviteWizard() {
  const queryClient = useQueryClient();
  const [text, setText] = useState('');
  const [missing, setMissing] = useState(false);
  const [byMail, setByMail] = useState(true);
  const file = useMutation<string, Problem, File>({
    mutationKey: ['read-table-text'],
    mutationFn: async (chosen) => (await readTableText({ body: chosen, throwOnError: true })).data.text,
    onSuccess: (read) => {
      setText(read);
      check.mutate(read);
    },
  });
  const check = useMutation<PreviewInvitationsPreview, Problem, string>({
    mutationKey: ['preview-invitations'],
    mutationFn: async (list) => (await previewInvitations({ body: { text: list }, throwOnError: true })).data,
    onSuccess: ({ rows, errors }) =>
      announce(
        errors.length > 0
          ? ru.inviting.errorsTitle(String(errors.length))
          : `${ru.inviting.checked}: ${formatCount(rows.length, rowForms)}`,
      ),
  });
  const invite = useMutation<InvitePeopleInvited, Problem>({
    mutationKey: ['invite-people'],
    mutationFn: async () =>
      (await invitePeople({ body: { text, byMail: byMail && (check.data?.mail ?? false) }, throwOnError: true })).data,
    onSuccess: () => peopleChanged(queryClient),
  });
  if (invite.data) return <InvitedSheet invited={invite.data} />;

  const checked = check.data;
  const toDo = checked ? checked.new + checked.furtherRoles : 0;
  return (
    <Stack gap="lg">
      <LeaveGuard dirty={() => text.trim() !== '' && !invite.isSuccess} message={ru.inviting.leaveList} />
      <PageHeader title={ru.inviting.title} answer={ru.inviting.answer} />
      <Card title={ru.inviting.list}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            setMissing(text.trim() === '');
            if (text.trim() && !check.isPending) check.mutate(text);
          }}
        >
          <Stack gap="sm">
            <Textarea
              label={ru.inviting.list}
              description={`${ru.inviting.listHint} ${ru.inviting.roles} ${ru.inviting.places}`}
              placeholder={ru.inviting.example}
              rows={8}
              spellCheck={false}
              value={text}
              error={missing ? ru.inviting.required : undefined}
              onChange={(event) => {
                setText(event.currentTarget.value);
                check.reset();
              }}
            />
            {file.error ? <ProblemAlert error={file.error} /> : null}
            {check.error ? <ProblemAlert error={check.error} /> : null}
            <Group>
              <Button type="submit" loading={check.isPending}>
                {ru.inviting.check}
              </Button>
              <FileButton
                accept=".xlsx,.xls,.csv,.tsv,.txt"
                onChange={(chosen) => {
                  if (chosen) file.mutate(chosen);
                }}
                inputProps={{ 'aria-label': ru.inviting.file }}
              >
                {(props) => (
                  <Button
                    {...props}
                    variant="default"
                    loading={file.isPending}
                    leftSection={<IconFileSpreadsheet size={18} aria-hidden="true" />}
                  >
                    {ru.inviting.file}
                  </Button>
                )}
              </FileButton>
              <span>{ru.inviting.fileHint}</span>
            </Group>
          </Stack>
        </form>
      </Card>
      {checked ? (
        <>
          <InvitationErrors errors={checked.errors} />
          <InvitationRows rows={checked.rows} />
          {checked.untilOn ? <Note>{ru.inviting.untilOn(formatDay(checked.untilOn))}</Note> : null}
          {invite.error ? <ProblemAlert error={invite.error} /> : null}
          {checked.errors.length === 0 && toDo > 0 ? (
            <Stack gap="sm" align="flex-start">
              {checked.mail ? (
                <Checkbox
                  label={ru.inviting.byMail}
                  checked={byMail}
                  onChange={(event) => setByMail(event.currentTarget.checked)}
                />
              ) : null}
              <Button loading={invite.isPending} onClick={() => invite.mutate()}>
                {ru.inviting.confirm(formatCount(toDo, peopleForms))}
              </Button>
            </Stack>
          ) : checked.errors.length === 0 ? (
            <Note>{ru.inviting.nothingToDo}</Note>
          ) : null}
        </>
      ) : null}
    </Stack>
  );
}
