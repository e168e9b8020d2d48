import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { getRegionLogoQueryKey } from './gen/@tanstack/react-query.gen';
import { getRegionLogo } from './gen/sdk.gen';

/** The picture of a region, or null when it has none. */
const regionLogoOptions = (code: string) =>
  queryOptions({
    queryKey: getRegionLogoQueryKey({ path: { code } }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    retry: false,
    enabled: code !== '',
    queryFn: async ({ signal }): Promise<Blob | null> => {
      const { data } = await getRegionLogo({ path: { code }, parseAs: 'blob', signal, throwOnError: true });
      return data instanceof Blob && data.size > 0 ? data : null;
    },
  });

/** Address of the region's logo for an `img`, undefined while there is none. */
export function useRegionLogo(code: string): string | undefined {
  const { data } = useQuery(regionLogoOptions(code));
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (!data) return;
    const made = URL.createObjectURL(data);
    setAddress(made);
    return () => {
      URL.revokeObjectURL(made);
      setAddress(undefined);
    };
  }, [data]);
  return address;
}

/** After the logo was replaced by this picture, or removed. */
export function regionLogoChanged(queryClient: QueryClient, code: string, picture: Blob | null): void {
  queryClient.setQueryData(regionLogoOptions(code).queryKey, picture as never);
}
