import { createFileRoute, redirect } from '@tanstack/react-router';
import { toProblem } from '@/api/problem';
import { meOptions } from '@/api/session';
import { Shell } from '../shell/shell';

export const Route = createFileRoute('/_app')({
  beforeLoad: async ({ context, location }) => {
    try {
      return { me: await context.queryClient.ensureQueryData(meOptions()) };
    } catch (error) {
      if (toProblem(error).status !== 401) throw error;
      throw redirect({ to: '/sign-in', search: { to: location.href === '/' ? undefined : location.href } });
    }
  },
  component: Shell,
});
