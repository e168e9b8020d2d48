import { createFileRoute } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { can } from '@/api/session';
import { Forbidden } from '@/app/error-pages';
import { AddDefinition } from '@/features/indicators/definitions/add-definition';
import { setsOptions } from '@/features/indicators/definitions/queries';
import { titles } from '@/features/indicators/definitions/titles';
import { optional } from '@/lib/search-params';

export const Route = createFileRoute('/_app/indicators/definitions/new')({
  validateSearch: z.object({ set: optional(z.uuid()) }),
  loader: ({ context }) => context.queryClient.ensureQueryData(setsOptions()),
  head: () => ({ meta: [{ title: `${titles.add} – Опора` }] }),
  component: NewPage,
});

function NewPage() {
  const { me } = Route.useRouteContext();
  const { set } = Route.useSearch();
  return can(me, 'definitions:write') ? <AddDefinition set={set} /> : <Forbidden />;
}
