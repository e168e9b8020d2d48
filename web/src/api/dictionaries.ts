import { queryOptions } from '@tanstack/react-query';
import {
  getDynamicsOptionsQuery,
  listCohortsQuery,
  listIndicatorsQuery,
  listMunicipalitiesQuery,
  listSubjectsQuery,
} from './gen/@tanstack/react-query.gen';

const hour = 3_600_000;

/** Dictionaries change rarely: they are asked for once an hour. */
export const municipalitiesOptions = () => queryOptions({ ...listMunicipalitiesQuery(), staleTime: hour });
/** Indicators of all sets, for a choice of one. */
export const indicatorsOptions = () =>
  queryOptions({ ...listIndicatorsQuery({ query: { pageSize: 200 } }), staleTime: hour });

export const subjectsOptions = () => queryOptions({ ...listSubjectsQuery(), staleTime: hour });
/** Years, subjects and grades for which there is something to compare. */
export const dynamicsChoicesOptions = () => queryOptions({ ...getDynamicsOptionsQuery(), staleTime: 60_000 });
export const cohortsOptions = () => queryOptions({ ...listCohortsQuery(), staleTime: 60_000 });
