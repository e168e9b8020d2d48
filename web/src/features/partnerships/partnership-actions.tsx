import { Button } from '@mantine/core';
import { IconArrowBackUp, IconPencil, IconTrash, IconX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ifMatch } from '@/api/client';
import { removePartnershipMutation } from '@/api/gen/@tanstack/react-query.gen';
import { resumePartnership } from '@/api/gen/sdk.gen';
import type { PartnershipDetails } from '@/api/gen/types.gen';
import { useShortcuts } from '@/lib/keys';
import { LinkButton } from '@/ui/link-button';
import { ProblemAlert } from '@/ui/problem-alert';
import { doneToast } from '@/ui/toast';
import { partnershipsChanged } from './queries';
import { card } from './ru';
import { TerminateDialog } from './terminate-dialog';
import { usePartnershipChange } from './use-partnership-change';

export function PartnershipActions({ partnership }: { partnership: PartnershipDetails }) {
  return partnership.terminatedOn ? <Resume partnership={partnership} /> : <Change partnership={partnership} />;
}

function Change({ partnership }: { partnership: PartnershipDetails }) {
  const navigate = useNavigate();
  const [ending, setEnding] = useState(false);
  const edit = {
    to: '/support/partnerships/$partnershipId/edit',
    params: { partnershipId: partnership.id },
  } as const;
  useShortcuts({ KeyE: () => void navigate(edit) });
  return (
    <>
      {partnership.signedOn ? (
        <Button variant="default" leftSection={<IconX size={18} aria-hidden="true" />} onClick={() => setEnding(true)}>
          {card.terminate}
        </Button>
      ) : (
        <Remove partnership={partnership} />
      )}
      <LinkButton leftSection={<IconPencil size={18} aria-hidden="true" />} {...edit}>
        {card.edit}
      </LinkButton>
      {ending ? <TerminateDialog partnership={partnership} onClose={() => setEnding(false)} /> : null}
    </>
  );
}

function Remove({ partnership: { id, version } }: { partnership: PartnershipDetails }) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const remove = useMutation({
    ...removePartnershipMutation(),
    mutationKey: ['remove-partnership', id],
    onSuccess: async () => {
      await navigate({ to: '/support/partnerships' });
      await partnershipsChanged(queryClient);
      doneToast(card.removed);
    },
  });
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconTrash size={18} aria-hidden="true" />}
        loading={remove.isPending}
        onClick={() => remove.mutate({ path: { id }, headers: ifMatch(version) })}
      >
        {card.remove}
      </Button>
      {remove.error ? <ProblemAlert error={remove.error} /> : null}
    </>
  );
}

function Resume({ partnership }: { partnership: PartnershipDetails }) {
  const resume = usePartnershipChange(
    partnership,
    async (_, version) => {
      const path = { id: partnership.id };
      return (await resumePartnership({ path, headers: ifMatch(version), throwOnError: true })).data;
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
