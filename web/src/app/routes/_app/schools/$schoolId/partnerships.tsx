import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { SchoolPartnerships } from '@/features/partnerships/school-partnerships';
import { schoolOptions } from '@/features/schools/queries';

export const Route = createFileRoute('/_app/schools/$schoolId/partnerships')({ component: PartnershipsTab });

function PartnershipsTab() {
  const { schoolId } = Route.useParams();
  const { state } = useSuspenseQuery(schoolOptions(schoolId)).data;
  return <SchoolPartnerships schoolId={schoolId} open={state === 'Open'} />;
}
