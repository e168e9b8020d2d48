import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute, Outlet } from '@tanstack/react-router';
import { useMe } from '@/api/session';
import { whereNow } from '@/features/results/model';
import { schoolResultsOptions, schoolStandingOptions } from '@/features/results/queries';
import { standingWords } from '@/features/results/standing-words';
import { schoolOptions } from '@/features/schools/queries';
import { SchoolFrame } from '@/features/schools/school-frame';

export const Route = createFileRoute('/_app/schools/$schoolId')({
  loader: async ({ context: { queryClient }, params }) => {
    const [school] = await Promise.all([
      queryClient.ensureQueryData(schoolOptions(params.schoolId)),
      queryClient.ensureQueryData(schoolResultsOptions(params.schoolId)),
      queryClient.ensureQueryData(schoolStandingOptions(params.schoolId)),
    ]);
    return { name: school.name };
  },
  head: ({ loaderData }) => ({ meta: [{ title: `${loaderData?.name ?? 'Школа'} – Опора` }] }),
  component: SchoolPage,
});

function SchoolPage() {
  const { schoolId } = Route.useParams();
  const { region } = useMe();
  const results = useSuspenseQuery(schoolResultsOptions(schoolId)).data;
  const standing = useSuspenseQuery(schoolStandingOptions(schoolId)).data;
  return (
    <SchoolFrame schoolId={schoolId} answer={standingWords(standing, region) ?? whereNow(results)}>
      <Outlet />
    </SchoolFrame>
  );
}
