import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useMe } from '@/api/session';
import { kindNames, localityNames, stateNames } from '@/api/terms';
import { formatDay, formatInstant, formatNumber, missing } from '@/lib/format';
import { AsOfBanner } from '@/ui/as-of';
import { Card } from '@/ui/card';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { Facts } from '@/ui/facts';
import { ProblemAlert } from '@/ui/problem-alert';
import { schoolAsOfOptions } from './queries';
import { card, ru } from './ru';
import classes from './school.module.css';

interface Props {
  schoolId: string;
  date: string;
  onDate: (date: string | undefined) => void;
}

/** What the register says of a school as of a day. */
export function SchoolAsOf({ schoolId, date, onDate }: Props) {
  const { region } = useMe();
  const { data: school, error, refetch } = useQuery(schoolAsOfOptions(schoolId, date));
  if (error)
    return (
      <div className={classes.stack}>
        <AsOfBanner date={date} onDate={onDate}>
          {error.status === 404 ? card.notYet : null}
        </AsOfBanner>
        {error.status === 404 ? null : <ProblemAlert error={error} onRetry={() => void refetch()} />}
      </div>
    );
  if (!school) return <DelayedSkeleton />;
  const facts: [string, ReactNode][] = [
    [ru.fields.name, school.name],
    [ru.fields.code, school.code],
    [ru.fields.kind, `${kindNames[school.kind]}, ${localityNames[school.locality]}`],
    [ru.fields.municipality, school.municipality.name],
    [
      ru.fields.state,
      school.closedOn ? `${stateNames[school.state]} ${formatDay(school.closedOn)}` : stateNames[school.state],
    ],
    ...(school.mergedInto ? [[card.mergedInto, school.mergedInto.name] as [string, ReactNode]] : []),
    [ru.fields.pupils, formatNumber(school.pupils)],
    [ru.fields.teachers, formatNumber(school.teachers)],
    [ru.fields.address, school.address ?? missing],
    [ru.fields.website, school.website ?? missing],
  ];
  return (
    <div className={classes.stack}>
      <AsOfBanner date={date} onDate={onDate}>
        {card.knownSince(formatInstant(school.knownSince, region.timeZone))}
      </AsOfBanner>
      <Card title={card.about}>
        <Facts items={facts} />
      </Card>
    </div>
  );
}
