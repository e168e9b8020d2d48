import { createFileRoute } from '@tanstack/react-router';
import { schoolAccessOptions } from '@/features/people/queries';
import { SchoolAccess } from '@/features/people/school-access';

export const Route = createFileRoute('/_app/schools/$schoolId/access')({
  loader: ({ context, params }) => context.queryClient.ensureQueryData(schoolAccessOptions(params.schoolId)),
  component: AccessTab,
});

function AccessTab() {
  return <SchoolAccess schoolId={Route.useParams().schoolId} />;
}
