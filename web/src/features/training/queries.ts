import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import {
  getAttendanceQuery,
  getCourseQuery,
  getCourseRunQuery,
  getTrainingCoverageQuery,
  listCourseRunsQuery,
  listCoursesQuery,
  listDeficitsQuery,
  listEnrolmentsQuery,
} from '@/api/gen/@tanstack/react-query.gen';
import { listCourses, listEnrolments } from '@/api/gen/sdk.gen';
import type { CourseSummary, EnrolmentSummary } from '@/api/gen/types.gen';
import { readAll } from '@/lib/use-print-all';
import { pageSize, toCoverage, toQuery } from './filters';
import type { CourseSearch, CoverageSearch, RunSearch } from './search';

const seated = ['Applied', 'Enrolled', 'Completed', 'NotCompleted'] as const;

export const coursesOptions = (search: CourseSearch) =>
  queryOptions({ ...listCoursesQuery({ query: toQuery(search) }), placeholderData: keepPreviousData });

export const courseOptions = (id: string) => getCourseQuery({ path: { id } });

/** The region's dictionary: courses name deficits by their codes. */
export const deficitsOptions = () => listDeficitsQuery();

export const runsOptions = (course: string) =>
  listCourseRunsQuery({ query: { course, sort: '-start', pageSize: 100 } });

export const runOptions = (id: string) => getCourseRunQuery({ path: { id } });

export const attendanceOptions = (id: string) => getAttendanceQuery({ path: { id } });

export const enrolmentsOptions = (run: string, { state, search, page }: RunSearch) =>
  queryOptions({
    ...listEnrolmentsQuery({
      query: { run, state: state ? [state] : undefined, search, sort: 'name', page: page ?? 1, pageSize },
    }),
    placeholderData: keepPreviousData,
  });

export const schoolEnrolmentsOptions = (school: string, page: number) =>
  queryOptions({ ...listEnrolmentsQuery({ query: { school, page, pageSize } }), placeholderData: keepPreviousData });

export const coverageOptions = (search: CoverageSearch, year: number) =>
  queryOptions({ ...getTrainingCoverageQuery({ query: toCoverage(search, year) }), placeholderData: keepPreviousData });

export const schoolCoverageOptions = (school: string, year: number) =>
  getTrainingCoverageQuery({ query: { school, from: `${year}-01-01`, until: `${year}-12-31` } });

/** Every course of the filter, for print. */
export function readAllCourses(search: CourseSearch): Promise<CourseSummary[]> {
  return readAll(async (page, size) => {
    const { data } = await listCourses({ query: { ...toQuery(search), page, pageSize: size }, throwOnError: true });
    return data;
  });
}

/** All who have a seat on a run, for the sheet of attendance. */
export const seatedOptions = (run: string) =>
  queryOptions({
    queryKey: [{ _id: 'listEnrolments', seated: run }],
    queryFn: () =>
      readAll<EnrolmentSummary>(async (page, size) => {
        const { data } = await listEnrolments({
          query: { run, state: [...seated], sort: 'name', page, pageSize: size },
          throwOnError: true,
        });
        return data;
      }),
  });

/** Seats are counted on courses and runs alike: whatever has changed, all of training is looked at again. */
export async function trainingChanged(queryClient: QueryClient): Promise<void> {
  const ours = new Set<unknown>([
    'listCourses',
    'getCourse',
    'listCourseRuns',
    'getCourseRun',
    'listEnrolments',
    'getAttendance',
    'getTrainingCoverage',
  ]);
  await queryClient.invalidateQueries({
    predicate: ({ queryKey }) => ours.has((queryKey[0] as { _id?: string } | undefined)?._id),
  });
}
