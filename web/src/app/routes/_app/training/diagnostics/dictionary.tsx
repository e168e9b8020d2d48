import { createFileRoute } from '@tanstack/react-router';
import { subjectsOptions } from '@/api/dictionaries';
import { can } from '@/api/session';
import { Forbidden } from '@/app/error-pages';
import { DictionaryPage } from '@/features/diagnostics/dictionary-page';
import { deficitsOptions } from '@/features/diagnostics/queries';
import { titles } from '@/features/diagnostics/titles';

export const Route = createFileRoute('/_app/training/diagnostics/dictionary')({
  loader: ({ context: { queryClient, me } }) =>
    can(me, 'diagnostics:read')
      ? Promise.all([queryClient.ensureQueryData(deficitsOptions()), queryClient.ensureQueryData(subjectsOptions())])
      : undefined,
  head: () => ({ meta: [{ title: `${titles.dictionary} – Опора` }] }),
  component: Dictionary,
});

function Dictionary() {
  const { me } = Route.useRouteContext();
  return can(me, 'diagnostics:read') ? <DictionaryPage /> : <Forbidden />;
}
