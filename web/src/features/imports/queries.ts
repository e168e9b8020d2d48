import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import {
  getImportPreviewQuery,
  getImportQuery,
  listImportErrorsQuery,
  listImportMappingsQuery,
  listImportsQuery,
} from '@/api/gen/@tanstack/react-query.gen';
import { listImportAbsent } from '@/api/gen/sdk.gen';
import type { ImportDetails, ImportKind } from '@/api/gen/types.gen';

export const pageSize = 25;

export interface ImportSearch {
  kind?: ImportKind | undefined;
  state?: 'awaitingConfirmation' | undefined;
  troubled?: 'true' | undefined;
  finishedSince?: string | undefined;
  page?: number | undefined;
}

export const importsOptions = ({ kind, state, troubled, finishedSince, page }: ImportSearch) =>
  queryOptions({
    ...listImportsQuery({
      query: { kind, state, troubled: troubled ? true : undefined, finishedSince, page: page ?? 1, pageSize },
    }),
    placeholderData: keepPreviousData,
  });

/** True while the server works on the job and the screen should keep asking. */
export const atWork = (job: Pick<ImportDetails, 'state'>) => job.state === 'queued' || job.state === 'running';

export const importOptions = (id: string) =>
  queryOptions({
    ...getImportQuery({ path: { id } }),
    refetchInterval: ({ state }) => (state.data && atWork(state.data) ? 1_000 : false),
    // The job goes on while the tab is hidden; asking then would be for nobody.
    refetchIntervalInBackground: false,
  });

/** Where the table stands in the file; found by the server where nothing is said. */
export interface Place {
  sheet?: string;
  headerRow?: number;
  firstRow?: number;
}

export const previewOptions = (id: string, place: Place) =>
  queryOptions({
    ...getImportPreviewQuery({ path: { id }, query: place }),
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  });

export const errorsOptions = (id: string, page: number) =>
  queryOptions({
    ...listImportErrorsQuery({ path: { id }, query: { page, pageSize: 100 } }),
    placeholderData: keepPreviousData,
  });

/** Who does not stand in a file that is the whole staff of its schools; the version tells one check from the next. */
export const absentOptions = (job: Pick<ImportDetails, 'id' | 'version' | 'mapping'>) =>
  queryOptions({
    queryKey: ['import-absent', job.id, job.version],
    queryFn: async ({ signal }) => (await listImportAbsent({ path: { id: job.id }, signal, throwOnError: true })).data,
    enabled: Boolean(job.mapping?.wholeStaffOn),
  });

export const mappingsOptions = (kind: ImportKind) => queryOptions(listImportMappingsQuery({ query: { kind } }));

/** After a step of a job. What the whole product shows may have changed once rows were written. */
export async function importChanged(queryClient: QueryClient, job: ImportDetails): Promise<void> {
  queryClient.setQueryData(importOptions(job.id).queryKey, job);
  const lists = importsOptions({}).queryKey[0]._id;
  await queryClient.invalidateQueries({
    predicate: ({ queryKey }) => (queryKey[0] as { _id?: string })?._id === lists,
  });
}

/** Rows were written or taken back: every figure on screen is from before. The job itself is already fresh. */
export async function figuresChanged(queryClient: QueryClient): Promise<void> {
  const own = new Set(['getMe', importOptions('').queryKey[0]._id]);
  await queryClient.invalidateQueries({
    predicate: ({ queryKey }) => !own.has((queryKey[0] as { _id?: string })?._id ?? ''),
  });
}
