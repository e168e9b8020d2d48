import { useQueries, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { dynamicsChoicesOptions } from '@/api/dictionaries';
import type { CohortSummary, DynamicsOption } from '@/api/gen/types.gen';
import { useMe } from '@/api/session';
import { assessmentNames } from '@/api/terms';
import { formatOutOf, formatPercent, lowerFirst, missing } from '@/lib/format';
import { Card } from '@/ui/card';
import classes from './dynamics.module.css';
import { hasShare } from './model';
import { overallOptions } from './queries';
import { ru } from './ru';
import { type Question, resolve, toQuery } from './search';

const core = ['main', 'russian', 'mathematics', 'mathematics-profile'];

/** The questions that are asked of a list every year: Russian and mathematics of each procedure. */
export function coreQuestions(
  cohort: Pick<CohortSummary, 'id' | 'resultsYear'>,
  choices: readonly DynamicsOption[],
): Question[] {
  return choices.flatMap(({ assessment, subjects, years }) => {
    if (!years.includes(cohort.resultsYear)) return [];
    const main = subjects.some(({ code }) => code === 'main');
    const asked = subjects.filter(({ code }) => (main ? code === 'main' : core.includes(code)));
    return asked.flatMap(
      ({ code }) =>
        resolve({ assessment, subject: code, year: cohort.resultsYear, cohort: cohort.id, base: 'cohort' }, choices) ??
        [],
    );
  });
}

/** Headline dynamics of a list of schools, one line a question. */
export function CohortDynamics({ cohort }: { cohort: CohortSummary }) {
  const me = useMe();
  const choices = useSuspenseQuery(dynamicsChoicesOptions()).data;
  const questions = coreQuestions(cohort, choices).slice(0, 8);
  const answers = useQueries({ queries: questions.map((question) => overallOptions(question, me)) });
  if (questions.length === 0) return null;
  return (
    <Card title={ru.latest(cohort.name)} aside={<Link to="/indicators/dynamics">{ru.all}</Link>}>
      <ul className={classes.lines}>
        {questions.map((question, at) => {
          const group = answers[at]?.data;
          const share = group && hasShare(group) ? group.share : undefined;
          return (
            <li key={`${question.assessment}-${question.subject.code}`}>
              <Link to="/indicators/dynamics" search={toQuery(question)} className={classes.line}>
                <span>
                  {assessmentNames[question.assessment]}, {lowerFirst(question.subject.name)}
                </span>
                <span className={classes.meter}>
                  {share ? <span style={{ width: `${(share.numerator * 100) / share.denominator}%` }} /> : null}
                </span>
                <b>{share ? `${formatOutOf(share)} (${formatPercent(share)})` : missing}</b>
              </Link>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
