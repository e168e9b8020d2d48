import { createFileRoute } from '@tanstack/react-router';
import { LatestResults } from '@/features/results/latest-results';
import { SchoolOverview } from '@/features/schools/school-about';

export const Route = createFileRoute('/_app/schools/$schoolId/')({ component: OverviewTab });

function OverviewTab() {
  const { schoolId } = Route.useParams();
  return (
    <SchoolOverview schoolId={schoolId}>
      <LatestResults schoolId={schoolId} />
    </SchoolOverview>
  );
}
