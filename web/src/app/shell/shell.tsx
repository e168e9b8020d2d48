import { IconHelp } from '@tabler/icons-react';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { usePreferences } from '@/api/preferences';
import { useRegionLogo } from '@/api/region-logo';
import { useMe } from '@/api/session';
import { useShortcuts } from '@/lib/keys';
import { MarkLogo } from '@/ui/mark-logo';
import { screenHelp as help, ru } from '../ru';
import { AccountMenu } from './account-menu';
import { ApplyPreferences } from './apply-preferences';
import { Bell } from './bell';
import bell from './bell.module.css';
import { HelpLink, Navigation } from './navigation';
import { useKeepRecent } from './recent';
import { SearchButton } from './search-button';
import classes from './shell.module.css';

const KeyHelp = lazy(() => import('@/ui/key-help').then((module) => ({ default: module.KeyHelp })));
const HelpDrawer = lazy(() => import('../help/help-drawer').then((module) => ({ default: module.HelpDrawer })));
const Palette = lazy(() => import('./palette').then((module) => ({ default: module.Palette })));

export function Shell() {
  const me = useMe();
  const { preferences, change } = usePreferences();
  // Until the second factor is set up the server refuses everything else, the logo too.
  const logo = useRegionLogo(me.mustSetUpSecondFactor ? '' : me.region.code);
  const [keys, setKeys] = useState(false);
  const [palette, setPalette] = useState(false);
  const [helping, setHelping] = useState(false);
  useKeepRecent(me.id);
  const busy = useRouterState({ select: (state) => state.isLoading });
  useShortcuts({ 'Shift+Slash': () => setKeys(true) });
  useEffect(() => {
    // Ctrl+K is no single-letter key: it works inside fields too.
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.code === 'KeyK') {
        event.preventDefault();
        setPalette(true);
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  return (
    <div className={classes.shell}>
      <ApplyPreferences />
      <a href="#content" className="skip-link">
        {ru.skip}
      </a>
      <div className={`${classes.rail} no-print`}>
        <div className={classes.brand}>
          <MarkLogo size={28} />
          <span className={classes.brandWords}>
            <strong>{ru.product}</strong>
            <span>{me.region.name}</span>
          </span>
          {logo ? <img src={logo} alt="" className={classes.logo} /> : null}
        </div>
        <Navigation />
        <HelpLink />
      </div>
      <header className={`${classes.top} no-print`}>
        <span className={classes.topBrand}>
          <MarkLogo size={24} />
          <strong>{ru.product}</strong>
        </span>
        {me.role === 'School' ? null : <SearchButton onOpen={() => setPalette(true)} />}
        <button
          type="button"
          className={bell.bell}
          aria-label={help.screen}
          aria-haspopup="dialog"
          onClick={() => setHelping(true)}
        >
          <IconHelp size={22} stroke={1.7} aria-hidden="true" />
        </button>
        <Bell />
        <AccountMenu onKeys={() => setKeys(true)} />
      </header>
      {busy ? <div className={classes.busy} /> : null}
      <main id="content" className={classes.main} tabIndex={-1}>
        {logo ? (
          <p className={classes.printHead}>
            <img src={logo} alt="" />
            {me.region.name}
          </p>
        ) : null}
        <Outlet />
      </main>
      <Suspense>
        {keys ? (
          <KeyHelp
            letters={preferences.singleLetterKeys}
            onLetters={(singleLetterKeys) => change({ singleLetterKeys })}
            onClose={() => setKeys(false)}
          />
        ) : null}
        {helping ? <HelpDrawer onClose={() => setHelping(false)} /> : null}
        {palette ? <Palette onClose={() => setPalette(false)} /> : null}
      </Suspense>
    </div>
  );
}
