import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { dynamicsChoicesOptions, municipalitiesOptions } from '@/api/dictionaries';
import { DynamicsSchools } from '@/features/results/dynamics/dynamics-schools';
import { ru } from '@/features/results/dynamics/ru';
import { schoolsSearch } from '@/features/results/dynamics/search';

export const Route = createFileRoute('/_app/indicators/dynamics/schools')({
  validateSearch: schoolsSearch,
  loader: ({ context: { queryClient } }) =>
    Promise.all([
      queryClient.ensureQueryData(dynamicsChoicesOptions()),
      queryClient.ensureQueryData(municipalitiesOptions()),
    ]),
  head: () => ({ meta: [{ title: `${ru.schools} – ${ru.title} – Опора` }] }),
  component: SchoolsRoute,
});

function SchoolsRoute() {
  const search = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  return <DynamicsSchools search={search} onSearch={(next) => void navigate({ search: next, resetScroll: false })} />;
}
