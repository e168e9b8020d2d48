import { createFileRoute, redirect } from '@tanstack/react-router';
import { TrainingOverviewPage } from '@/app/overview/training-overview';
import { trainingTabs } from '@/app/shell/sections';

/** The section opens on its overview; a school has one of its own, the card of the school, and goes to the first register. */
export const Route = createFileRoute('/_app/training/')({
  beforeLoad: ({ context: { me } }) => {
    if (me.role === 'School') throw redirect({ to: trainingTabs(me)[0]?.link.to ?? '/', replace: true });
  },
  head: () => ({ meta: [{ title: 'Обучение – Опора' }] }),
  component: TrainingOverviewPage,
});
