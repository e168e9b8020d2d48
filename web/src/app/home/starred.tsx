import { Link } from '@tanstack/react-router';
import type { HomeSchool } from '@/api/gen/types.gen';
import { shortPlace } from '@/lib/places';
import { Card } from '@/ui/card';
import classes from './home.module.css';
import { movementWords, ru } from './ru';

/** Schools one keeps an eye on, with where their newest works went. */
export function Starred({ schools }: { schools: readonly HomeSchool[] }) {
  return (
    <Card
      title={ru.starred}
      aside={
        schools.length > 0 ? (
          <Link to="/schools" search={{ starred: 'true' }}>
            {ru.allStarred}
          </Link>
        ) : null
      }
    >
      {schools.length === 0 ? <p className={classes.soft}>{ru.noStarred}</p> : null}
      <ul className={classes.list}>
        {schools.map((school) => (
          <li key={school.id}>
            <Link to="/schools/$schoolId" params={{ schoolId: school.id }}>
              {school.name}
            </Link>
            <span className={classes.soft}>
              {shortPlace(school.municipality)} · {movementWords(school.latest)}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
