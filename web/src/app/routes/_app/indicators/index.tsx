import { createFileRoute, redirect } from '@tanstack/react-router';

export const Route = createFileRoute('/_app/indicators/')({
  beforeLoad: () => {
    throw redirect({ to: '/indicators/dynamics', replace: true });
  },
});
