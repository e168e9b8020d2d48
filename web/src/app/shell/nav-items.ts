import { IconBuilding, IconChartBar, IconHelpCircle, IconHome, IconSchool, IconUsersGroup } from '@tabler/icons-react';
import type { LinkProps } from '@tanstack/react-router';
import { type Me, ownSchoolId } from '@/api/session';
import { ru } from '../ru';
import { trainingTabs } from './training-sections';

export interface NavItem {
  label: string;
  icon: typeof IconHome;
  to: NonNullable<LinkProps['to']>;
  params?: Record<string, string>;
  exact?: boolean;
}

/** Sections by role: at most six, and only what the person can use. */
export function navItems(me: Me): NavItem[] {
  const schools: NavItem = { label: ru.nav.schools, icon: IconBuilding, to: '/schools' };

  const indicators: NavItem = { label: ru.nav.indicators, icon: IconChartBar, to: '/indicators' };
  const help: NavItem = { label: ru.nav.help, icon: IconHelpCircle, to: '/help' };
  const training: NavItem[] = trainingTabs(me).length
    ? [
        {
          label: me.role === 'School' ? ru.nav.schoolTraining : ru.nav.training,
          icon: IconUsersGroup,
          to: '/training',
        },
      ]
    : [];
  if (me.role === 'School') {
    const schoolId = ownSchoolId(me);
    const own: NavItem[] = schoolId
      ? [{ label: ru.nav.mySchool, icon: IconSchool, to: '/schools/$schoolId', params: { schoolId } }]
      : [];
    return [...own, { ...indicators, to: '/indicators/entry' }, ...training, help];
  }
  const home = me.role === 'Observer' ? ru.nav.overview : ru.nav.home;
  return [{ label: home, icon: IconHome, to: '/', exact: true }, schools, indicators, ...training];
}
