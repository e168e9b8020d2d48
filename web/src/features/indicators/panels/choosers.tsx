import { Select } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { cohortsOptions } from '@/api/dictionaries';
import type { SupportCategory } from '@/api/gen/types.gen';
import { useMe } from '@/api/session';
import { categories, categoryName } from '@/api/terms';
import { ru } from './ru';

interface Whom {
  category?: SupportCategory | undefined;
  cohort?: string | undefined;
}

/** Which schools: those of a list, those of a category. */
export function WhomChoosers({ search, onSearch }: { search: Whom; onSearch: (next: Whom) => void }) {
  const { region } = useMe();
  const cohorts = useSuspenseQuery(cohortsOptions()).data;
  return (
    <>
      <Select
        label={ru.cohort}
        placeholder={ru.anyCohort}
        clearable
        clearButtonProps={{ 'aria-label': `${ru.clear}: ${ru.cohort}` }}
        data={cohorts.map(({ id, name }) => ({ value: id, label: name }))}
        value={search.cohort ?? null}
        onChange={(value) => onSearch({ category: search.category, cohort: value ?? undefined })}
      />
      <Select
        label={ru.category}
        placeholder={ru.anyCategory}
        clearable
        clearButtonProps={{ 'aria-label': `${ru.clear}: ${ru.category}` }}
        data={categories.map((value) => ({ value, label: categoryName(value, region) }))}
        value={search.category ?? null}
        onChange={(value) => onSearch({ category: categories.find((item) => item === value), cohort: search.cohort })}
      />
    </>
  );
}

interface SetProps {
  sets: readonly { id: string; name: string; periods: readonly string[] }[];
  set: string | undefined;
  period: string | undefined;
  onSearch: (next: { set: string | undefined; period: string | undefined }) => void;
}

/** The set and one of its periods. */
export function SetChoosers({ sets, set, period, onSearch }: SetProps) {
  const periods = sets.find(({ id }) => id === set)?.periods ?? [];
  return (
    <>
      <Select
        label={ru.set}
        allowDeselect={false}
        data={sets.map(({ id, name }) => ({ value: id, label: name }))}
        value={set ?? null}
        onChange={(value) => {
          const known = sets.find(({ id }) => id === value)?.periods ?? [];
          // Another set keeps the period when it has it.
          onSearch({ set: value ?? undefined, period: period && known.includes(period) ? period : undefined });
        }}
      />
      <Select
        label={ru.period}
        allowDeselect={false}
        data={[...periods]}
        value={period ?? null}
        onChange={(value) => onSearch({ set, period: value ?? undefined })}
      />
    </>
  );
}
