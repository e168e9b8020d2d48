import { IconLock } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { SchoolDetails } from '@/api/gen/types.gen';
import { can, useMe } from '@/api/session';
import { categoryName } from '@/api/terms';
import { formatDay } from '@/lib/format';
import { Note } from '@/ui/note';
import { PageHeader } from '@/ui/page-header';
import { StatusBadge } from '@/ui/status-badge';
import { TabLinks } from '@/ui/tab-links';
import { schoolOptions } from './queries';
import { card, ru } from './ru';
import classes from './school.module.css';
import { SchoolActions } from './school-actions';
import { StarButton } from './star-button';

interface Props {
  schoolId: string;
  /** The sentence «где мы сейчас». */
  answer: string | undefined;
  children: ReactNode;
}

/** Header, state and tabs of a school's card. */
export function SchoolFrame({ schoolId, answer, children }: Props) {
  const school = useSuspenseQuery(schoolOptions(schoolId)).data;
  const me = useMe();
  const params = { schoolId };
  const base = `/schools/${schoolId}`;
  return (
    <>
      <PageHeader
        title={school.name}
        above={
          <p className={classes.above}>
            {me.role === 'School' ? null : (
              <>
                <Link to="/schools">{ru.title}</Link>
                <span aria-hidden="true"> / </span>
              </>
            )}
            {school.municipality.name}
            {school.category ? (
              <StatusBadge tone="attention">{categoryName(school.category, me.region)}</StatusBadge>
            ) : null}
          </p>
        }
        answer={answer ?? card.noResults}
        actions={
          <>
            <StarButton schoolId={schoolId} />
            <SchoolActions school={school} />
          </>
        }
      />
      <ReadOnlyReason school={school} />
      <TabLinks
        label={card.tabs.label}
        tabs={[
          { label: card.tabs.overview, link: { to: '/schools/$schoolId', params }, path: base },
          { label: card.tabs.results, link: { to: '/schools/$schoolId/results', params }, path: `${base}/results` },
          {
            label: card.tabs.indicators,
            link: { to: '/schools/$schoolId/indicators', params },
            path: `${base}/indicators`,
          },
          ...(can(me, 'teachers:read')
            ? [
                {
                  label: card.tabs.teachers,
                  link: { to: '/schools/$schoolId/teachers', params },
                  path: `${base}/teachers`,
                } as const,
              ]
            : []),
          ...(can(me, 'training:read')
            ? [
                {
                  label: card.tabs.training,
                  link: { to: '/schools/$schoolId/training', params },
                  path: `${base}/training`,
                } as const,
              ]
            : []),
          ...(can(me, 'partnerships:read')
            ? [
                {
                  label: card.tabs.partnerships,
                  link: { to: '/schools/$schoolId/partnerships', params },
                  path: `${base}/partnerships`,
                } as const,
              ]
            : []),
          ...(can(me, 'support:read')
            ? [
                {
                  label: card.tabs.support,
                  link: { to: '/schools/$schoolId/support', params },
                  path: `${base}/support`,
                } as const,
              ]
            : []),
          { label: card.tabs.history, link: { to: '/schools/$schoolId/history', params }, path: `${base}/history` },
          ...(can(me, 'people:read')
            ? [
                {
                  label: card.tabs.access,
                  link: { to: '/schools/$schoolId/access', params },
                  path: `${base}/access`,
                } as const,
              ]
            : []),
        ]}
      />
      {children}
    </>
  );
}

function ReadOnlyReason({ school }: { school: SchoolDetails }) {
  if (school.state === 'Open') return null;
  const on = formatDay(school.closedOn);
  const text =
    school.state === 'Merged' && school.mergedInto ? card.merged(school.mergedInto.name, on) : card.closed(on);
  return (
    <div className={classes.reason}>
      <Note tone="quiet" icon={<IconLock size={20} aria-hidden="true" />}>
        {text}
      </Note>
    </div>
  );
}
