import { createFileRoute } from '@tanstack/react-router';
import { EntryPage } from '@/features/access/entry-page';
import { ru } from '@/features/access/ru';
import { titles } from '@/features/access/titles';
import { LinkButton } from '@/ui/link-button';

export const Route = createFileRoute('/not-invited')({
  head: () => ({ meta: [{ title: `${titles.notInvited} – Опора` }] }),
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
