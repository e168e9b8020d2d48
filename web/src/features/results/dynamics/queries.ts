import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import {
  getDynamicsMatrixQuery,
  getDynamicsQuery,
  listDynamicsSchoolsQuery,
} from '@/api/gen/@tanstack/react-query.gen';
import { listDynamicsSchools } from '@/api/gen/sdk.gen';
import type { DynamicsDetails, DynamicsSchool, SchoolGrouping } from '@/api/gen/types.gen';
import { isRegional, type Me } from '@/api/session';
import { readAll } from '@/lib/use-print-all';
import { together } from './model';
import { type Question, type SchoolsSearch, toQuery } from './search';

export const dynamicsOptions = (question: Question, groupBy: SchoolGrouping) =>
  queryOptions({
    ...getDynamicsQuery({ query: { ...toQuery(question), groupBy } }),
    placeholderData: keepPreviousData,
  });

/** The whole of what someone sees: the region, or the own municipalities taken together. */
export const overallOptions = (question: Question, me: Pick<Me, 'grants'>) =>
  queryOptions({
    ...dynamicsOptions(question, isRegional(me) ? 'region' : 'municipality'),
    select: ({ groups }: DynamicsDetails) => together(groups) ?? null,
  });

export const matrixOptions = ({ assessment, year, grade, base, category, cohort }: Question) =>
  queryOptions({
    ...getDynamicsMatrixQuery({ query: { assessment, year, grade, base, category, cohort } }),
    placeholderData: keepPreviousData,
  });

export const pageSize = 50;

const schoolsQuery = (question: Question, { direction, group, groupBy, sort, page }: SchoolsSearch) => ({
  ...toQuery(question),
  direction: direction ?? 'rising',
  groupBy,
  group,
  sort: sort ?? '-change',
  page: page ?? 1,
  pageSize,
});

export const dynamicsSchoolsOptions = (question: Question, search: SchoolsSearch) =>
  queryOptions({
    ...listDynamicsSchoolsQuery({ query: schoolsQuery(question, search) }),
    placeholderData: keepPreviousData,
  });

export function readAllDynamicsSchools(question: Question, search: SchoolsSearch): Promise<DynamicsSchool[]> {
  return readAll(async (page, size) => {
    const query = { ...schoolsQuery(question, search), page, pageSize: size };
    return (await listDynamicsSchools({ query, throwOnError: true })).data;
  });
}
