import { createFileRoute } from '@tanstack/react-router';
import { InviteWizard } from '@/features/people/invite-wizard';
import { ru } from '@/features/people/ru';

export const Route = createFileRoute('/_app/people/invite')({
  head: () => ({ meta: [{ title: `${ru.inviting.title} – Опора` }] }),
  component: InviteWizard,
});
