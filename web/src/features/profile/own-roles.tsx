import { useMe } from '@/api/session';
import { roleNames } from '@/api/terms';
import { Card } from '@/ui/card';
import classes from './profile.module.css';
import { ru } from './ru';

/** What one may do, and where: the roles that hold now. */
export function OwnRoles() {
  const { grants } = useMe();
  return (
    <Card title={ru.roles.title}>
      {grants.length === 0 ? <p className={classes.soft}>{ru.roles.none}</p> : null}
      <ul className={classes.sessions}>
        {grants.map(({ role, place }) => (
          <li key={`${role}${place.code}`} className={classes.session}>
            <span>{roleNames[role]}</span>
            <span className={classes.soft}>{place.name}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
