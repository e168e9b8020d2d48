import type { QueryClient } from '@tanstack/react-query';
import { getMeQueryKey, getRegionSettingsQuery } from '@/api/gen/@tanstack/react-query.gen';
import type { MeDetails, RegionSettingsDetails } from '@/api/gen/types.gen';
import { meOptions } from '@/api/session';

export const settingsOptions = (code: string) => getRegionSettingsQuery({ path: { code } });

/**
 * After the settings were saved: labels and names at once, then what the server says of the person, whom it may now
 * send for a second factor. Everything else is asked for anew when next looked at.
 */
export async function settingsChanged(queryClient: QueryClient, settings: RegionSettingsDetails): Promise<MeDetails> {
  const { code, name, timeZone, lowResultsLabel, adverseConditionsLabel } = settings;
  queryClient.setQueryData(settingsOptions(code).queryKey, settings);
  queryClient.setQueryData<MeDetails>(getMeQueryKey(), (me) =>
    me?.region ? { ...me, region: { ...me.region, name, timeZone, lowResultsLabel, adverseConditionsLabel } } : me,
  );
  await queryClient.invalidateQueries({ refetchType: 'none' });
  return queryClient.fetchQuery({ ...meOptions(), staleTime: 0 });
}
