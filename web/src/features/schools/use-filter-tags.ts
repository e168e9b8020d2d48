import { useSuspenseQuery } from '@tanstack/react-query';
import { cohortsOptions, municipalitiesOptions, subjectsOptions } from '@/api/dictionaries';
import { useMe } from '@/api/session';
import { assessmentNames, categoryName, kindNames, localityNames, stateNames } from '@/api/terms';
import type { FilterTag } from '@/ui/filter-bar';
import { ru } from './ru';
import { hasComparison, type SchoolFilters, type SchoolSearch } from './search';

/** Chosen filters in words: for the tags on screen and for the heading in print. */
export function useFilterTags(search: SchoolSearch, onChange: (change: Partial<SchoolFilters>) => void): FilterTag[] {
  const { region } = useMe();
  const municipalities = useSuspenseQuery(municipalitiesOptions()).data;
  const cohorts = useSuspenseQuery(cohortsOptions()).data;
  const subjects = useSuspenseQuery(subjectsOptions()).data;
  const tags: FilterTag[] = [];
  const add = (key: keyof SchoolFilters, label: string | undefined, alsoClear: Partial<SchoolFilters> = {}) => {
    if (search[key] !== undefined && label !== undefined) {
      tags.push({ key, label, onRemove: () => onChange({ [key]: undefined, ...alsoClear }) });
    }
  };
  add('search', `«${search.search}»`);
  add('municipality', municipalities.find(({ code }) => code === search.municipality)?.name ?? search.municipality);
  add('kind', search.kind && kindNames[search.kind]);
  add('locality', search.locality && localityNames[search.locality]);
  add('category', search.category && categoryName(search.category, region));
  add('cohort', cohorts.find(({ id }) => id === search.cohort)?.name ?? ru.fields.cohort);
  if (search.dynamics) {
    const subject = subjects.find(({ code }) => code === search.subject)?.name ?? search.subject;
    const what =
      hasComparison(search) && search.assessment
        ? `: ${assessmentNames[search.assessment]}, ${subject}${search.grade ? `, ${ru.grade(String(search.grade))}` : ''}, ${search.year}`
        : '';
    const cleared = { year: undefined, assessment: undefined, subject: undefined, grade: undefined };
    add('dynamics', `${ru.dynamics[search.dynamics]}${what}`, cleared);
  }
  add('starred', search.starred && ru.stars[search.starred]);
  add('withoutResults', ru.withoutResults(String(search.withoutResults)));
  add('state', search.state && stateNames[search.state]);
  return tags;
}
