import type { ReactNode } from 'react';
import type { OrganisationDetails } from '@/api/gen/types.gen';
import { missing } from '@/lib/format';
import { Card } from '@/ui/card';
import { Facts } from '@/ui/facts';
import classes from './organisations.module.css';
import { card, functionHints, functionNames, ru } from './ru';

/** What is known of an organisation, and what a centre does, in words. */
export function OrganisationAbout({ organisation }: { organisation: OrganisationDetails }) {
  const { kind, shortName, municipality, functions, address, website } = organisation;
  const facts: [string, ReactNode][] = [
    [ru.fields.shortName, shortName ?? missing],
    [ru.fields.municipality, municipality?.name ?? ru.wholeRegion],
    [ru.fields.address, address ?? missing],
    [
      ru.fields.website,
      website && /^https?:\/\//.test(website) ? (
        <a key="website" href={website} rel="noreferrer" target="_blank">
          {website.replace(/^https?:\/\//, '')}
        </a>
      ) : (
        (website ?? missing)
      ),
    ],
  ];
  return (
    <div className={classes.stack}>
      <Card title={card.about}>
        <Facts items={facts} />
      </Card>
      {kind === 'EducationCentre' ? (
        <Card title={card.functions}>
          {functions.length > 0 ? (
            <ul className={classes.functions}>
              {functions.map((one) => (
                <li key={one}>
                  <strong>{functionNames[one]}</strong>
                  <span className={classes.soft}>{functionHints[one]}</span>
                </li>
              ))}
            </ul>
          ) : (
            <span className={classes.soft}>{card.noFunctions}</span>
          )}
        </Card>
      ) : null}
    </div>
  );
}
