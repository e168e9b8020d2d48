import type { MeDetails } from '@/api/gen/types.gen';
import { can } from '@/api/session';
import { titles as partnerships } from '@/features/partnerships/titles';
import { titles as support } from '@/features/support/titles';
import { titles as teachers } from '@/features/teachers/titles';
import { titles as training } from '@/features/training/titles';
import type { TabLink } from '@/ui/tab-links';

/** The registers of «Обучение и поддержка» that the person may see; the section opens on the first. */
export const trainingTabs = (me: Pick<MeDetails, 'permissions'>): TabLink[] =>
  [
    {
      right: 'training:read',
      label: training.courses,
      link: { to: '/training/courses' },
      path: '/training/courses',
    } as const,
    {
      right: 'training:read',
      label: training.coverageTab,
      link: { to: '/training/coverage' },
      path: '/training/coverage',
    } as const,
    {
      right: 'teachers:read',
      label: teachers.list,
      link: { to: '/training/teachers' },
      path: '/training/teachers',
    } as const,
    {
      right: 'partnerships:read',
      label: partnerships.list,
      link: { to: '/training/partnerships' },
      path: '/training/partnerships',
    } as const,
    {
      right: 'support:read',
      label: support.tab,
      link: { to: '/training/support' },
      path: '/training/support',
    } as const,
  ].flatMap(({ right, ...tab }) => (can(me, right) ? [{ ...tab, below: true }] : []));
