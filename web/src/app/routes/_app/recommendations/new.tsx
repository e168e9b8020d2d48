import { createFileRoute } from '@tanstack/react-router';
import { municipalitiesOptions } from '@/api/dictionaries';
import { can } from '@/api/session';
import { Forbidden } from '@/app/error-pages';
import { AddRecommendation } from '@/features/recommendations/add-recommendation';
import { figuresOptions, namedSchoolOptions } from '@/features/recommendations/queries';
import { newRecommendationSearch } from '@/features/recommendations/search';
import { titles } from '@/features/recommendations/titles';

export const Route = createFileRoute('/_app/recommendations/new')({
  validateSearch: newRecommendationSearch,
  loaderDeps: ({ search: { school, municipality } }) => ({ school, municipality: school ? undefined : municipality }),
  loader: ({ context: { queryClient, me }, deps: { school, municipality } }) =>
    can(me, 'recommendations:write')
      ? Promise.all([
          queryClient.ensureQueryData(municipalitiesOptions()),
          school ? queryClient.ensureQueryData(namedSchoolOptions(school)) : undefined,
          school || municipality
            ? queryClient.ensureQueryData(figuresOptions(school ? { school } : { municipality }))
            : undefined,
        ])
      : undefined,
  head: () => ({ meta: [{ title: `${titles.add} – Опора` }] }),
  component: NewPage,
});

function NewPage() {
  const { me } = Route.useRouteContext();
  const search = Route.useSearch();
  return can(me, 'recommendations:write') ? <AddRecommendation search={search} /> : <Forbidden />;
}
