import type { LinkProps } from '@tanstack/react-router';
import type { MeDetails } from '@/api/gen/types.gen';
import { can } from '@/api/session';
import { titles as calendar } from '@/features/calendar/titles';
import { titles as diagnostics } from '@/features/diagnostics/titles';
import { titles as events } from '@/features/events/titles';
import { titles as internships } from '@/features/internships/titles';
import { titles as mentoring } from '@/features/mentoring/titles';
import { titles as partnerships } from '@/features/partnerships/titles';
import { titles as selections } from '@/features/selections/titles';
import { titles as support } from '@/features/support/titles';
import { titles as teachers } from '@/features/teachers/titles';
import { titles as training } from '@/features/training/titles';
import type { TabLink } from '@/ui/tab-links';

type Viewer = Pick<MeDetails, 'permissions' | 'role'>;
const overview = 'Обзор';

type Register = readonly [permission: string, label: string, to: NonNullable<LinkProps['to']>, also?: string];

/** The registers of «Обучение», in the order of their tabs. */
const trainingRegisters: Register[] = [
  ['training:read', training.courses, '/training/courses', '/training/runs'],
  ['training:read', training.coverageTab, '/training/coverage'],
  ['diagnostics:read', diagnostics.list, '/training/diagnostics'],
  ['teachers:read', teachers.list, '/training/teachers'],
  ['events:read', events.events, '/training/events'],
  ['events:read', events.associations, '/training/associations'],
  ['events:read', calendar.calendar, '/training/calendar'],
];

/** The registers of «Поддержка», in the order of their tabs. */
const supportRegisters: Register[] = [
  ['partnerships:read', partnerships.list, '/support/partnerships'],
  ['partnerships:read', mentoring.list, '/support/mentoring'],
  ['partnerships:read', internships.list, '/support/internships'],
  ['partnerships:read', selections.list, '/support/selections'],
  ['support:read', support.tab, '/support/specialists'],
];

/** Tabs of the registers that the person may see; a section opens on its first. */
const tabs = (me: Viewer, registers: Register[]): TabLink[] =>
  registers.flatMap(([permission, label, to, also]) =>
    can(me, permission) ? [{ label, link: { to }, path: to, below: true, ...(also ? { also } : {}) }] : [],
  );

/** A section with its overview first; a school's own is its card. */
const section = (me: Viewer, registers: Register[], to: '/training' | '/support'): TabLink[] => {
  const own = tabs(me, registers);
  return me.role === 'School' || own.length === 0 ? own : [{ label: overview, link: { to }, path: to }, ...own];
};

export const trainingTabs = (me: Viewer) => section(me, trainingRegisters, '/training');
export const supportTabs = (me: Viewer) => section(me, supportRegisters, '/support');
