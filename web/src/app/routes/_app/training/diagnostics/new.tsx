import { createFileRoute } from '@tanstack/react-router';
import { municipalitiesOptions, subjectsOptions } from '@/api/dictionaries';
import { can } from '@/api/session';
import { Forbidden } from '@/app/error-pages';
import { AddDiagnostic } from '@/features/diagnostics/diagnostic-screens';
import { deficitsOptions } from '@/features/diagnostics/queries';
import { titles } from '@/features/diagnostics/titles';

export const Route = createFileRoute('/_app/training/diagnostics/new')({
  loader: ({ context: { queryClient, me } }) =>
    can(me, 'training:write')
      ? Promise.all([
          queryClient.ensureQueryData(subjectsOptions()),
          queryClient.ensureQueryData(municipalitiesOptions()),
          queryClient.ensureQueryData(deficitsOptions()),
        ])
      : undefined,
  head: () => ({ meta: [{ title: `${titles.add} – Опора` }] }),
  component: NewPage,
});

function NewPage() {
  const { me } = Route.useRouteContext();
  return can(me, 'training:write') ? <AddDiagnostic /> : <Forbidden />;
}
