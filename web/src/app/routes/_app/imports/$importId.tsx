import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { municipalitiesOptions, subjectsOptions } from '@/api/dictionaries';
import { ImportPage } from '@/features/imports/import-page';
import { importOptions } from '@/features/imports/queries';
import { titles } from '@/features/imports/titles';
import { optionalOf } from '@/lib/search-params';

export const Route = createFileRoute('/_app/imports/$importId')({
  validateSearch: z.object({ step: optionalOf(['mapping']) }),
  loader: async ({ context: { queryClient }, params }) => {
    const [job] = await Promise.all([
      queryClient.ensureQueryData(importOptions(params.importId)),
      queryClient.ensureQueryData(subjectsOptions()),
      queryClient.ensureQueryData(municipalitiesOptions()),
    ]);
    return { name: job.fileName ?? titles.batch };
  },
  head: ({ loaderData }) => ({ meta: [{ title: `${loaderData?.name ?? 'Импорт'} – Опора` }] }),
  component: ImportRoute,
});

function ImportRoute() {
  const { importId } = Route.useParams();
  const { step } = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  return <ImportPage importId={importId} wanted={step} onWant={(next) => void navigate({ search: { step: next } })} />;
}
