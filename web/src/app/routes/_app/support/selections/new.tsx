import { createFileRoute } from '@tanstack/react-router';
import { can } from '@/api/session';
import { Forbidden } from '@/app/error-pages';
import { AddSelection } from '@/features/selections/selection-screens';
import { titles } from '@/features/selections/titles';

export const Route = createFileRoute('/_app/support/selections/new')({
  head: () => ({ meta: [{ title: `${titles.add} – Опора` }] }),
  component: NewScreen,
});

function NewScreen() {
  const { me } = Route.useRouteContext();
  return can(me, 'selections:write') ? <AddSelection /> : <Forbidden />;
}
