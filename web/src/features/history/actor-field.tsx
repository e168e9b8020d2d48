import { queryOptions } from '@tanstack/react-query';
import { listClientsQueryKey, listPeopleQueryKey } from '@/api/gen/@tanstack/react-query.gen';
import { listClients, listPeople } from '@/api/gen/sdk.gen';
import { can, type Me, useMe } from '@/api/session';
import { SearchSelect } from '@/ui/search-select';
import { journal as words } from './ru';

interface Named {
  value: string;
  label: string;
}

const shown = 10;

/** People and programs by a part of their names; only those whom the reader may see. */
const actorsOptions = (me: Me, search: string) => {
  const query = { search: search || undefined, pageSize: shown };
  return queryOptions({
    queryKey: [listPeopleQueryKey({ query })[0], listClientsQueryKey({ query })[0]],
    queryFn: async ({ signal }): Promise<Named[]> => {
      const asked = { query, signal, throwOnError: true } as const;
      const [people, clients] = await Promise.all([
        can(me, 'people:read') ? listPeople(asked).then(({ data }) => data.items) : [],
        can(me, 'clients:read') ? listClients(asked).then(({ data }) => data.items) : [],
      ]);
      return [
        ...people.map(({ id, displayName }) => ({ value: id, label: displayName })),
        ...clients.map(({ id, name }) => ({ value: id, label: words.program(name) })),
      ];
    },
  });
};

interface Props {
  value: string | undefined;
  onChange: (actor: string | undefined) => void;
}

/** Whose changes are shown. */
export function ActorField({ value, onChange }: Props) {
  const me = useMe();
  return (
    <SearchSelect
      aria-label={words.actor}
      placeholder={words.anybody}
      find={(search) => actorsOptions(me, search) as never}
      toOptions={(actors: Named[]) => actors}
      nothing={words.nobody}
      value={value ?? null}
      onChange={(next) => onChange(next ?? undefined)}
      clearable
      clearButtonProps={{ 'aria-label': `${words.clear}: ${words.actor}` }}
    />
  );
}
