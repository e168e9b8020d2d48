import { useSuspenseQuery } from '@tanstack/react-query';
import { assessmentNames } from '@/api/terms';
import { EmptyState } from '@/ui/empty-state';
import { Switcher } from '@/ui/switcher';
import { assessmentsOf, gradesOf } from './model';
import { schoolResultsOptions } from './queries';
import classes from './results.module.css';
import { ru } from './ru';
import type { ResultsSearch } from './search';
import { SeriesDetail } from './series-detail';
import { SeriesTable } from './series-table';

interface Props {
  schoolId: string;
  search: ResultsSearch;
  onSearch: (next: ResultsSearch) => void;
}

/** All results of a school: procedure and grade in the address, a table of subjects, one subject in detail. */
export function SchoolResultsView({ schoolId, search, onSearch }: Props) {
  const results = useSuspenseQuery(schoolResultsOptions(schoolId)).data;
  const procedures = assessmentsOf(results);
  const assessment = procedures.find((item) => item === search.assessment) ?? procedures[0];
  if (!assessment) return <EmptyState title={ru.none}>{ru.noneText}</EmptyState>;
  const ofProcedure = results.series.filter((series) => series.assessment === assessment);
  const grades = gradesOf(ofProcedure);
  const grade = grades.find((item) => item === search.grade) ?? grades[0];
  const series = grades.length > 1 ? ofProcedure.filter((item) => item.grade === grade) : ofProcedure;
  const shown = series.find((item) => item.subject === search.subject) ?? series[0];

  return (
    <div className={classes.stack}>
      <div className={`${classes.choosers} no-print`}>
        <Switcher
          label={ru.assessment}
          value={assessment}
          options={procedures.map((value) => ({ value, label: assessmentNames[value] }))}
          onChange={(value) => onSearch({ assessment: value })}
        />
        {grades.length > 1 ? (
          <Switcher
            label={ru.grade('')}
            value={String(grade)}
            options={grades.map((value) => ({ value: String(value), label: ru.grade(value) }))}
            onChange={(value) => onSearch({ ...search, assessment, grade: Number(value) })}
          />
        ) : null}
      </div>
      <SeriesTable
        title={`${assessmentNames[assessment]}${grades.length > 1 ? `, ${ru.grade(grade ?? '')}` : ''}`}
        series={series}
        shown={shown}
        onShow={(item) => onSearch({ assessment, grade: search.grade, subject: item.subject })}
      />
      {shown ? <SeriesDetail key={`${shown.subject}-${shown.grade}`} series={shown} /> : null}
    </div>
  );
}
