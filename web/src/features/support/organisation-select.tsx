import type { SelectProps } from '@mantine/core';
import { listOrganisationsQuery } from '@/api/gen/@tanstack/react-query.gen';
import type { PageOfOrganisationSummary } from '@/api/gen/types.gen';
import { shortPlace } from '@/lib/places';
import { SearchSelect } from '@/ui/search-select';
import { dialogs } from './ru';

interface Props extends Partial<SelectProps> {
  /** The one that is chosen already. */
  named?: { id: string; name: string } | undefined;
  /** Education centres only. */
  centres?: boolean;
}

/** A working organisation found by name; centres of every municipality of the region are offered. */
export function OrganisationSelect({ named, centres = false, ...select }: Props) {
  return (
    <SearchSelect
      label={dialogs.assign.organisation}
      placeholder={dialogs.assign.organisationHint}
      find={(search) =>
        listOrganisationsQuery({
          query: {
            search: search || undefined,
            kind: centres && !search ? ['EducationCentre'] : undefined,
            pageSize: 20,
          },
        }) as never
      }
      toOptions={({ items }: PageOfOrganisationSummary) =>
        items
          .filter(({ closedOn }) => !closedOn)
          .map(({ id, name, shortName, municipality }) => ({
            value: id,
            label: [shortName ?? name, municipality && shortPlace(municipality.name)].filter(Boolean).join(', '),
          }))
      }
      known={named ? { value: named.id, label: named.name } : undefined}
      nothing={dialogs.assign.nothing}
      {...select}
    />
  );
}
