import { Select, type SelectProps } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { municipalitiesOptions } from '@/api/dictionaries';
import { listSchoolsQuery } from '@/api/gen/@tanstack/react-query.gen';
import type { PageOfListedSchool } from '@/api/gen/types.gen';
import { isRegional, useMe } from '@/api/session';
import { SearchSelect } from '@/ui/search-select';
import type { Level } from './recommendation-values';
import { levels } from './recommendation-values';
import classes from './recommendations.module.css';
import { form, ru } from './ru';

interface Props {
  level: Level;
  /** The school that the address of the page has named. */
  school: { id: string; name: string } | undefined;
  field: (name: 'level' | 'schoolId' | 'municipalityCode') => Partial<SelectProps>;
}

/** To whom: a school found by name, a municipality, or the whole region for those who answer for it. */
export function AddresseeFields({ level, school, field }: Props) {
  const me = useMe();
  const regional = isRegional(me);
  const own = new Set(me.grants.map(({ place }) => place.code));
  const municipalities = useSuspenseQuery(municipalitiesOptions()).data.filter(({ code }) => regional || own.has(code));
  return (
    <>
      <Select
        label={ru.fields.level}
        data={levels
          .filter((one) => regional || one !== 'region')
          .map((one) => ({ value: one, label: form.levels[one] }))}
        allowDeselect={false}
        {...field('level')}
      />
      {level === 'school' ? (
        <SearchSelect
          label={ru.fields.schoolId}
          placeholder={form.schoolHint}
          withAsterisk
          find={(search) =>
            listSchoolsQuery({ query: { search: search || undefined, state: 'Open', pageSize: 20 } }) as never
          }
          toOptions={({ items }: PageOfListedSchool) => items.map(({ id, name }) => ({ value: id, label: name }))}
          // Once another place was chosen in between, the named school is no longer.
          known={school && school.id === field('schoolId').value ? { value: school.id, label: school.name } : undefined}
          nothing={form.schoolNothing}
          {...field('schoolId')}
        />
      ) : level === 'municipality' ? (
        <Select
          label={ru.fields.municipalityCode}
          withAsterisk
          searchable
          data={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
          {...field('municipalityCode')}
        />
      ) : (
        <span className={classes.soft} />
      )}
    </>
  );
}
