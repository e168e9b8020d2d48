import { Button } from '@mantine/core';
import { IconDownload, IconPlus, IconTableImport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useCan } from '@/api/session';
import { LinkButton } from '@/ui/link-button';
import { ListPage } from '@/ui/list-page';
import { readAllTeachers, teachersOptions } from './queries';
import { ru } from './ru';
import { chosen, fileAddress, pageSize, type TeacherFilters, type TeacherSearch } from './search';
import { TeacherFilterPanel, useTeacherTags } from './teacher-filters';
import { TeacherTable } from './teacher-table';

interface Props {
  search: TeacherSearch;
  onSearch: (next: TeacherSearch) => void;
}

export function TeacherList({ search, onSearch }: Props) {
  const list = useQuery(teachersOptions(search));
  const mayAdd = useCan('teachers:write');
  const mayImport = useCan('imports:write');
  // Another filter starts from the first page; the order stays.
  const change = (next: Partial<TeacherFilters>) => onSearch({ ...search, ...next, page: undefined });
  const tags = useTeacherTags({ search, onChange: change });
  return (
    <ListPage
      words={ru}
      list={list}
      filtered={chosen(search) > 0}
      emptyText={ru.emptyText}
      add={
        mayAdd ? (
          <LinkButton
            to="/training/teachers/new"
            search={{ school: search.school }}
            leftSection={<IconPlus size={18} aria-hidden="true" />}
          >
            {ru.add}
          </LinkButton>
        ) : null
      }
      actions={
        <>
          {mayAdd && mayImport ? (
            <LinkButton
              to="/imports"
              search={{ kind: 'teachers' }}
              variant="default"
              leftSection={<IconTableImport size={18} aria-hidden="true" />}
            >
              {ru.fromFile}
            </LinkButton>
          ) : null}
          <Button
            component="a"
            href={fileAddress(search)}
            download
            variant="default"
            leftSection={<IconDownload size={18} aria-hidden="true" />}
          >
            {ru.file}
          </Button>
        </>
      }
      readAll={() => readAllTeachers(search)}
      panel={<TeacherFilterPanel search={search} onChange={change} />}
      tags={tags}
      onReset={() => onSearch({ sort: search.sort })}
      table={(rows, { total, stale, empty }) => (
        <TeacherTable
          rows={rows}
          sort={search.sort ?? 'name'}
          onSort={(sort) => onSearch({ ...search, sort: sort as TeacherSearch['sort'], page: undefined })}
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
