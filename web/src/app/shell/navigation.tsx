import { IconHelpCircle } from '@tabler/icons-react';
import { Link, type LinkProps } from '@tanstack/react-router';
import { useMe } from '@/api/session';
import { ru } from '../ru';
import { navItems } from './nav-items';
import classes from './shell.module.css';

export function Navigation() {
  const me = useMe();
  return (
    <nav aria-label={ru.nav.label} className={classes.nav}>
      {navItems(me).map(({ label, icon: Icon, to, params, exact }) => (
        <Link
          key={label}
          {...({ to, params } as LinkProps)}
          activeOptions={{ exact: exact ?? false, includeSearch: false }}
          className={classes.navLink}
          title={label}
        >
          <Icon size={22} stroke={1.7} aria-hidden="true" />
          <span className={classes.navLabel}>{label}</span>
        </Link>
      ))}
    </nav>
  );
}

/** Help and glossary are one click away on every screen. */
export function HelpLink() {
  const me = useMe();
  if (me.role === 'School') return null;
  return (
    <Link to="/help" className={`${classes.navLink} ${classes.railHelp}`} title={ru.nav.help}>
      <IconHelpCircle size={22} stroke={1.7} aria-hidden="true" />
      <span className={classes.navLabel}>{ru.nav.help}</span>
    </Link>
  );
}
