import { useLocalStorage } from '@mantine/hooks';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { cohortsOptions, dynamicsChoicesOptions } from '@/api/dictionaries';
import { can, useMe } from '@/api/session';
import { schoolForms } from '@/api/terms';
import { newestFirst } from '@/features/cohorts/newest-first';
import { LastImports } from '@/features/imports/last-imports';
import { CohortDynamics, coreQuestions } from '@/features/results/dynamics/cohort-dynamics';
import { formatCount, formatToday } from '@/lib/format';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';
import { ru as app } from '../ru';
import { Guide } from './guide';
import { guideSteps } from './guide-steps';
import classes from './home.module.css';
import { homeOptions } from './queries';
import { RegionFigures } from './region-figures';
import { ru } from './ru';
import { Starred } from './starred';
import { Tasks } from './tasks';

/** «Мой день» of operators and coordinators, «Обзор» of observers. */
export function HomePage() {
  const me = useMe();
  const home = useSuspenseQuery(homeOptions()).data;
  const [hidden, setHidden] = useLocalStorage({ key: 'opora-guide-hidden', defaultValue: false });
  const reads = home.role === 'Observer';
  const guided = home.guide && !hidden && guideSteps(home.guide).some((step) => !step.done) ? home.guide : undefined;
  return (
    <>
      <PageHeader
        title={reads ? app.nav.overview : app.nav.home}
        above={<p className={classes.today}>{ru.today(formatToday(me.region.timeZone), me.region.schoolYear)}</p>}
        answer={
          home.schools > 0 ? (
            <>
              {ru.inSystem} <Link to="/schools">{formatCount(home.schools, schoolForms)}</Link>
              {home.cohort ? (
                <>
                  , {ru.supported}{' '}
                  <Link to="/cohorts/$cohortId" params={{ cohortId: home.cohort.id }}>
                    {formatCount(home.cohort.members, schoolForms)}
                  </Link>
                </>
              ) : null}
              .
            </>
          ) : undefined
        }
      />
      <div className={classes.columns}>
        <div className={classes.stack}>
          {guided ? <Guide state={guided} onHide={() => setHidden(true)} /> : null}
          {home.schools === 0 && !home.guide ? <EmptyState title={ru.empty}>{ru.emptyReader}</EmptyState> : null}
          {reads || home.schools === 0 ? null : <Tasks tasks={home.tasks} />}
          {home.region ? <RegionFigures figures={home.region} members={home.cohort?.members ?? 0} /> : null}
          {reads || home.schools === 0 ? null : <Movement />}
        </div>
        <div className={classes.stack}>
          {home.schools > 0 ? <Starred schools={home.starred} /> : null}
          {can(me, 'imports:write') ? <LastImports /> : null}
        </div>
      </div>
    </>
  );
}

/** The newest list may be of a year whose exams are still ahead: then the one before it speaks. */
function Movement() {
  const cohorts = newestFirst(useSuspenseQuery(cohortsOptions()).data);
  const choices = useSuspenseQuery(dynamicsChoicesOptions()).data;
  const compared = cohorts.find((item) => coreQuestions(item, choices).length > 0);
  if (compared) return <CohortDynamics cohort={compared} />;
  const [title, text] = cohorts.length > 0 ? [ru.noDynamics, ru.noDynamicsText] : [ru.noCohort, ru.noCohortText];
  return <EmptyState title={title}>{text}</EmptyState>;
}
