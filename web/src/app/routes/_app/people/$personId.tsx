import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { municipalitiesOptions } from '@/api/dictionaries';
import { can } from '@/api/session';
import { ThingHistory } from '@/features/history/school-history';
import { PersonPage } from '@/features/people/person-page';
import { personOptions } from '@/features/people/queries';
import { titles } from '@/features/people/titles';
import { optionalPage } from '@/lib/search-params';

export const Route = createFileRoute('/_app/people/$personId')({
  validateSearch: z.object({ page: optionalPage }),
  loader: ({ context: { queryClient }, params }) =>
    Promise.all([
      queryClient.ensureQueryData(personOptions(params.personId)),
      queryClient.ensureQueryData(municipalitiesOptions()),
    ]),
  head: () => ({ meta: [{ title: `${titles.list} – Опора` }] }),
  component: PersonRoute,
});

function PersonRoute() {
  const { personId } = Route.useParams();
  const { me } = Route.useRouteContext();
  const { page = 1 } = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  return (
    <>
      <PersonPage personId={personId} />
      {can(me, 'history:read') ? (
        <div style={{ marginTop: 16 }}>
          <ThingHistory
            thingId={personId}
            page={page}
            onPage={(next) => void navigate({ search: { page: next > 1 ? next : undefined }, resetScroll: false })}
          />
        </div>
      ) : null}
    </>
  );
}
