import { Link } from '@tanstack/react-router';
import type { HomeMunicipality, HomeRegion } from '@/api/gen/types.gen';
import { useMe } from '@/api/session';
import { categoryName } from '@/api/terms';
import { formatNumber, formatPercent } from '@/lib/format';
import { shortPlace } from '@/lib/places';
import { Card } from '@/ui/card';
import { screenOf } from './address';
import classes from './home.module.css';
import { ru, workName } from './ru';

/** The region in figures: each is a link to its list, each share says of how many schools. */
export function RegionFigures({ figures, members }: { figures: HomeRegion; members: number }) {
  const { region } = useMe();
  const both = figures.categories.find(({ kind }) => kind === 'Both')?.count ?? 0;
  return (
    <>
      <Card title={ru.supportedBy}>
        <ul className={classes.figures}>
          {figures.categories.map((number) => (
            <li key={number.kind}>
              <Link {...screenOf(number.list)}>
                <strong>{formatNumber(number.count)}</strong>
                <span>
                  {number.kind === 'Both'
                    ? ru.both
                    : categoryName(number.kind as 'LowResults' | 'AdverseConditions', region)}
                </span>
              </Link>
            </li>
          ))}
        </ul>
        {both > 0 ? <p className={classes.soft}>{ru.overlap(formatNumber(members), formatNumber(both))}</p> : null}
      </Card>
      {figures.headlines.map(({ assessment, subject, year, rising, falling, comparable, all }) => (
        <Card key={`${assessment}${subject}`} title={`${workName(assessment, subject)}, ${year}`}>
          <p className={classes.headline}>
            {ru.roseAt} <Link {...screenOf(rising.list)}>{formatNumber(rising.count)}</Link> {ru.of}{' '}
            {formatNumber(comparable)} ({formatPercent({ numerator: rising.count, denominator: comparable })}),{' '}
            {ru.fellAt} <Link {...screenOf(falling.list)}>{formatNumber(falling.count)}</Link>.
          </p>
          <p className={classes.soft}>{ru.base(comparable, all)}</p>
        </Card>
      ))}
      {figures.municipalities ? (
        <div className={classes.pair}>
          <Places title={ru.top} places={figures.municipalities.top} />
          <Places title={ru.bottom} places={figures.municipalities.bottom} />
        </div>
      ) : null}
    </>
  );
}

function Places({ title, places }: { title: string; places: readonly HomeMunicipality[] }) {
  return (
    <Card title={title}>
      <ul className={classes.list}>
        {places.map(({ name, rising, comparable }) => (
          <li key={name}>
            <Link {...screenOf(rising.list)}>{shortPlace(name)}</Link>
            <span className={classes.soft}>{ru.roseOf(rising.count, comparable)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
