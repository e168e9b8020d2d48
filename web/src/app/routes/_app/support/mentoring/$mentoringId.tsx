import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { can } from '@/api/session';
import { ThingHistory } from '@/features/history/school-history';
import { MentoringPage } from '@/features/mentoring/mentoring-page';
import { mentoringOptions } from '@/features/mentoring/queries';
import { titles } from '@/features/mentoring/titles';
import { optionalPage } from '@/lib/search-params';

export const Route = createFileRoute('/_app/support/mentoring/$mentoringId')({
  validateSearch: z.object({ page: optionalPage }),
  loader: async ({ context: { queryClient }, params }) => {
    await queryClient.ensureQueryData(mentoringOptions(params.mentoringId));
  },
  head: () => ({ meta: [{ title: `${titles.list} – Опора` }] }),
  component: CardScreen,
});

function CardScreen() {
  const { mentoringId } = Route.useParams();
  const { me } = Route.useRouteContext();
  const { page = 1 } = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  return (
    <MentoringPage
      mentoringId={mentoringId}
      history={
        can(me, 'history:read') ? (
          <ThingHistory
            thingId={mentoringId}
            page={page}
            onPage={(next) => void navigate({ search: { page: next > 1 ? next : undefined }, resetScroll: false })}
          />
        ) : null
      }
    />
  );
}
