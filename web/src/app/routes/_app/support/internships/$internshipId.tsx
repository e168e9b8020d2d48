import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { can } from '@/api/session';
import { ThingHistory } from '@/features/history/school-history';
import { InternshipPage } from '@/features/internships/internship-page';
import { internshipOptions } from '@/features/internships/queries';
import { titles } from '@/features/internships/titles';
import { optionalPage } from '@/lib/search-params';

export const Route = createFileRoute('/_app/support/internships/$internshipId')({
  validateSearch: z.object({ page: optionalPage }),
  loader: async ({ context: { queryClient }, params }) => {
    await queryClient.ensureQueryData(internshipOptions(params.internshipId));
  },
  head: () => ({ meta: [{ title: `${titles.list} – Опора` }] }),
  component: CardScreen,
});

function CardScreen() {
  const { internshipId } = Route.useParams();
  const { me } = Route.useRouteContext();
  const { page = 1 } = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  return (
    <InternshipPage
      internshipId={internshipId}
      history={
        can(me, 'history:read') ? (
          <ThingHistory
            thingId={internshipId}
            page={page}
            onPage={(next) => void navigate({ search: { page: next > 1 ? next : undefined }, resetScroll: false })}
          />
        ) : null
      }
    />
  );
}
