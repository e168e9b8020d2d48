import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useCan } from '@/api/session';
import { LinkButton } from '@/ui/link-button';
import { ListPage } from '@/ui/list-page';
import { readAllRecommendations, recommendationsOptions } from './queries';
import { RecommendationFilterPanel, useRecommendationTags } from './recommendation-filters';
import { RecommendationTable } from './recommendation-table';
import { ru } from './ru';
import { chosen, pageSize, type RecommendationFilters, type RecommendationSearch } from './search';

interface Props {
  search: RecommendationSearch;
  onSearch: (next: RecommendationSearch) => void;
}

export function RecommendationList({ search, onSearch }: Props) {
  const list = useQuery(recommendationsOptions(search));
  const mayAdd = useCan('recommendations:write');
  // Another filter starts from the first page; the order stays.
  const change = (next: Partial<RecommendationFilters>) => onSearch({ ...search, ...next, page: undefined });
  const tags = useRecommendationTags({ search, onChange: change });
  const { school, municipality } = search;
  return (
    <ListPage
      words={ru}
      list={list}
      filtered={chosen(search) > 0}
      emptyText={mayAdd ? ru.emptyText : ru.emptyReader}
      add={
        mayAdd ? (
          <LinkButton
            to="/recommendations/new"
            search={{ school, municipality }}
            leftSection={<IconPlus size={18} aria-hidden="true" />}
          >
            {ru.add}
          </LinkButton>
        ) : null
      }
      readAll={() => readAllRecommendations(search)}
      panel={<RecommendationFilterPanel search={search} onChange={change} />}
      tags={tags}
      onReset={() => onSearch({ sort: search.sort })}
      table={(rows, { total, stale, empty }) => (
        <RecommendationTable
          rows={rows}
          sort={search.sort ?? 'urgency'}
          onSort={(sort) => onSearch({ ...search, sort: sort as RecommendationSearch['sort'], page: undefined })}
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
