import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { EntryPage } from '@/features/access/entry-page';
import { setupOptions } from '@/features/access/queries';
import { ru } from '@/features/access/ru';
import { SetUpForm } from '@/features/access/set-up-form';
import { titles } from '@/features/access/titles';
import { optionalText } from '@/lib/search-params';
import { LinkButton } from '@/ui/link-button';

export const Route = createFileRoute('/setup')({
  validateSearch: z.object({ token: optionalText }),
  loader: ({ context }) => context.queryClient.ensureQueryData(setupOptions()),
  head: () => ({ meta: [{ title: `${titles.setup} – Опора` }] }),
  component: SetUpPage,
});

function SetUpPage() {
  const { token } = Route.useSearch();
  const { data } = useSuspenseQuery(setupOptions());
  const navigate = useNavigate();
  if (!data.needed) {
    return (
      <EntryPage screen="setup" title={ru.setup.done} answer={ru.setup.doneText}>
        <LinkButton to="/sign-in">{ru.setup.toSignIn}</LinkButton>
      </EntryPage>
    );
  }
  if (!token) {
    return (
      <EntryPage screen="setup" title={ru.setup.noToken} answer={ru.signIn.setupHint}>
        {null}
      </EntryPage>
    );
  }
  return (
    <EntryPage screen="setup" title={ru.setup.title} answer={ru.setup.answer}>
      <SetUpForm token={token} onDone={() => void navigate({ to: '/' })} />
    </EntryPage>
  );
}
