import { Button } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconPencil, IconX } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ifMatch } from '@/api/client';
import { reopenRecommendation } from '@/api/gen/sdk.gen';
import type { RecommendationDetails } from '@/api/gen/types.gen';
import { useShortcuts } from '@/lib/keys';
import { LinkButton } from '@/ui/link-button';
import { ProblemAlert } from '@/ui/problem-alert';
import { card } from './ru';
import { SettleDialog } from './settle-dialog';
import { useRecommendationChange } from './use-recommendation-change';

export function RecommendationActions({ recommendation }: { recommendation: RecommendationDetails }) {
  return recommendation.state === 'Open' ? (
    <OpenActions recommendation={recommendation} />
  ) : (
    <Reopen recommendation={recommendation} />
  );
}

function OpenActions({ recommendation }: { recommendation: RecommendationDetails }) {
  const navigate = useNavigate();
  const [settling, setSettling] = useState<'done' | 'cancelled'>();
  const edit = {
    to: '/recommendations/$recommendationId/edit',
    params: { recommendationId: recommendation.id },
  } as const;
  useShortcuts({ KeyE: () => void navigate(edit) });
  return (
    <>
      <LinkButton variant="default" leftSection={<IconPencil size={18} aria-hidden="true" />} {...edit}>
        {card.edit}
      </LinkButton>
      <Button
        variant="default"
        leftSection={<IconX size={18} aria-hidden="true" />}
        onClick={() => setSettling('cancelled')}
      >
        {card.cancel}
      </Button>
      <Button leftSection={<IconCheck size={18} aria-hidden="true" />} onClick={() => setSettling('done')}>
        {card.settle}
      </Button>
      {settling ? (
        <SettleDialog
          recommendation={recommendation}
          cancelled={settling === 'cancelled'}
          onClose={() => setSettling(undefined)}
        />
      ) : null}
    </>
  );
}

function Reopen({ recommendation }: { recommendation: RecommendationDetails }) {
  const reopen = useRecommendationChange(
    recommendation,
    async (_, version) => {
      const path = { id: recommendation.id };
      return (await reopenRecommendation({ path, headers: ifMatch(version), throwOnError: true })).data;
    },
    card.reopened,
  );
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconArrowBackUp size={18} aria-hidden="true" />}
        loading={reopen.isPending}
        onClick={() => reopen.mutate()}
      >
        {card.reopen}
      </Button>
      {reopen.error ? <ProblemAlert error={reopen.error} /> : null}
    </>
  );
}
