import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatCount } from '@/lib/format';
import { Card } from '@/ui/card';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { ProblemAlert } from '@/ui/problem-alert';
import classes from './events.module.css';
import { schoolAssociationsOptions, schoolEventsOptions } from './queries';
import { associationLevelNames, kindNames, peopleForms, ofSchool as text } from './ru';
import { StateBadge } from './state-badge';
import { countWords, timesWords } from './words';

/** Events that a school took part in and associations that its teachers are in, for its card. */
export function SchoolEvents({ schoolId }: { schoolId: string }) {
  const events = useQuery(schoolEventsOptions(schoolId));
  const associations = useQuery(schoolAssociationsOptions(schoolId));
  return (
    <div className={`${classes.stack} ${classes.below}`}>
      <Card
        title={text.events}
        aside={
          <Link to="/training/events" search={{ school: schoolId }}>
            {text.all}
          </Link>
        }
      >
        {events.error ? (
          <ProblemAlert error={events.error} onRetry={() => void events.refetch()} />
        ) : !events.data ? (
          <DelayedSkeleton rows={3} />
        ) : events.data.total === 0 ? (
          <p className={classes.soft}>{text.noEvents}</p>
        ) : (
          <ul className={classes.lines}>
            {events.data.items.map((event) => (
              <li key={event.id}>
                <span className={classes.name}>
                  <Link to="/training/events/$eventId" params={{ eventId: event.id }}>
                    {event.title}
                  </Link>
                  <StateBadge state={event.state} />
                </span>
                <span className={classes.under}>
                  {timesWords(event)}, {kindNames[event.kind]}
                  {event.own.named + event.own.unnamed > 0 ? ` · ${text.fromSchool(countWords(event.own))}` : null}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Card>
      <Card
        title={text.associations}
        aside={
          <Link to="/training/associations" search={{ school: schoolId }}>
            {text.allAssociations}
          </Link>
        }
      >
        {associations.error ? (
          <ProblemAlert error={associations.error} onRetry={() => void associations.refetch()} />
        ) : !associations.data ? (
          <DelayedSkeleton rows={3} />
        ) : associations.data.total === 0 ? (
          <p className={classes.soft}>{text.noAssociations}</p>
        ) : (
          <ul className={classes.lines}>
            {associations.data.items.map((one) => (
              <li key={one.id}>
                <Link to="/training/associations/$associationId" params={{ associationId: one.id }}>
                  {one.name}
                </Link>
                <span className={classes.under}>
                  {associationLevelNames[one.level]} · {text.members(formatCount(one.ownMembers, peopleForms))}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </div>
  );
}
