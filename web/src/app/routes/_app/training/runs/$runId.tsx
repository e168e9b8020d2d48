import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { enrolmentsOptions, runOptions } from '@/features/training/queries';
import { RunPage } from '@/features/training/run-page';
import { runSearch } from '@/features/training/search';
import { titles } from '@/features/training/titles';

export const Route = createFileRoute('/_app/training/runs/$runId')({
  validateSearch: runSearch,
  loader: ({ context: { queryClient }, params: { runId }, location }) =>
    Promise.all([
      queryClient.ensureQueryData(runOptions(runId)),
      queryClient.ensureQueryData(enrolmentsOptions(runId, runSearch.parse(location.search))),
    ]),
  head: () => ({ meta: [{ title: `${titles.run} – Опора` }] }),
  component: CardPage,
});

function CardPage() {
  const { runId } = Route.useParams();
  const search = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  return (
    <RunPage runId={runId} search={search} onSearch={(next) => void navigate({ search: next, resetScroll: false })} />
  );
}
