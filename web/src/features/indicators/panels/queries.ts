import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import {
  getIndicatorAggregateQuery,
  getIndicatorPanelQuery,
  getIndicatorTrendQuery,
  getPanelOptionsQuery,
  getSchoolIndicatorsQuery,
  listIndicatorSchoolsQuery,
} from '@/api/gen/@tanstack/react-query.gen';
import { listIndicatorSchools } from '@/api/gen/sdk.gen';
import type { IndicatorSchool, SchoolGrouping } from '@/api/gen/types.gen';
import { writeSearch } from '@/lib/search-params';
import { readAll } from '@/lib/use-print-all';
import type { IndicatorSearch, PanelSearch, SchoolIndicatorsSearch } from './search';

/** Sets and their opened periods. */
export const panelChoicesOptions = () => queryOptions({ ...getPanelOptionsQuery(), staleTime: 60_000 });

const panelQuery = ({ set, period, category, cohort }: PanelSearch) => ({ set, period, category, cohort });

export const panelOptions = (search: PanelSearch) =>
  queryOptions({ ...getIndicatorPanelQuery({ query: panelQuery(search) }), placeholderData: keepPreviousData });

export const panelFile = (search: PanelSearch) => `/api/v1/indicator-panel/file${writeSearch(panelQuery(search))}`;

export const pageSize = 50;

const whom = ({ period, category, cohort, municipality }: IndicatorSearch) => ({
  period,
  category,
  cohort,
  municipality,
});

const rankingQuery = (search: IndicatorSearch) => ({
  ...whom(search),
  achievement: search.achievement,
  sort: search.sort ?? 'place',
  page: search.page ?? 1,
  pageSize,
});

export const rankingOptions = (id: string, search: IndicatorSearch) =>
  queryOptions({
    ...listIndicatorSchoolsQuery({ path: { id }, query: rankingQuery(search) }),
    placeholderData: keepPreviousData,
  });

export const rankingFile = (id: string, search: IndicatorSearch) =>
  `/api/v1/indicators/${id}/schools/file${writeSearch(whom(search))}`;

export function readWholeRanking(id: string, search: IndicatorSearch): Promise<IndicatorSchool[]> {
  return readAll(async (page, size) => {
    const query = { ...rankingQuery(search), page, pageSize: size };
    return (await listIndicatorSchools({ path: { id }, query, throwOnError: true })).data;
  });
}

export const aggregateOptions = (id: string, search: IndicatorSearch, groupBy: SchoolGrouping) =>
  queryOptions({
    ...getIndicatorAggregateQuery({ path: { id }, query: { ...whom(search), groupBy } }),
    placeholderData: keepPreviousData,
  });

export const trendOptions = (id: string, municipality: string | undefined) =>
  queryOptions(getIndicatorTrendQuery({ path: { id }, query: { municipality } }));

export const schoolIndicatorsOptions = (schoolId: string, { set, period }: SchoolIndicatorsSearch) =>
  queryOptions({
    ...getSchoolIndicatorsQuery({ path: { id: schoolId }, query: { set, period } }),
    placeholderData: keepPreviousData,
  });
