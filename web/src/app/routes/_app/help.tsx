import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { HelpPage } from '@/app/help/help-page';
import { ru } from '@/app/ru';
import { optionalText } from '@/lib/search-params';

export const Route = createFileRoute('/_app/help')({
  validateSearch: z.object({ search: optionalText }),
  head: () => ({ meta: [{ title: `${ru.nav.help} – Опора` }] }),
  component: HelpRoute,
});

function HelpRoute() {
  const { search } = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  return (
    <HelpPage
      search={search}
      onSearch={(next) => void navigate({ search: { search: next }, replace: true, resetScroll: false })}
    />
  );
}
