import { createFileRoute } from '@tanstack/react-router';
import { Forbidden } from '@/app/error-pages';
import { attendanceOptions, runOptions, seatedOptions } from '@/features/training/queries';
import { SheetPage } from '@/features/training/sheet-page';
import { titles } from '@/features/training/titles';

export const Route = createFileRoute('/_app/training/runs/$runId_/sheet')({
  loader: ({ context: { queryClient, me }, params: { runId } }) =>
    me.role === 'Observer'
      ? undefined
      : Promise.all([
          queryClient.ensureQueryData(runOptions(runId)),
          queryClient.ensureQueryData(seatedOptions(runId)),
          queryClient.ensureQueryData(attendanceOptions(runId)),
        ]),
  head: () => ({ meta: [{ title: `${titles.sheet} – Опора` }] }),
  component: SheetRoute,
});

/** A sheet is for people with names: whoever sees none has no use for it. */
function SheetRoute() {
  const { runId } = Route.useParams();
  const { me } = Route.useRouteContext();
  return me.role === 'Observer' ? <Forbidden /> : <SheetPage runId={runId} />;
}
