import { createFileRoute, redirect } from '@tanstack/react-router';

/** The section opens on its first page. */
export const Route = createFileRoute('/_app/training/')({
  beforeLoad: () => {
    throw redirect({ to: '/training/teachers', replace: true });
  },
});
