import { createFileRoute } from '@tanstack/react-router';
import { EntryPage } from '@/features/access/entry-page';
import { ru } from '@/features/access/ru';
import { LinkButton } from '@/ui/link-button';

export const Route = createFileRoute('/not-invited')({
  head: () => ({ meta: [{ title: `${ru.notInvited.title} – ${ru.product}` }] }),
  component: NotInvitedPage,
});

function NotInvitedPage() {
  return (
    <EntryPage screen="notInvited" title={ru.notInvited.title} answer={ru.notInvited.text}>
      <LinkButton to="/sign-in" variant="default">
        {ru.setup.toSignIn}
      </LinkButton>
    </EntryPage>
  );
}
