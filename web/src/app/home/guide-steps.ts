import type { LinkProps } from '@tanstack/react-router';
import type { HomeGuide } from '@/api/gen/types.gen';
import { formatNumber } from '@/lib/format';
import { guide as ru } from './ru';

export interface GuideStep {
  key: string;
  done: boolean;
  link: LinkProps;
  title: string;
  text: string;
}

/** Five steps; the region itself exists from the set-up on. */
export function guideSteps(state: HomeGuide): GuideStep[] {
  const { municipalities, schools, hasResults, listedSchools, people } = state;
  const register = schools > 0 ? 'municipalities' : 'schools';
  return [
    { key: 'region', done: true, link: { to: '/municipalities' }, ...ru.region },
    {
      key: 'schools',
      done: municipalities > 0 && schools > 0,
      link: { to: '/imports', search: { kind: municipalities === 0 ? 'municipalities' : register } },
      title: ru.schools.title,
      text: schools > 0 ? ru.schools.has(formatNumber(municipalities), formatNumber(schools)) : ru.schools.text,
    },
    { key: 'results', done: hasResults, link: { to: '/imports', search: { kind: 'exam-results' } }, ...ru.results },
    {
      key: 'list',
      done: listedSchools > 0,
      link: { to: '/imports', search: { kind: 'cohort-members' } },
      title: ru.list.title,
      text: listedSchools > 0 ? ru.list.has(formatNumber(listedSchools)) : ru.list.text,
    },
    {
      key: 'people',
      done: people > 0,
      link: { to: '/people/invite' },
      title: ru.people.title,
      text: people > 0 ? ru.people.has(formatNumber(people)) : ru.people.text,
    },
  ];
}
