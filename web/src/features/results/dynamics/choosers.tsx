import { SegmentedControl, Select } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { cohortsOptions } from '@/api/dictionaries';
import type { DynamicsOption } from '@/api/gen/types.gen';
import { useMe } from '@/api/session';
import { assessmentNames, categories, categoryName } from '@/api/terms';
import classes from './dynamics.module.css';
import { ru } from './ru';
import { afterSubject, bases, type DynamicsSearch, groupings, type Question } from './search';

interface Props {
  question: Question;
  choices: readonly DynamicsOption[];
  search: DynamicsSearch;
  onSearch: (next: DynamicsSearch) => void;
}

/** The question in the address: procedure, subject, class, year, whom, of how many. */
export function Choosers({ question, choices, search, onSearch }: Props) {
  const { region } = useMe();
  const cohorts = useSuspenseQuery(cohortsOptions()).data;
  const { option, subject } = question;
  return (
    <section className={`${classes.choosers} no-print`} aria-label={ru.choosers}>
      <Select
        label={ru.assessment}
        allowDeselect={false}
        data={choices.map(({ assessment }) => ({ value: assessment, label: assessmentNames[assessment] }))}
        value={question.assessment}
        onChange={(value) => {
          const next = choices.find(({ assessment }) => assessment === value);
          onSearch({
            ...search,
            assessment: next?.assessment,
            subject: undefined,
            grade: undefined,
            sitting: undefined,
          });
        }}
      />
      <Select
        label={ru.subject}
        allowDeselect={false}
        searchable={option.subjects.length > 8}
        data={option.subjects.map(({ code, name }) => ({ value: code, label: name }))}
        value={subject.code}
        onChange={(value) =>
          onSearch(
            afterSubject(
              search,
              option.subjects.find(({ code }) => code === value),
            ),
          )
        }
      />
      {subject.grades.length > 1 ? (
        <Select
          label={ru.grade}
          allowDeselect={false}
          data={subject.grades.map((grade) => ({ value: String(grade), label: ru.gradeName(grade) }))}
          value={String(question.grade)}
          onChange={(value) => onSearch({ ...search, grade: value ? Number(value) : undefined })}
        />
      ) : null}
      {subject.sittings.length > 0 ? (
        <Select
          label={ru.sitting}
          placeholder={ru.mainSitting}
          clearable
          clearButtonProps={{ 'aria-label': `${ru.clear}: ${ru.sitting}` }}
          data={subject.sittings}
          value={question.sitting ?? null}
          onChange={(value) => onSearch({ ...search, sitting: value ?? undefined })}
        />
      ) : null}
      <Select
        label={ru.year}
        allowDeselect={false}
        data={[...option.years].reverse().map(String)}
        value={String(question.year)}
        onChange={(value) => onSearch({ ...search, year: value ? Number(value) : undefined })}
      />
      <Select
        label={ru.cohort}
        placeholder={ru.anyCohort}
        clearable
        clearButtonProps={{ 'aria-label': `${ru.clear}: ${ru.cohort}` }}
        data={cohorts.map(({ id, name }) => ({ value: id, label: name }))}
        value={search.cohort ?? null}
        // Without a list there is no «whole list» to count from.
        onChange={(value) => onSearch({ ...search, cohort: value ?? undefined, base: value ? search.base : undefined })}
      />
      <Select
        label={ru.category}
        placeholder={ru.anyCategory}
        clearable
        clearButtonProps={{ 'aria-label': `${ru.clear}: ${ru.category}` }}
        data={categories.map((value) => ({ value, label: categoryName(value, region) }))}
        value={search.category ?? null}
        onChange={(value) => onSearch({ ...search, category: categories.find((item) => item === value) })}
      />
      <Select
        label={ru.groupBy}
        allowDeselect={false}
        data={groupings.map((value) => ({ value, label: ru.groups[value] }))}
        value={search.groupBy ?? 'municipality'}
        onChange={(value) => onSearch({ ...search, groupBy: groupings.find((item) => item === value) })}
      />
      <div>
        <div className={classes.baseLabel} id="dynamics-base">
          {ru.base}
        </div>
        <SegmentedControl
          aria-labelledby="dynamics-base"
          value={question.base}
          data={bases.map((value) => ({ value, label: ru.bases[value] }))}
          onChange={(value) => onSearch({ ...search, base: bases.find((item) => item === value) })}
        />
      </div>
    </section>
  );
}
