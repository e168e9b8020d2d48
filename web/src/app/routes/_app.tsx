import { createFileRoute, isRedirect, redirect } from '@tanstack/react-router';
import { toProblem } from '@/api/problem';
import { meOptions } from '@/api/session';
import { Shell } from '../shell/shell';

export const Route = createFileRoute('/_app')({
  beforeLoad: async ({ context, location }) => {
    try {
      const me = await context.queryClient.ensureQueryData(meOptions());
      // The server refuses everything else until the second factor is set up.
      if (me.mustSetUpSecondFactor && location.pathname !== '/profile') throw redirect({ to: '/profile' });
      return { me };
    } catch (error) {
      if (isRedirect(error)) throw error;
      if (toProblem(error).status !== 401) throw error;
      throw redirect({ to: '/sign-in', search: { to: location.href === '/' ? undefined : location.href } });
    }
  },
  component: Shell,
});
