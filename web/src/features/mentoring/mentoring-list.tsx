import { Button } from '@mantine/core';
import { IconFileSpreadsheet, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useCan } from '@/api/session';
import { LinkButton } from '@/ui/link-button';
import { ListPage } from '@/ui/list-page';
import { MentoringFilterPanel, useMentoringTags } from './mentoring-filters';
import { MentoringTable } from './mentoring-table';
import { mentoringsFile, mentoringsOptions, readAllMentorings } from './queries';
import { ru } from './ru';
import { chosen, type MentoringFilters, type MentoringSearch, pageSize } from './search';

interface Props {
  search: MentoringSearch;
  onSearch: (next: MentoringSearch) => void;
}

export function MentoringList({ search, onSearch }: Props) {
  const list = useQuery(mentoringsOptions(search));
  const mayAdd = useCan('partnerships:write');
  // Another filter starts from the first page; the order stays.
  const change = (next: Partial<MentoringFilters>) => onSearch({ ...search, ...next, page: undefined });
  const tags = useMentoringTags({ search, onChange: change });
  return (
    <ListPage
      words={ru}
      list={list}
      filtered={chosen(search) > 0}
      emptyText={mayAdd ? ru.emptyText : ru.emptyReader}
      add={
        mayAdd ? (
          <LinkButton
            to="/support/mentoring/new"
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
          href={mentoringsFile(search)}
          download
          variant="default"
          leftSection={<IconFileSpreadsheet size={18} aria-hidden="true" />}
        >
          {ru.excel}
        </Button>
      }
      readAll={() => readAllMentorings(search)}
      panel={<MentoringFilterPanel search={search} onChange={change} />}
      tags={tags}
      onReset={() => onSearch({ sort: search.sort })}
      table={(rows, { total, stale, empty }) => (
        <MentoringTable
          rows={rows}
          sort={search.sort ?? 'urgency'}
          onSort={(sort) => onSearch({ ...search, sort: sort as MentoringSearch['sort'], page: undefined })}
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
