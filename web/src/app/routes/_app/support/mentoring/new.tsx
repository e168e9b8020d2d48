import { createFileRoute } from '@tanstack/react-router';
import { can } from '@/api/session';
import { Forbidden } from '@/app/error-pages';
import { AddMentoring } from '@/features/mentoring/mentoring-screens';
import { newMentoringSearch } from '@/features/mentoring/search';
import { titles } from '@/features/mentoring/titles';

export const Route = createFileRoute('/_app/support/mentoring/new')({
  validateSearch: newMentoringSearch,
  head: () => ({ meta: [{ title: `${titles.add} – Опора` }] }),
  component: NewScreen,
});

function NewScreen() {
  const { me } = Route.useRouteContext();
  const { school } = Route.useSearch();
  return can(me, 'partnerships:write') ? <AddMentoring schoolId={school} /> : <Forbidden />;
}
