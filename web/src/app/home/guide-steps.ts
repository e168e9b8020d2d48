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

/** Five steps in the order in which each needs the one before; each is ticked, and unticked, by what there is. */
export function guideSteps(state: HomeGuide): GuideStep[] {
  const { municipalities, schools, hasResults, listedSchools, people } = state;
  return [
    {
      key: 'municipalities',
      done: municipalities > 0,
      link: { to: '/imports', search: { kind: 'municipalities' } },
      title: ru.municipalities.title,
      text: municipalities > 0 ? ru.municipalities.has(formatNumber(municipalities)) : ru.municipalities.text,
    },
    {
      key: 'schools',
      done: schools > 0,
      link: { to: '/imports', search: { kind: 'schools' } },
      title: ru.schools.title,
      text: schools > 0 ? ru.schools.has(formatNumber(schools)) : ru.schools.text,
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
