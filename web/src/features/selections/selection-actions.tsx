import { Button } from '@mantine/core';
import { IconFlag, IconPencil, IconPlus, IconTrash, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { ifMatch } from '@/api/client';
import { closeSelectionMarks, reopenSelectionMarks } from '@/api/gen/sdk.gen';
import type { SelectionDetails } from '@/api/gen/types.gen';
import { useCan } from '@/api/session';
import { lazyDialog } from '@/ui/lazy-dialog';
import { LinkButton } from '@/ui/link-button';
import { ProblemAlert } from '@/ui/problem-alert';
import { card } from './ru';
import { useSelectionChange } from './use-change';

const ApplyDialog = lazyDialog(async () => (await import('./application-dialogs')).ApplyDialog);
const ExpertsDialog = lazyDialog(async () => (await import('./selection-dialogs')).ExpertsDialog);
const DecideDialog = lazyDialog(async () => (await import('./selection-dialogs')).DecideDialog);
const RemoveDialog = lazyDialog(async () => (await import('./selection-dialogs')).RemoveDialog);

interface Props {
  selection: SelectionDetails;
}

export function SelectionActions({ selection }: Props) {
  const [open, setOpen] = useState<'apply' | 'experts' | 'decide' | 'remove'>();
  const mayApply = useCan('partnerships:write') && selection.state === 'Accepting';
  const close = () => setOpen(undefined);
  const { state, editable } = selection;
  const begun = state === 'Marked' || state === 'Decided';
  return (
    <>
      {editable ? (
        <>
          {selection.applications === 0 && !begun ? (
            <Button
              variant="default"
              leftSection={<IconTrash size={18} aria-hidden="true" />}
              onClick={() => setOpen('remove')}
            >
              {card.remove}
            </Button>
          ) : null}
          {begun ? null : (
            <>
              <Button
                variant="default"
                leftSection={<IconUsers size={18} aria-hidden="true" />}
                onClick={() => setOpen('experts')}
              >
                {card.experts}
              </Button>
              <LinkButton
                variant="default"
                leftSection={<IconPencil size={18} aria-hidden="true" />}
                to="/support/selections/$selectionId/edit"
                params={{ selectionId: selection.id }}
              >
                {card.edit}
              </LinkButton>
            </>
          )}
          {state === 'Marking' || state === 'Marked' ? <Marks selection={selection} /> : null}
          {begun ? (
            <Button
              variant={state === 'Decided' ? 'default' : 'filled'}
              leftSection={<IconFlag size={18} aria-hidden="true" />}
              onClick={() => setOpen('decide')}
            >
              {state === 'Decided' ? card.decideAgain : card.decide}
            </Button>
          ) : null}
        </>
      ) : null}
      {mayApply ? (
        <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setOpen('apply')}>
          {card.apply}
        </Button>
      ) : null}
      {open === 'apply' ? <ApplyDialog selection={selection} onClose={close} /> : null}
      {open === 'experts' ? <ExpertsDialog selection={selection} onClose={close} /> : null}
      {open === 'decide' ? <DecideDialog selection={selection} onClose={close} /> : null}
      {open === 'remove' ? <RemoveDialog selection={selection} onClose={close} /> : null}
    </>
  );
}

/** Marks are closed, and opened again while nothing is decided. */
function Marks({ selection }: Props) {
  const closed = selection.state === 'Marked';
  const turn = useSelectionChange(
    selection,
    async (_, version) => {
      const call = closed ? reopenSelectionMarks : closeSelectionMarks;
      return (await call({ path: { id: selection.id }, headers: ifMatch(version), throwOnError: true })).data;
    },
    closed ? card.marksReopened : card.marksClosed,
  );
  return (
    <>
      <Button variant={closed ? 'default' : 'filled'} loading={turn.isPending} onClick={() => turn.mutate()}>
        {closed ? card.reopenMarks : card.closeMarks}
      </Button>
      {turn.error ? <ProblemAlert error={turn.error} /> : null}
    </>
  );
}
