import { useQuery } from '@tanstack/react-query';
import {
  getDeficitCountsQuery,
  getEventReachQuery,
  getTrainingCoverageQuery,
  listCourseRunsQuery,
  listEnrolmentsQuery,
  listEventsQuery,
} from '@/api/gen/@tanstack/react-query.gen';
import { can, useMe } from '@/api/session';
import { addDays } from '@/features/calendar/days';
import { coverageWords } from '@/features/training/words';
import { formatNumber, formatPercent } from '@/lib/format';
import { shortPlace } from '@/lib/places';
import { today } from '@/lib/today';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { PageHeader } from '@/ui/page-header';
import { ProblemAlert } from '@/ui/problem-alert';
import { Figure, FigureCard, Figures } from './figure-card';
import classes from './overview.module.css';
import { ru } from './ru';

const count = { page: 1, pageSize: 1 };
const totalOf = ({ total }: { total: number }) => total;
const shown = 3;

/** What happens with the training of teachers now. */
export function TrainingOverviewPage() {
  const me = useMe();
  return (
    <>
      <PageHeader title={ru.training} answer={ru.answerTraining} />
      <div className={classes.grid}>
        {can(me, 'training:read') ? (
          <>
            <Coverage />
            <Courses />
          </>
        ) : null}
        {can(me, 'diagnostics:read') ? <Diagnostics /> : null}
        {can(me, 'events:read') ? <Events /> : null}
      </div>
    </>
  );
}

function Coverage() {
  const me = useMe();
  const year = today(me.region.timeZone).slice(0, 4);
  const by = me.role === 'Coordinator' ? 'School' : 'Municipality';
  const result = useQuery(getTrainingCoverageQuery({ query: { by, from: `${year}-01-01`, until: `${year}-12-31` } }));
  const whole = result.data;
  return (
    <FigureCard title={`${ru.coverage}, ${year}`} link={{ to: '/training/coverage' }}>
      {whole && whole.staff > 0 ? (
        <>
          <p className={classes.share}>{coverageWords(whole)}</p>
          <p className={classes.soft}>{ru.least}</p>
          <ul className={classes.least}>
            {whole.rows.slice(0, shown).map(({ key, name, trained, staff }) => (
              <li key={key}>
                <span>{by === 'School' ? name : shortPlace(name)}</span>
                <span>{formatPercent({ numerator: trained, denominator: staff })}</span>
              </li>
            ))}
          </ul>
        </>
      ) : whole ? (
        <p className={classes.soft}>{ru.noTeachers}</p>
      ) : result.error ? (
        <ProblemAlert error={result.error} onRetry={() => void result.refetch()} />
      ) : (
        <DelayedSkeleton rows={3} />
      )}
    </FigureCard>
  );
}

function Courses() {
  const open = useQuery({ ...listCourseRunsQuery({ query: { state: ['Open'], ...count } }), select: totalOf });
  const running = useQuery({ ...listCourseRunsQuery({ query: { state: ['Running'], ...count } }), select: totalOf });
  const applied = useQuery({ ...listEnrolmentsQuery({ query: { state: ['Applied'], ...count } }), select: totalOf });
  const waiting = useQuery({ ...listEnrolmentsQuery({ query: { state: ['Waiting'], ...count } }), select: totalOf });
  return (
    <FigureCard title={ru.courses} link={{ to: '/training/courses' }}>
      <Figures>
        <Figure asked={open} label={ru.openRuns} link={{ to: '/training/courses', search: { free: 'yes' } }} />
        <Figure asked={running} label={ru.running} />
        <Figure asked={applied} label={ru.applied} alarm />
        <Figure asked={waiting} label={ru.waiting} />
      </Figures>
    </FigureCard>
  );
}

const monthAhead = 30;

function Events() {
  const now = today(useMe().region.timeZone);
  const soon = { from: now, to: addDays(now, monthAhead) };
  const year = now.slice(0, 4);
  const planned = useQuery({
    ...listEventsQuery({ query: { state: ['Planned'], ...soon, ...count } }),
    select: totalOf,
  });
  const reach = useQuery(getEventReachQuery({ query: { by: 'Kind', from: `${year}-01-01`, to: `${year}-12-31` } }));
  const { data, error } = reach;
  const held = { from: `${year}-01-01`, to: `${year}-12-31` };
  return (
    <FigureCard title={ru.events} link={{ to: '/training/events' }}>
      <Figures>
        <Figure
          asked={planned}
          label={ru.planned}
          link={{ to: '/training/events', search: { state: 'Planned', ...soon } }}
        />
        <Figure
          asked={{ data: data?.events, error }}
          label={ru.held}
          link={{ to: '/training/events', search: { state: 'Held', ...held } }}
        />
        <Figure asked={{ data: data?.people, error }} label={ru.reached} />
      </Figures>
      {data && data.unnamed > 0 ? <p className={classes.soft}>{ru.unnamed(data.unnamed)}</p> : null}
    </FigureCard>
  );
}

/** The deficits that most teachers have, of how many diagnosed of how many on staff. */
function Diagnostics() {
  const year = today(useMe().region.timeZone).slice(0, 4);
  const result = useQuery(
    getDeficitCountsQuery({ query: { by: 'Deficit', from: `${year}-01-01`, until: `${year}-12-31` } }),
  );
  const whole = result.data;
  const most = whole?.rows.toSorted((a, b) => b.deficient - a.deficient).slice(0, shown) ?? [];
  return (
    <FigureCard title={`${ru.diagnostics}, ${year}`} link={{ to: '/training/diagnostics/deficits' }}>
      {whole ? (
        <>
          <p className={classes.share}>{ru.diagnosed(whole.diagnosed, whole.staff)}</p>
          <p className={classes.soft}>{whole.diagnosed > 0 ? ru.deficient(whole.deficient) : ru.nobodyDiagnosed}</p>
          <ul className={classes.least}>
            {most.map(({ key, name, deficient }) => (
              <li key={key}>
                <span>{name}</span>
                <span>{formatNumber(deficient)}</span>
              </li>
            ))}
          </ul>
        </>
      ) : result.error ? (
        <ProblemAlert error={result.error} onRetry={() => void result.refetch()} />
      ) : (
        <DelayedSkeleton rows={3} />
      )}
    </FigureCard>
  );
}
