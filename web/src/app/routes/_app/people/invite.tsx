import { createFileRoute } from '@tanstack/react-router';
import { InviteWizard } from '@/features/people/invite-wizard';
import { titles } from '@/features/people/titles';

export const Route = createFileRoute('/_app/people/invite')({
  head: () => ({ meta: [{ title: `${titles.inviting} – Опора` }] }),
  component: InviteWizard,
});
