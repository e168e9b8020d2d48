import { Menu } from '@mantine/core';
import {
  IconBuildingCommunity,
  IconChevronDown,
  IconFileImport,
  IconHelpCircle,
  IconHistory,
  IconKey,
  IconKeyboard,
  IconListDetails,
  IconLogout,
  IconMap2,
  IconMoon,
  IconSettings,
  IconSun,
  IconSunMoon,
  IconUserCircle,
  IconUsers,
} from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { signOut } from '@/api/gen/sdk.gen';
import { usePreferences } from '@/api/preferences';
import { can, useMe } from '@/api/session';
import { ru } from '../ru';
import { forgetRecent } from './recent';
import classes from './shell.module.css';

const schemes = [
  { value: 'light', label: ru.account.light, icon: IconSun },
  { value: 'dark', label: ru.account.dark, icon: IconMoon },
  { value: 'auto', label: ru.account.auto, icon: IconSunMoon },
] as const;

export function AccountMenu({ onKeys }: { onKeys: () => void }) {
  const me = useMe();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const { preferences, change } = usePreferences();
  async function leave() {
    await signOut();
    // Nothing of this person may stay for the next one at the same computer.
    await navigate({ to: '/sign-in', search: {} });
    queryClient.clear();
    forgetRecent();
  }
  return (
    <Menu position="bottom-end" width={260} withinPortal>
      <Menu.Target>
        <button type="button" className={classes.account}>
          <IconUserCircle size={24} stroke={1.6} aria-hidden="true" />
          <span className="visually-hidden">{ru.account.label}: </span>
          <span className={classes.accountWords}>
            <strong>{me.displayName}</strong>
            <span>{ru.roles[me.role]}</span>
          </span>
          <IconChevronDown size={16} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component={Link} to="/profile" leftSection={<IconUserCircle size={18} aria-hidden="true" />}>
          {ru.account.profile}
        </Menu.Item>
        {can(me, 'imports:read') ? (
          <Menu.Item component={Link} to="/imports" leftSection={<IconFileImport size={18} aria-hidden="true" />}>
            {ru.account.imports}
          </Menu.Item>
        ) : null}
        {can(me, 'cohorts:read') && me.role !== 'School' ? (
          <Menu.Item component={Link} to="/cohorts" leftSection={<IconListDetails size={18} aria-hidden="true" />}>
            {ru.account.cohorts}
          </Menu.Item>
        ) : null}
        {can(me, 'people:read') ? (
          <Menu.Item component={Link} to="/people" leftSection={<IconUsers size={18} aria-hidden="true" />}>
            {ru.account.people}
          </Menu.Item>
        ) : null}
        {can(me, 'clients:read') ? (
          <Menu.Item component={Link} to="/clients" leftSection={<IconKey size={18} aria-hidden="true" />}>
            {ru.account.apiKeys}
          </Menu.Item>
        ) : null}
        {can(me, 'history:read') ? (
          <Menu.Item component={Link} to="/history" leftSection={<IconHistory size={18} aria-hidden="true" />}>
            {ru.account.history}
          </Menu.Item>
        ) : null}
        {can(me, 'places:write') ? (
          <Menu.Item component={Link} to="/municipalities" leftSection={<IconMap2 size={18} aria-hidden="true" />}>
            {ru.account.municipalities}
          </Menu.Item>
        ) : null}
        {can(me, 'organisations:read') && me.role !== 'School' ? (
          <Menu.Item
            component={Link}
            to="/organisations"
            leftSection={<IconBuildingCommunity size={18} aria-hidden="true" />}
          >
            {ru.account.organisations}
          </Menu.Item>
        ) : null}
        {can(me, 'settings:write') ? (
          <Menu.Item component={Link} to="/settings" leftSection={<IconSettings size={18} aria-hidden="true" />}>
            {ru.account.settings}
          </Menu.Item>
        ) : null}
        <Menu.Item component={Link} to="/help" leftSection={<IconHelpCircle size={18} aria-hidden="true" />}>
          {ru.nav.help}
        </Menu.Item>
        <Menu.Item onClick={onKeys} leftSection={<IconKeyboard size={18} aria-hidden="true" />}>
          {ru.account.keys}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{ru.account.theme}</Menu.Label>
        {schemes.map(({ value, label, icon: Icon }) => (
          <Menu.Item
            key={value}
            role="menuitemradio"
            aria-checked={preferences.theme === value}
            className={classes.scheme}
            onClick={() => change({ theme: value })}
            leftSection={<Icon size={18} aria-hidden="true" />}
          >
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => void leave()} leftSection={<IconLogout size={18} aria-hidden="true" />}>
          {ru.account.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
