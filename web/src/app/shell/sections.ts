import type { LinkProps } from '@tanstack/react-router';
import type { MeDetails } from '@/api/gen/types.gen';
import { can } from '@/api/session';
import { titles as partnerships } from '@/features/partnerships/titles';
import { titles as support } from '@/features/support/titles';
import { titles as teachers } from '@/features/teachers/titles';
import { titles as training } from '@/features/training/titles';
import type { TabLink } from '@/ui/tab-links';

type Register = readonly [permission: string, label: string, to: NonNullable<LinkProps['to']>, also?: string];

/** The registers of «Обучение», in the order of their tabs. */
const trainingRegisters: Register[] = [
  ['training:read', training.courses, '/training/courses', '/training/runs'],
  ['training:read', training.coverageTab, '/training/coverage'],
  ['teachers:read', teachers.list, '/training/teachers'],
];

/** The registers of «Поддержка», in the order of their tabs. */
const supportRegisters: Register[] = [
  ['partnerships:read', partnerships.list, '/support/partnerships'],
  ['support:read', support.tab, '/support/specialists'],
];

/** Tabs of the registers that the person may see; a section opens on its first. */
const tabs = (me: Pick<MeDetails, 'permissions'>, registers: Register[]): TabLink[] =>
  registers.flatMap(([permission, label, to, also]) =>
    can(me, permission) ? [{ label, link: { to }, path: to, below: true, ...(also ? { also } : {}) }] : [],
  );

export const trainingTabs = (me: Pick<MeDetails, 'permissions'>) => tabs(me, trainingRegisters);
export const supportTabs = (me: Pick<MeDetails, 'permissions'>) => tabs(me, supportRegisters);
