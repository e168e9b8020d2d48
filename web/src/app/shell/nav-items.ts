import {
  IconBuilding,
  IconCertificate,
  IconChartBar,
  IconHeartHandshake,
  IconHelpCircle,
  IconHome,
  IconSchool,
} from '@tabler/icons-react';
import type { LinkProps } from '@tanstack/react-router';
import { type Me, ownSchoolId } from '@/api/session';
import { ru } from '../ru';
import { supportTabs, trainingTabs } from './sections';

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
    ? [{ label: ru.nav.training, icon: IconCertificate, to: '/training' }]
    : [];
  const support: NavItem[] = supportTabs(me).length
    ? [{ label: ru.nav.support, icon: IconHeartHandshake, to: '/support' }]
    : [];
  if (me.role === 'School') {
    const schoolId = ownSchoolId(me);
    const own: NavItem[] = schoolId
      ? [{ label: ru.nav.mySchool, icon: IconSchool, to: '/schools/$schoolId', params: { schoolId } }]
      : [];
    return [...own, { ...indicators, to: '/indicators/entry' }, ...training, ...support, help];
  }
  const home = me.role === 'Observer' ? ru.nav.overview : ru.nav.home;
  return [{ label: home, icon: IconHome, to: '/', exact: true }, schools, indicators, ...training, ...support];
}
