import { useMe } from '@/api/session';
import { PageHeader } from '@/ui/page-header';
import { Appearance } from './appearance';
import { NameForm } from './name-form';
import { OwnRoles } from './own-roles';
import { PasswordForm } from './password-form';
import classes from './profile.module.css';
import { ru } from './ru';
import { SecondFactor } from './second-factor';
import { SessionList } from './session-list';

export function ProfilePage() {
  const { mustSetUpSecondFactor } = useMe();
  return (
    <>
      <PageHeader title={ru.title} />
      <div className={classes.page}>
        {mustSetUpSecondFactor ? <SecondFactor /> : null}
        <NameForm />
        <PasswordForm />
        {mustSetUpSecondFactor ? null : <SecondFactor />}
        <OwnRoles />
        <SessionList />
        <Appearance />
      </div>
    </>
  );
}
