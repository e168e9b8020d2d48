import { useQuery } from '@tanstack/react-query';
import type { LinkProps } from '@tanstack/react-router';
import { cohortsOptions, municipalitiesOptions } from '@/api/dictionaries';
import { words } from '../help/ru';
import { ru } from '../ru';

/** What has a name of its own besides schools: municipalities, lists, words of the glossary. */
export function useNamedPlaces(enabled: boolean): { label: string; link: LinkProps }[] {
  const municipalities = useQuery({ ...municipalitiesOptions(), enabled }).data ?? [];
  const cohorts = useQuery({ ...cohortsOptions(), enabled }).data ?? [];
  return [
    ...municipalities.map(({ code, name }) => ({
      label: name,
      link: { to: '/schools', search: { municipality: code } } as LinkProps,
    })),
    ...cohorts.map(({ id, name }) => ({
      label: name,
      link: { to: '/cohorts/$cohortId', params: { cohortId: id } } as LinkProps,
    })),
    ...words.map(([word]) => ({
      label: `${ru.palette.word} ${word}`,
      link: { to: '/help', search: { search: word } } as LinkProps,
    })),
  ];
}
