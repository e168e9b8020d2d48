import type { QueryClient } from '@tanstack/react-query';
import { listSavedViewsQuery } from '@/api/gen/@tanstack/react-query.gen';
import type { ViewScreen } from '@/api/gen/types.gen';
import { writeSearch } from '@/lib/search-params';

export const viewsOptions = (screen: ViewScreen) => listSavedViewsQuery({ query: { screen } });

export const viewsChanged = (queryClient: QueryClient, screen: ViewScreen) =>
  queryClient.invalidateQueries({ queryKey: viewsOptions(screen).queryKey });

/** What is kept of an address: its filters and order, never the page one happens to be on. */
export const keptQuery = (search: Record<string, unknown>) => writeSearch({ ...search, page: undefined }).slice(1);
