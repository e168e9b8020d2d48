import { createFileRoute } from '@tanstack/react-router';
import { HelpPage } from '@/app/help/help-page';
import { ru } from '@/app/help/ru';

export const Route = createFileRoute('/_app/help')({
  head: () => ({ meta: [{ title: `${ru.title} – Опора` }] }),
  component: HelpPage,
});
