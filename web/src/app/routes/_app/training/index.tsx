import { createFileRoute, redirect } from '@tanstack/react-router';
import { trainingTabs } from '@/app/shell/sections';

/** The section opens on its first page. */
export const Route = createFileRoute('/_app/training/')({
  beforeLoad: ({ context: { me } }) => {
    throw redirect({ to: trainingTabs(me)[0]?.link.to ?? '/', replace: true });
  },
});
