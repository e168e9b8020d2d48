import { Button } from '@mantine/core';
import { IconArrowBackUp, IconPencil, IconTrash, IconUserCheck, IconX } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ifMatch } from '@/api/client';
import { resumeMentoring } from '@/api/gen/sdk.gen';
import type { MentoringDetails } from '@/api/gen/types.gen';
import { useShortcuts } from '@/lib/keys';
import { lazyDialog } from '@/ui/lazy-dialog';
import { LinkButton } from '@/ui/link-button';
import { ProblemAlert } from '@/ui/problem-alert';
import { card } from './ru';
import { useMentoringChange } from './use-mentoring-change';

const TerminateDialog = lazyDialog(async () => (await import('./mentoring-dialogs')).TerminateDialog);
const RemoveDialog = lazyDialog(async () => (await import('./mentoring-dialogs')).RemoveDialog);
const MentorDialog = lazyDialog(async () => (await import('./mentoring-dialogs')).MentorDialog);

interface Props {
  mentoring: MentoringDetails;
}

export function MentoringActions({ mentoring }: Props) {
  const [open, setOpen] = useState<'mentor' | 'terminate' | 'remove'>();
  const close = () => setOpen(undefined);
  const { editable, mentorNameable, terminatedOn, visits } = mentoring;
  return (
    <>
      {mentorNameable ? (
        <Button
          variant="default"
          leftSection={<IconUserCheck size={18} aria-hidden="true" />}
          onClick={() => setOpen('mentor')}
        >
          {card.nameMentor}
        </Button>
      ) : null}
      {editable && terminatedOn ? <Resume mentoring={mentoring} /> : null}
      {editable && !terminatedOn ? (
        <>
          {visits === 0 ? (
            <Button
              variant="default"
              leftSection={<IconTrash size={18} aria-hidden="true" />}
              onClick={() => setOpen('remove')}
            >
              {card.remove}
            </Button>
          ) : (
            <Button
              variant="default"
              leftSection={<IconX size={18} aria-hidden="true" />}
              onClick={() => setOpen('terminate')}
            >
              {card.terminate}
            </Button>
          )}
          <Edit id={mentoring.id} />
        </>
      ) : null}
      {open === 'mentor' ? <MentorDialog mentoring={mentoring} onClose={close} /> : null}
      {open === 'terminate' ? <TerminateDialog mentoring={mentoring} onClose={close} /> : null}
      {open === 'remove' ? <RemoveDialog mentoring={mentoring} onClose={close} /> : null}
    </>
  );
}

function Edit({ id }: { id: string }) {
  const navigate = useNavigate();
  const edit = { to: '/support/mentoring/$mentoringId/edit', params: { mentoringId: id } } as const;
  useShortcuts({ KeyE: () => void navigate(edit) });
  return (
    <LinkButton leftSection={<IconPencil size={18} aria-hidden="true" />} {...edit}>
      {card.edit}
    </LinkButton>
  );
}

function Resume({ mentoring }: Props) {
  const resume = useMentoringChange(
    mentoring,
    async (_, version) => {
      const path = { id: mentoring.id };
      return (await resumeMentoring({ path, headers: ifMatch(version), throwOnError: true })).data;
    },
    card.resumed,
  );
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconArrowBackUp size={18} aria-hidden="true" />}
        loading={resume.isPending}
        onClick={() => resume.mutate()}
      >
        {card.resume}
      </Button>
      {resume.error ? <ProblemAlert error={resume.error} /> : null}
    </>
  );
}
