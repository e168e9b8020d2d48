import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { can } from '@/api/session';
import { Forbidden } from '@/app/error-pages';
import { SchoolDeficits } from '@/features/diagnostics/school-deficits';
import { SchoolEvents } from '@/features/events/school-events';
import { schoolEnrolmentsOptions } from '@/features/training/queries';
import { SchoolTraining } from '@/features/training/school-training';
import { optionalPage } from '@/lib/search-params';
import { today } from '@/lib/today';
import classes from '@/ui/card-page.module.css';

export const Route = createFileRoute('/_app/schools/$schoolId/training')({
  validateSearch: z.object({ page: optionalPage }),
  loader: async ({ context: { queryClient, me }, params: { schoolId } }) => {
    if (can(me, 'training:read')) await queryClient.ensureQueryData(schoolEnrolmentsOptions(schoolId, 1));
  },
  component: TrainingTab,
});

function TrainingTab() {
  const { schoolId } = Route.useParams();
  const { me } = Route.useRouteContext();
  const { page = 1 } = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  if (!can(me, 'training:read')) return <Forbidden />;
  const year = Number(today(me.region?.timeZone ?? 'Europe/Moscow').slice(0, 4));
  return (
    <div className={classes.stack}>
      <SchoolTraining
        schoolId={schoolId}
        year={year}
        page={page}
        onPage={(next) => void navigate({ search: { page: next > 1 ? next : undefined }, resetScroll: false })}
      />
      {can(me, 'events:read') ? <SchoolEvents schoolId={schoolId} /> : null}
      {can(me, 'diagnostics:read') ? <SchoolDeficits schoolId={schoolId} year={year} /> : null}
    </div>
  );
}
