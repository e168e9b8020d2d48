import { IconTableImport } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { cohortsOptions, dynamicsChoicesOptions } from '@/api/dictionaries';
import { can, useMe } from '@/api/session';
import { schoolForms } from '@/api/terms';
import { CohortCard } from '@/features/cohorts/cohort-card';
import { newestFirst } from '@/features/cohorts/newest-first';
import { LastImports } from '@/features/imports/last-imports';
import { CohortDynamics, coreQuestions } from '@/features/results/dynamics/cohort-dynamics';
import { formatCount } from '@/lib/format';
import { EmptyState } from '@/ui/empty-state';
import { LinkButton } from '@/ui/link-button';
import { PageHeader } from '@/ui/page-header';
import { ru as app } from '../ru';
import classes from './home.module.css';
import { schoolCountOptions } from './queries';
import { ru } from './ru';

export function HomePage() {
  const me = useMe();
  const total = useSuspenseQuery(schoolCountOptions()).data.total;
  const cohorts = newestFirst(useSuspenseQuery(cohortsOptions()).data);
  const choices = useSuspenseQuery(dynamicsChoicesOptions()).data;
  const [cohort] = cohorts;
  // The newest list may be of a year whose exams are still ahead: then the one before it speaks.
  const compared = cohorts.find((item) => coreQuestions(item, choices).length > 0);
  const mayImport = can(me, 'imports:write');
  const title = me.role === 'Observer' ? app.nav.overview : app.nav.home;
  if (total === 0) {
    return (
      <>
        <PageHeader title={title} />
        <EmptyState
          title={ru.empty}
          action={
            mayImport ? (
              <LinkButton
                to="/imports"
                search={{ kind: 'schools' }}
                leftSection={<IconTableImport size={18} aria-hidden="true" />}
              >
                {ru.firstImport}
              </LinkButton>
            ) : null
          }
        >
          {mayImport ? ru.emptyText : ru.emptyReader}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={title}
        answer={
          <>
            {ru.inSystem} <Link to="/schools">{formatCount(total, schoolForms)}</Link>
            {cohort ? (
              <>
                , {ru.supported}{' '}
                <Link to="/cohorts/$cohortId" params={{ cohortId: cohort.id }}>
                  {formatCount(cohort.members, schoolForms)}
                </Link>
              </>
            ) : null}
            .
          </>
        }
      />
      <div className={classes.columns}>
        <div className={classes.stack}>
          {compared ? (
            <CohortDynamics cohort={compared} />
          ) : (
            <EmptyState title={cohort ? ru.noDynamics : ru.noCohort}>
              {cohort ? ru.noDynamicsText : ru.noCohortText}
            </EmptyState>
          )}
        </div>
        <div className={classes.stack}>
          {cohort ? <CohortCard cohort={cohort} /> : null}
          {mayImport ? <LastImports /> : null}
        </div>
      </div>
    </>
  );
}
