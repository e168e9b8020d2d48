import { createFileRoute, redirect } from '@tanstack/react-router';
import { supportTabs } from '@/app/shell/sections';

/** The section opens on its first page. */
export const Route = createFileRoute('/_app/support/')({
  beforeLoad: ({ context: { me } }) => {
    throw redirect({ to: supportTabs(me)[0]?.link.to ?? '/', replace: true });
  },
});
