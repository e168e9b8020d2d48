import { Button } from '@mantine/core';
import { IconFileSpreadsheet, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useCan } from '@/api/session';
import { LinkButton } from '@/ui/link-button';
import { ListPage } from '@/ui/list-page';
import { PartnershipFilterPanel, usePartnershipTags } from './partnership-filters';
import { PartnershipTable } from './partnership-table';
import { partnershipsFile, partnershipsOptions, readAllPartnerships } from './queries';
import { ru } from './ru';
import { chosen, type PartnershipFilters, type PartnershipSearch, pageSize } from './search';
import { Views } from './views';

interface Props {
  search: PartnershipSearch;
  onSearch: (next: PartnershipSearch) => void;
}

export function PartnershipList({ search, onSearch }: Props) {
  const list = useQuery(partnershipsOptions(search));
  const mayAdd = useCan('partnerships:write');
  // Another filter starts from the first page; the order stays.
  const change = (next: Partial<PartnershipFilters>) => onSearch({ ...search, ...next, page: undefined });
  const tags = usePartnershipTags({ search, onChange: change });
  return (
    <>
      <Views open="list" />
      <ListPage
        words={ru}
        list={list}
        filtered={chosen(search) > 0}
        emptyText={mayAdd ? ru.emptyText : ru.emptyReader}
        add={
          mayAdd ? (
            <LinkButton
              to="/support/partnerships/new"
              search={{ school: search.school }}
              leftSection={<IconPlus size={18} aria-hidden="true" />}
            >
              {ru.add}
            </LinkButton>
          ) : null
        }
        actions={
          <Button
            component="a"
            href={partnershipsFile(search)}
            download
            variant="default"
            leftSection={<IconFileSpreadsheet size={18} aria-hidden="true" />}
          >
            {ru.excel}
          </Button>
        }
        readAll={() => readAllPartnerships(search)}
        panel={<PartnershipFilterPanel search={search} onChange={change} />}
        tags={tags}
        onReset={() => onSearch({ sort: search.sort })}
        table={(rows, { total, stale, empty }) => (
          <PartnershipTable
            rows={rows}
            sort={search.sort ?? 'urgency'}
            onSort={(sort) => onSearch({ ...search, sort: sort as PartnershipSearch['sort'], page: undefined })}
            paging={{
              page: search.page ?? 1,
              pageSize,
              total,
              onPage: (page) => onSearch({ ...search, page: page > 1 ? page : undefined }),
            }}
            stale={stale}
            empty={empty}
          />
        )}
      />
    </>
  );
}
