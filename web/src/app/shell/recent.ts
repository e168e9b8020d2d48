import { useMatches } from '@tanstack/react-router';
import { useEffect } from 'react';
import { z } from 'zod/mini';

const most = 6;
const prefix = 'opora-recent-';

/** Cards that have a title of their own. Those of people and of files are left out: their titles may be somebody's name. */
const cards = ['/_app/schools/$schoolId', '/_app/cohorts/$cohortId', '/_app/organisations/$organisationId'];

/** Screens that the palette names itself: of them only the address is kept. */
const pages = [
  '/schools',
  '/indicators/dynamics',
  '/imports',
  '/cohorts',
  '/municipalities',
  '/organisations',
  '/people',
  '/clients',
  '/history',
  '/settings',
];

const kept = z.catch(z.array(z.object({ path: z.string(), title: z.optional(z.string()) })), []);
export type Recent = z.infer<typeof kept>[number];

/** What a person opened last on this computer, the newest first. */
export function readRecent(personId: string): Recent[] {
  try {
    return kept.parse(JSON.parse(window.localStorage.getItem(prefix + personId) ?? '[]'));
  } catch {
    return [];
  }
}

/** Nothing of this person may stay for the next one at the same computer. */
export function forgetRecent(): void {
  const own = Object.keys(window.localStorage).filter((key) => key.startsWith(prefix));
  for (const key of own) window.localStorage.removeItem(key);
}

interface Seen {
  routeId: string;
  pathname: string;
  status: string;
  loaderData?: unknown;
}

/** What of the screen that is shown is worth coming back to. */
export function worthKeeping(matches: readonly Seen[]): Recent | undefined {
  for (const { routeId, pathname, status, loaderData } of matches) {
    const path = pathname.replace(/(.)\/$/, '$1');
    if (status !== 'success') continue;
    const title = cards.includes(routeId) ? (loaderData as { name?: string } | undefined)?.name : undefined;
    if (title) return { path, title };
    if (pages.includes(path)) return { path };
  }
  return undefined;
}

/** Keeps what is opened, for the palette. */
export function useKeepRecent(personId: string): void {
  const seen = useMatches({ select: (matches) => JSON.stringify(worthKeeping(matches as readonly Seen[]) ?? null) });
  useEffect(() => {
    const opened = JSON.parse(seen) as Recent | null;
    if (!opened) return;
    const others = readRecent(personId).filter(({ path }) => path !== opened.path);
    window.localStorage.setItem(prefix + personId, JSON.stringify([opened, ...others].slice(0, most)));
  }, [seen, personId]);
}
