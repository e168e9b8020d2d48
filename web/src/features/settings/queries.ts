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
  const { code, name, timeZone, lowResultsLabel, adverseConditionsLabel, currentSchoolYear } = settings;
  queryClient.setQueryData(settingsOptions(code).queryKey, settings);
  const set = { name, timeZone, lowResultsLabel, adverseConditionsLabel, schoolYear: currentSchoolYear };
  queryClient.setQueryData<MeDetails>(getMeQueryKey(), (me) =>
    me?.region ? { ...me, region: { ...me.region, ...set } } : me,
  );
  await queryClient.invalidateQueries({ refetchType: 'none' });
  return queryClient.fetchQuery({ ...meOptions(), staleTime: 0 });
}
