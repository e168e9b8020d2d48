import { createFileRoute } from '@tanstack/react-router';
import { can } from '@/api/session';
import { Forbidden } from '@/app/error-pages';
import { settingsOptions } from '@/features/settings/queries';
import { SettingsPage } from '@/features/settings/settings-page';
import { title } from '@/features/settings/titles';

export const Route = createFileRoute('/_app/settings')({
  loader: ({ context: { queryClient, me } }) =>
    can(me, 'settings:write') && me.region ? queryClient.ensureQueryData(settingsOptions(me.region.code)) : undefined,
  head: () => ({ meta: [{ title: `${title} – Опора` }] }),
  component: SettingsRoute,
});

function SettingsRoute() {
  const { me } = Route.useRouteContext();
  return can(me, 'settings:write') && me.region ? <SettingsPage /> : <Forbidden />;
}
