import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute, Outlet } from '@tanstack/react-router';
import { whereNow } from '@/features/results/model';
import { schoolResultsOptions } from '@/features/results/queries';
import { schoolOptions } from '@/features/schools/queries';
import { SchoolFrame } from '@/features/schools/school-frame';

export const Route = createFileRoute('/_app/schools/$schoolId')({
  loader: async ({ context: { queryClient }, params }) => {
    const [school] = await Promise.all([
      queryClient.ensureQueryData(schoolOptions(params.schoolId)),
      queryClient.ensureQueryData(schoolResultsOptions(params.schoolId)),
    ]);
    return { name: school.name };
  },
  head: ({ loaderData }) => ({ meta: [{ title: `${loaderData?.name ?? 'Школа'} – Опора` }] }),
  component: SchoolPage,
});

function SchoolPage() {
  const { schoolId } = Route.useParams();
  const results = useSuspenseQuery(schoolResultsOptions(schoolId)).data;
  return (
    <SchoolFrame schoolId={schoolId} answer={whereNow(results)}>
      <Outlet />
    </SchoolFrame>
  );
}
