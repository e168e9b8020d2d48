import { createFileRoute, useRouter } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { EntryPage } from '@/features/access/entry-page';
import { ru } from '@/features/access/ru';
import { SignInForm } from '@/features/access/sign-in-form';
import { titles } from '@/features/access/titles';
import { optional } from '@/lib/search-params';

/** Only an address of this application: a full one would lead a signed-in person elsewhere. Browsers leave out a tab in between. */
const ownPath = z.string().check(z.regex(/^\/(?![/\\\s])/));

export const Route = createFileRoute('/sign-in')({
  validateSearch: z.object({ to: optional(ownPath), external: optional(z.literal('failed')) }),
  head: () => ({ meta: [{ title: `${titles.signIn} – Опора` }] }),
  component: SignInPage,
});

function SignInPage() {
  const { to, external } = Route.useSearch();
  const router = useRouter();
  return (
    <EntryPage screen="signIn" title={ru.signIn.title}>
      <SignInForm
        returnTo={to ?? '/'}
        externalFailed={external === 'failed'}
        onDone={() => router.history.push(to ?? '/')}
      />
    </EntryPage>
  );
}
