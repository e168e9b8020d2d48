import { Button } from '@mantine/core';
import { IconBuildingCommunity, IconPlus, IconPrinter, IconTableImport } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { municipalitiesOptions } from '@/api/dictionaries';
import type { MunicipalitySummary } from '@/api/gen/types.gen';
import { useCan } from '@/api/session';
import { municipalityForms, schoolForms } from '@/api/terms';
import { formatCount } from '@/lib/format';
import { EmptyState } from '@/ui/empty-state';
import { FilterBar, SearchField } from '@/ui/filter-bar';
import { LinkButton } from '@/ui/link-button';
import { PageHeader } from '@/ui/page-header';
import { chosen } from './model';
import { MunicipalityDialog } from './municipality-dialog';
import { MunicipalityTable } from './municipality-table';
import { ru } from './ru';
import type { MunicipalitiesSearch } from './search';

interface Props {
  search: MunicipalitiesSearch;
  onSearch: (next: MunicipalitiesSearch) => void;
}

export function MunicipalityList({ search, onSearch }: Props) {
  const all = useSuspenseQuery(municipalitiesOptions()).data;
  const mayRead = useCan('organisations:read');
  const [adding, setAdding] = useState(false);
  const [renaming, setRenaming] = useState<MunicipalitySummary>();
  const rows = chosen(all, search);
  const schools = all.reduce((sum, municipality) => sum + municipality.schools, 0);
  const add = (
    <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setAdding(true)}>
      {ru.add}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={ru.title}
        answer={
          all.length > 0
            ? `${formatCount(all.length, municipalityForms)}, ${formatCount(schools, schoolForms)}`
            : undefined
        }
        actions={
          <>
            {rows.length > 0 ? (
              <Button
                variant="default"
                leftSection={<IconPrinter size={18} aria-hidden="true" />}
                onClick={() => window.print()}
              >
                Печать
              </Button>
            ) : null}
            {mayRead ? (
              <LinkButton
                to="/organisations"
                variant="default"
                leftSection={<IconBuildingCommunity size={18} aria-hidden="true" />}
              >
                {ru.organisations}
              </LinkButton>
            ) : null}
            {add}
          </>
        }
      />
      {all.length > 0 ? (
        <FilterBar>
          <SearchField
            label={ru.search}
            value={search.search}
            onChange={(value) => onSearch({ ...search, search: value })}
          />
        </FilterBar>
      ) : null}
      <MunicipalityTable
        rows={rows}
        sort={search.sort ?? 'name'}
        onSort={(sort) => onSearch({ ...search, sort: sort as MunicipalitiesSearch['sort'] })}
        onRename={setRenaming}
        empty={
          all.length > 0 ? (
            <EmptyState
              title={ru.nothing}
              action={<Button onClick={() => onSearch({ ...search, search: undefined })}>{ru.reset}</Button>}
            >
              {ru.nothingText}
            </EmptyState>
          ) : (
            <EmptyState
              title={ru.empty}
              action={
                <LinkButton
                  to="/imports"
                  search={{ kind: 'municipalities' }}
                  leftSection={<IconTableImport size={18} aria-hidden="true" />}
                >
                  {ru.import}
                </LinkButton>
              }
            >
              {ru.emptyText}
            </EmptyState>
          )
        }
      />
      {adding ? <MunicipalityDialog municipality={undefined} onClose={() => setAdding(false)} /> : null}
      {renaming ? <MunicipalityDialog municipality={renaming} onClose={() => setRenaming(undefined)} /> : null}
    </>
  );
}
