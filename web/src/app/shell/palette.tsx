import { Spotlight, spotlight } from '@mantine/spotlight';
import '@mantine/spotlight/styles.css';
import { useDebouncedValue } from '@mantine/hooks';
import { IconBuilding, IconHistory, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { type LinkProps, useLocation, useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { listSchoolsQuery } from '@/api/gen/@tanstack/react-query.gen';
import { can, useMe } from '@/api/session';
import { fold } from '@/lib/fold';
import { ru } from '../ru';
import { useNamedPlaces } from './named-places';
import { navItems } from './nav-items';
import { type Recent, readRecent } from './recent';

const hits = (search: string) => listSchoolsQuery({ query: { search, pageSize: 8 } });

interface Named {
  label: string;
  link: LinkProps;
}

/** What was opened last, without the screen that is open; screens that are not permitted any more are left out. */
function recentOf(kept: readonly Recent[], places: readonly Named[], here: string): Named[] {
  return kept
    .filter(({ path }) => path !== here)
    .flatMap(({ path, title }) => {
      const place = places.find(({ link }) => link.to === path && !link.params);
      if (place) return [place];
      return title ? [{ label: title, link: { to: path } as LinkProps }] : [];
    });
}

/** Ctrl+K: a school by name or code, or a place of the application. */
export function Palette({ onClose }: { onClose: () => void }) {
  const me = useMe();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), 200);
  const { data } = useQuery({
    ...hits(search),
    enabled: search.length > 0,
    placeholderData: keepPreviousData,
  });
  useEffect(() => spotlight.open(), []);

  const typed = text.trim().length > 1;
  const named = useNamedPlaces(typed);
  const places: Named[] = [
    ...navItems(me).map(({ label, to, params }) => ({ label, link: { to, params } as LinkProps })),
    ...(can(me, 'imports:write') ? [{ label: ru.account.imports, link: { to: '/imports' } as LinkProps }] : []),
    ...(can(me, 'cohorts:read') ? [{ label: ru.account.cohorts, link: { to: '/cohorts' } as LinkProps }] : []),
    ...(can(me, 'places:write')
      ? [{ label: ru.account.municipalities, link: { to: '/municipalities' } as LinkProps }]
      : []),
    ...(can(me, 'organisations:read')
      ? [{ label: ru.account.organisations, link: { to: '/organisations' } as LinkProps }]
      : []),
    ...(can(me, 'settings:write') ? [{ label: ru.account.settings, link: { to: '/settings' } as LinkProps }] : []),
    ...(can(me, 'clients:read') ? [{ label: ru.account.apiKeys, link: { to: '/clients' } as LinkProps }] : []),
    ...(can(me, 'history:read') ? [{ label: ru.account.history, link: { to: '/history' } as LinkProps }] : []),
    ...(can(me, 'people:read') ? [{ label: ru.account.people, link: { to: '/people' } as LinkProps }] : []),
    { label: ru.account.profile, link: { to: '/profile' } },
    { label: ru.nav.help, link: { to: '/help' } },
  ];
  const found = places.filter(({ label }) => fold(label).includes(fold(text)));
  // Names of other things stand behind the schools: Enter takes a school first.
  const others = typed ? named.filter(({ label }) => fold(label).includes(fold(text.trim()))).slice(0, 8) : [];
  const here = useLocation({ select: ({ pathname }) => pathname });
  const recent = text.trim() ? [] : recentOf(readRecent(me.id), places, here);
  const schools = search ? (data?.items ?? []) : [];
  const toSchool = (schoolId: string) => navigate({ to: '/schools/$schoolId', params: { schoolId } });

  /** Enter without a choice takes the first hit: one types a name and is there, even before the list has come. */
  async function takeFirst(event: KeyboardEvent<HTMLInputElement>) {
    const chosen = event.currentTarget.closest('[role="dialog"]')?.querySelector('[data-selected]');
    if (event.key !== 'Enter' || chosen) return;
    const [place] = [...recent, ...found];
    const wanted = text.trim();
    const [school] = place || !wanted ? [] : (await queryClient.ensureQueryData(hits(wanted))).items;
    if (!place && !school) return;
    spotlight.close();
    if (place) await navigate(place.link);
    else if (school) await toSchool(school.id);
  }

  return (
    <Spotlight.Root
      query={text}
      onQueryChange={setText}
      onSpotlightClose={onClose}
      shortcut={null}
      overlayProps={{ blur: 0 }}
      maxHeight={420}
      scrollable
    >
      <Spotlight.Search
        placeholder={ru.palette.placeholder}
        aria-label={ru.palette.placeholder}
        leftSection={<IconSearch size={20} aria-hidden="true" />}
        onKeyDown={(event) => void takeFirst(event)}
      />
      <Spotlight.ActionsList>
        {recent.length > 0 ? (
          <Spotlight.ActionsGroup label={ru.palette.recent}>
            {recent.map(({ label, link }) => (
              <Spotlight.Action
                key={label}
                label={label}
                leftSection={<IconHistory size={20} aria-hidden="true" />}
                onClick={() => void navigate(link)}
              />
            ))}
          </Spotlight.ActionsGroup>
        ) : null}
        {found.length > 0 ? (
          <Spotlight.ActionsGroup label={ru.palette.actions}>
            {found.map(({ label, link }) => (
              <Spotlight.Action key={label} label={label} onClick={() => void navigate(link)} />
            ))}
          </Spotlight.ActionsGroup>
        ) : null}
        {schools.length > 0 ? (
          <Spotlight.ActionsGroup label={ru.palette.schools}>
            {schools.map((school) => (
              <Spotlight.Action
                key={school.id}
                label={school.name}
                description={`${school.municipality.name}, ${school.code}`}
                leftSection={<IconBuilding size={20} aria-hidden="true" />}
                onClick={() => void toSchool(school.id)}
              />
            ))}
          </Spotlight.ActionsGroup>
        ) : null}
        {others.length > 0 ? (
          <Spotlight.ActionsGroup label={ru.palette.others}>
            {others.map(({ label, link }) => (
              <Spotlight.Action key={label} label={label} onClick={() => void navigate(link)} />
            ))}
          </Spotlight.ActionsGroup>
        ) : null}
        {schools.length + found.length + others.length === 0 ? (
          <Spotlight.Empty>{ru.palette.nothing}</Spotlight.Empty>
        ) : null}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
