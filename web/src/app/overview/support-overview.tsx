import { useQuery } from '@tanstack/react-query';
import {
  getSupportOverviewQuery,
  listInternshipsQuery,
  listMentoringsQuery,
  listPartnershipGapsQuery,
  listPartnershipsQuery,
} from '@/api/gen/@tanstack/react-query.gen';
import { can, useMe } from '@/api/session';
import { daysOf, yearOf } from '@/features/support/filter';
import { today } from '@/lib/today';
import { PageHeader } from '@/ui/page-header';
import { Figure, FigureCard, Figures } from './figure-card';
import classes from './overview.module.css';
import { ru } from './ru';

const count = { page: 1, pageSize: 1 };
const totalOf = ({ total }: { total: number }) => total;

/** Who helps schools now: each register in the figures that ask for something. */
export function SupportOverviewPage() {
  const me = useMe();
  return (
    <>
      <PageHeader title={ru.support} answer={ru.answerSupport} />
      <div className={classes.grid}>
        {can(me, 'partnerships:read') ? (
          <>
            <Partnerships />
            <Mentoring />
          </>
        ) : null}
        {can(me, 'support:read') ? <Specialists /> : null}
      </div>
    </>
  );
}

function Partnerships() {
  const active = useQuery({ ...listPartnershipsQuery({ query: { state: 'Active', ...count } }), select: totalOf });
  const expiring = useQuery({ ...listPartnershipsQuery({ query: { state: 'Expiring', ...count } }), select: totalOf });
  const lacking = useQuery({ ...listPartnershipGapsQuery({ query: { lacking: true, ...count } }), select: totalOf });
  const inForce = active.data === undefined || expiring.data === undefined ? {} : { data: active.data + expiring.data };
  return (
    <FigureCard title={ru.partnerships} link={{ to: '/support/partnerships' }}>
      <Figures>
        <Figure asked={{ error: active.error ?? expiring.error, ...inForce }} label={ru.inForce} />
        <Figure
          asked={expiring}
          label={ru.expiring}
          link={{ to: '/support/partnerships', search: { state: 'Expiring' } }}
          alarm
        />
        <Figure asked={lacking} label={ru.lacking} link={{ to: '/support/partnerships/gaps' }} alarm />
      </Figures>
    </FigureCard>
  );
}

function Mentoring() {
  const active = useQuery({ ...listMentoringsQuery({ query: { state: 'Active', ...count } }), select: totalOf });
  const ending = useQuery({ ...listMentoringsQuery({ query: { state: 'Ending', ...count } }), select: totalOf });
  const due = useQuery({ ...listInternshipsQuery({ query: { state: 'Due', ...count } }), select: totalOf });
  return (
    <FigureCard title={ru.mentoring} link={{ to: '/support/mentoring' }}>
      <Figures>
        <Figure asked={active} label={ru.mentored} link={{ to: '/support/mentoring', search: { state: 'Active' } }} />
        <Figure
          asked={ending}
          label={ru.ending}
          link={{ to: '/support/mentoring', search: { state: 'Ending' } }}
          alarm
        />
        <Figure asked={due} label={ru.due} link={{ to: '/support/internships', search: { state: 'Due' } }} alarm />
      </Figures>
    </FigureCard>
  );
}

function Specialists() {
  const year = yearOf(today(useMe().region.timeZone));
  const overview = useQuery(getSupportOverviewQuery({ query: daysOf(year) }));
  const { data, error } = overview;
  const asked = (value: number | undefined) => ({ data: value, error });
  const journal = { to: '/support/specialists/overview', search: { year } } as const;
  return (
    <>
      <FigureCard title={ru.specialists} link={{ to: '/support/specialists' }}>
        <Figures>
          <Figure
            asked={asked(data?.total.waiting)}
            label={ru.requests}
            link={{ to: '/support/specialists', search: { state: 'Requested' } }}
            alarm
          />
          <Figure
            asked={asked(data?.total.active)}
            label={ru.active}
            link={{ to: '/support/specialists', search: { state: 'InWork' } }}
          />
          <Figure asked={asked(data?.total.children)} label={ru.children} link={journal} />
        </Figures>
      </FigureCard>
      <FigureCard title={ru.acts} link={{ to: '/support/specialists/visits' }}>
        <Figures>
          <Figure
            asked={asked(data?.visits)}
            label={ru.visits}
            link={{ to: '/support/specialists/visits', search: daysOf(year) }}
          />
          <Figure
            asked={asked(data?.consultations)}
            label={ru.consultations}
            link={{ to: '/support/specialists/consultations', search: daysOf(year) }}
          />
        </Figures>
      </FigureCard>
    </>
  );
}
