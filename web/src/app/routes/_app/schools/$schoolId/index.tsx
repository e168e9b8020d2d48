import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { can } from '@/api/session';
import { SchoolRecommendations } from '@/features/recommendations/school-recommendations';
import { LatestResults } from '@/features/results/latest-results';
import { SchoolOverview } from '@/features/schools/school-about';
import { SchoolAsOf } from '@/features/schools/school-as-of';
import { optionalDay } from '@/lib/search-params';
import { AsOfField } from '@/ui/as-of';

export const Route = createFileRoute('/_app/schools/$schoolId/')({
  validateSearch: z.object({ asOf: optionalDay }),
  component: OverviewTab,
});

function OverviewTab() {
  const { schoolId } = Route.useParams();
  const { me } = Route.useRouteContext();
  const { asOf } = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  const onDate = (date: string | undefined) => void navigate({ search: { asOf: date }, resetScroll: false });
  if (asOf) return <SchoolAsOf schoolId={schoolId} date={asOf} onDate={onDate} />;
  return (
    <>
      <SchoolOverview schoolId={schoolId}>
        <LatestResults schoolId={schoolId} />
        {can(me, 'recommendations:read') ? <SchoolRecommendations schoolId={schoolId} /> : null}
      </SchoolOverview>
      <div style={{ marginTop: 16 }}>
        <AsOfField date={undefined} onDate={onDate} />
      </div>
    </>
  );
}
