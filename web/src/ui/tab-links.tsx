import { NativeSelect } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Link, type LinkProps, useNavigate, useRouterState } from '@tanstack/react-router';
import classes from './tab-links.module.css';
import { narrow } from './tokens';

export interface TabLink {
  label: string;
  link: LinkProps;
  /** Path that this tab leads to, to know which one is open. */
  path: string;
  /** The tab is open on the pages below its address, too. */
  below?: boolean;
  /** A further address whose pages belong to the tab. */
  also?: string;
}

/** Tabs that are addresses: Back, middle click and a pasted link all work. A select at 390 px. */
export function TabLinks({ label, tabs }: { label: string; tabs: readonly TabLink[] }) {
  const small = useMediaQuery(narrow, false, { getInitialValueInEffect: false });
  const navigate = useNavigate();
  const pathname = useRouterState({ select: (state) => state.location.pathname.replace(/\/$/, '') });
  const open = tabs.find(
    ({ path, below, also }) =>
      pathname === path || (below && pathname.startsWith(`${path}/`)) || (also && pathname.startsWith(`${also}/`)),
  );
  if (small) {
    return (
      <NativeSelect
        className="no-print"
        data-keep-focus
        mb="md"
        aria-label={label}
        value={open?.path ?? pathname}
        data={tabs.map((tab) => ({ value: tab.path, label: tab.label }))}
        onChange={(event) => {
          const tab = tabs.find(({ path }) => path === event.currentTarget.value);
          if (tab) void navigate(tab.link);
        }}
      />
    );
  }
  return (
    <nav className={`${classes.tabs} no-print`} aria-label={label} data-keep-focus>
      {tabs.map((tab) => (
        <Link
          key={tab.path}
          {...tab.link}
          className={classes.tab}
          activeOptions={{ exact: !tab.below, includeSearch: false }}
          {...(tab === open ? { 'data-status': 'active', 'aria-current': 'page' } : {})}
        >
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
