import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useCan, useMe } from '@/api/session';
import { categoryName, kindNames, localityNames } from '@/api/terms';
import { formatDay, formatNumber, missing } from '@/lib/format';
import { Card } from '@/ui/card';
import { Facts } from '@/ui/facts';
import { schoolOptions } from './queries';
import { card, ru } from './ru';
import classes from './school.module.css';

/** Overview of a school: results in the wide column (given by the page), support and facts beside them. */
export function SchoolOverview({ schoolId, children }: { schoolId: string; children: ReactNode }) {
  return (
    <div className={classes.columns}>
      <div className={classes.stack}>{children}</div>
      <div className={classes.stack}>
        <Support schoolId={schoolId} />
        <About schoolId={schoolId} />
      </div>
    </div>
  );
}

function Support({ schoolId }: { schoolId: string }) {
  const { cohorts } = useSuspenseQuery(schoolOptions(schoolId)).data;
  const { region } = useMe();
  const mayOpen = useCan('cohorts:read');
  return (
    <Card title={card.support}>
      {cohorts.length === 0 ? (
        <span className={classes.soft}>{card.notSupported}</span>
      ) : (
        <ul className={classes.cohorts}>
          {cohorts.map((cohort) => (
            <li key={`${cohort.id}-${cohort.enteredOn}`}>
              <strong>
                {cohort.period}, {categoryName(cohort.category, region)}
              </strong>
              <span className={classes.soft}>
                {mayOpen ? (
                  <Link to="/cohorts/$cohortId" params={{ cohortId: cohort.id }}>
                    {card.order(cohort.orderNumber, formatDay(cohort.orderDate))}
                  </Link>
                ) : (
                  card.order(cohort.orderNumber, formatDay(cohort.orderDate))
                )}
              </span>
              <span className={classes.soft}>
                {cohort.leftOn
                  ? card.left(formatDay(cohort.leftOn), cohort.exitReason ?? missing)
                  : card.entered(formatDay(cohort.enteredOn))}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function About({ schoolId }: { schoolId: string }) {
  const school = useSuspenseQuery(schoolOptions(schoolId)).data;
  const facts: [string, ReactNode][] = [
    [ru.fields.code, school.code],
    [ru.fields.kind, `${kindNames[school.kind]}, ${localityNames[school.locality]}`],
    [ru.fields.pupils, formatNumber(school.pupils)],
    [ru.fields.teachers, formatNumber(school.teachers)],
    [ru.fields.address, school.address ?? missing],
    [
      ru.fields.website,
      school.website && /^https?:\/\//.test(school.website) ? (
        <a key="website" href={school.website} rel="noreferrer" target="_blank">
          {school.website.replace(/^https?:\/\//, '')}
        </a>
      ) : (
        (school.website ?? missing)
      ),
    ],
  ];
  if (school.placements.length > 1) {
    facts.push([
      card.places,
      school.placements.map((place) => (
        <span key={place.from} style={{ display: 'block' }}>
          {place.municipality.name}
          <span className={classes.soft}>
            {place.to
              ? card.placeSpan(formatDay(place.from), formatDay(place.to))
              : card.placeFrom(formatDay(place.from))}
          </span>
        </span>
      )),
    ]);
  }
  return (
    <Card title={card.about}>
      <Facts items={facts} />
    </Card>
  );
}
