import { Button } from '@mantine/core';
import { IconArchive, IconArchiveOff, IconPencil, IconTrash } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ifMatch } from '@/api/client';
import { restoreIndicator } from '@/api/gen/sdk.gen';
import type { IndicatorDetails } from '@/api/gen/types.gen';
import { useShortcuts } from '@/lib/keys';
import { LinkButton } from '@/ui/link-button';
import { ProblemAlert } from '@/ui/problem-alert';
import { RemoveDialog } from './remove-dialog';
import { RetireDialog } from './retire-dialog';
import { card } from './ru';
import { useDefinitionChange } from './use-definition-change';

/** What an operator can do with an indicator. */
export function DefinitionActions({ indicator }: { indicator: IndicatorDetails }) {
  const navigate = useNavigate();
  const [open, setOpen] = useState<'retire' | 'remove'>();
  const params = { indicatorId: indicator.id };
  useShortcuts({ KeyE: () => void navigate({ to: '/indicators/definitions/$indicatorId/edit', params }) });
  const restore = useDefinitionChange(
    indicator,
    async (_, version) =>
      (await restoreIndicator({ path: { id: indicator.id }, headers: ifMatch(version), throwOnError: true })).data,
    card.restored,
  );
  return (
    <>
      {restore.error ? <ProblemAlert error={restore.error} /> : null}
      {indicator.retiredFromOn ? (
        <Button
          variant="default"
          leftSection={<IconArchiveOff size={18} aria-hidden="true" />}
          loading={restore.isPending}
          onClick={() => restore.mutate()}
        >
          {card.restore}
        </Button>
      ) : (
        <Button
          variant="default"
          leftSection={<IconArchive size={18} aria-hidden="true" />}
          onClick={() => setOpen('retire')}
        >
          {card.retire}
        </Button>
      )}
      {indicator.periods.length === 0 ? (
        <Button
          variant="default"
          leftSection={<IconTrash size={18} aria-hidden="true" />}
          onClick={() => setOpen('remove')}
        >
          {card.remove}
        </Button>
      ) : null}
      <LinkButton
        to="/indicators/definitions/$indicatorId/edit"
        params={params}
        leftSection={<IconPencil size={18} aria-hidden="true" />}
      >
        {card.edit}
      </LinkButton>
      {open === 'retire' ? <RetireDialog indicator={indicator} onClose={() => setOpen(undefined)} /> : null}
      {open === 'remove' ? <RemoveDialog indicator={indicator} onClose={() => setOpen(undefined)} /> : null}
    </>
  );
}
