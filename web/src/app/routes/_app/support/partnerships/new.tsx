import { createFileRoute } from '@tanstack/react-router';
import { can } from '@/api/session';
import { Forbidden } from '@/app/error-pages';
import { AddPartnership } from '@/features/partnerships/add-partnership';
import { newPartnershipSearch } from '@/features/partnerships/search';
import { titles } from '@/features/partnerships/titles';

export const Route = createFileRoute('/_app/support/partnerships/new')({
  validateSearch: newPartnershipSearch,
  head: () => ({ meta: [{ title: `${titles.add} – Опора` }] }),
  component: NewPage,
});

function NewPage() {
  const { me } = Route.useRouteContext();
  const search = Route.useSearch();
  return can(me, 'partnerships:write') ? <AddPartnership search={search} /> : <Forbidden />;
}
