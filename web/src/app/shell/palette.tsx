import { Spotlight, spotlight } from '@mantine/spotlight';
import '@mantine/spotlight/styles.css';
import { useDebouncedValue } from '@mantine/hooks';
import { IconBuilding, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type LinkProps, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { listSchoolsQuery } from '@/api/gen/@tanstack/react-query.gen';
import { can, useMe } from '@/api/session';
import { fold } from '@/lib/fold';
import { ru } from '../ru';
import { navItems } from './nav-items';

/** Ctrl+K: a school by name or code, or a place of the application. */
export function Palette({ onClose }: { onClose: () => void }) {
  const me = useMe();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), 200);
  const { data } = useQuery({
    ...listSchoolsQuery({ query: { search, pageSize: 8 } }),
    enabled: search.length > 0,
    placeholderData: keepPreviousData,
  });
  useEffect(() => spotlight.open(), []);

  const places: { label: string; link: LinkProps }[] = [
    ...navItems(me).map(({ label, to, params }) => ({ label, link: { to, params } as LinkProps })),
    ...(can(me, 'imports:write') ? [{ label: ru.account.imports, link: { to: '/imports' } as LinkProps }] : []),
    ...(can(me, 'cohorts:read') ? [{ label: ru.account.cohorts, link: { to: '/cohorts' } as LinkProps }] : []),
    { label: ru.nav.help, link: { to: '/help' } },
  ];
  const found = places.filter(({ label }) => fold(label).includes(fold(text)));
  const schools = search ? (data?.items ?? []) : [];

  return (
    <Spotlight.Root
      query={text}
      onQueryChange={setText}
      onSpotlightClose={onClose}
      shortcut={null}
      maxHeight={420}
      scrollable
    >
      <Spotlight.Search
        placeholder={ru.palette.placeholder}
        aria-label={ru.palette.placeholder}
        leftSection={<IconSearch size={20} aria-hidden="true" />}
      />
      <Spotlight.ActionsList>
        {schools.length > 0 ? (
          <Spotlight.ActionsGroup label={ru.palette.schools}>
            {schools.map((school) => (
              <Spotlight.Action
                key={school.id}
                label={school.name}
                description={`${school.municipality.name}, ${school.code}`}
                leftSection={<IconBuilding size={20} aria-hidden="true" />}
                onClick={() => void navigate({ to: '/schools/$schoolId', params: { schoolId: school.id } })}
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
        {schools.length + found.length === 0 ? <Spotlight.Empty>{ru.palette.nothing}</Spotlight.Empty> : null}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
