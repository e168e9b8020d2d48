import { Button } from '@mantine/core';
import { IconDownload, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useCan } from '@/api/session';
import { LinkButton } from '@/ui/link-button';
import { ListPage } from '@/ui/list-page';
import { chosen, fileAddress, pageSize, requestFilter } from './filter';
import { readAllRequests, requestsOptions } from './queries';
import { RequestTable } from './request-table';
import { ru } from './ru';
import type { RequestFilters, RequestSearch } from './search';
import { RequestFilterPanel, useRequestTags } from './support-filters';

interface Props {
  search: RequestSearch;
  onSearch: (next: RequestSearch) => void;
}

export function RequestList({ search, onSearch }: Props) {
  const list = useQuery(requestsOptions(search));
  const mayAdd = useCan('requests:write');
  // Another filter starts from the first page; the order stays.
  const change = (next: RequestFilters) => onSearch({ ...search, ...next, page: undefined });
  const tags = useRequestTags(search, change);
  return (
    <ListPage
      words={ru}
      list={list}
      filtered={chosen(search) > 0}
      emptyText={ru.emptyText}
      add={
        mayAdd ? (
          <LinkButton
            to="/support/specialists/new"
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
          href={fileAddress('/api/v1/specialist-requests', requestFilter(search))}
          download
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden="true" />}
        >
          {ru.file}
        </Button>
      }
      readAll={() => readAllRequests(search)}
      panel={<RequestFilterPanel search={search} onChange={change} />}
      tags={tags}
      onReset={() => onSearch({ sort: search.sort })}
      table={(rows, { total, stale, empty }) => (
        <RequestTable
          rows={rows}
          sort={search.sort ?? 'urgency'}
          onSort={(sort) => onSearch({ ...search, sort: sort as RequestSearch['sort'], page: undefined })}
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
  );
}
