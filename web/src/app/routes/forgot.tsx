import { createFileRoute } from '@tanstack/react-router';
import { EntryPage } from '@/features/access/entry-page';
import { ForgotForm } from '@/features/access/forgot-form';
import { setupOptions } from '@/features/access/queries';
import { ru } from '@/features/access/ru';
import { titles } from '@/features/access/titles';

export const Route = createFileRoute('/forgot')({
  loader: ({ context }) => context.queryClient.ensureQueryData(setupOptions()),
  head: () => ({ meta: [{ title: `${titles.forgot} – Опора` }] }),
  component: ForgotPage,
});

function ForgotPage() {
  return (
    <EntryPage screen="forgot" title={ru.forgot.title}>
      <ForgotForm />
    </EntryPage>
  );
}
