import { createFileRoute, redirect } from '@tanstack/react-router';
import { SupportOverviewPage } from '@/app/overview/support-overview';
import { supportTabs } from '@/app/shell/sections';

/** The section opens on its overview; a school has one of its own, the card of the school, and goes to the first register. */
export const Route = createFileRoute('/_app/support/')({
  beforeLoad: ({ context: { me } }) => {
    if (me.role === 'School') throw redirect({ to: supportTabs(me)[0]?.link.to ?? '/', replace: true });
  },
  head: () => ({ meta: [{ title: 'Поддержка – Опора' }] }),
  component: SupportOverviewPage,
});
