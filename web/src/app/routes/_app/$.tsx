import { createFileRoute } from '@tanstack/react-router';
import { NotFound } from '@/app/error-pages';
import { ru } from '@/app/ru';

/** Any other address: said within the application, so that the way on is at hand. */
export const Route = createFileRoute('/_app/$')({
  head: () => ({ meta: [{ title: `${ru.errors.notFoundTitle} – Опора` }] }),
  component: NotFound,
});
