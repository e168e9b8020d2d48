import type { LinkProps } from '@tanstack/react-router';
import { readSearch } from '@/lib/search-params';

const screens: Record<string, NonNullable<LinkProps['to']>> = {
  schools: '/schools',
  imports: '/imports',
  people: '/people',
  clients: '/clients',
  cohorts: '/cohorts',
  recommendations: '/recommendations',
  'dynamics/schools': '/indicators/dynamics/schools',
};

/** The screen that shows a list of the API: screens and lists name their filters alike. */
export function screenOf(list: string): LinkProps {
  const [path = '', query = ''] = list.split('?');
  return { to: screens[path] ?? '/', search: readSearch(query) } as LinkProps;
}
