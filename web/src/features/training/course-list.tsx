import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useCan } from '@/api/session';
import { LinkButton } from '@/ui/link-button';
import { ListPage } from '@/ui/list-page';
import { CourseFilterPanel, useCourseTags } from './course-filters';
import { CourseTable } from './course-table';
import { chosen, pageSize } from './filters';
import { coursesOptions, readAllCourses } from './queries';
import { ru } from './ru';
import type { CourseFilters, CourseSearch } from './search';

interface Props {
  search: CourseSearch;
  onSearch: (next: CourseSearch) => void;
}

export function CourseList({ search, onSearch }: Props) {
  const list = useQuery(coursesOptions(search));
  const mayAdd = useCan('training:write');
  // Another filter starts from the first page; the order stays.
  const change = (next: Partial<CourseFilters>) => onSearch({ ...search, ...next, page: undefined });
  const tags = useCourseTags({ search, onChange: change });
  return (
    <ListPage
      words={ru}
      list={list}
      filtered={chosen(search) > 0}
      emptyText={ru.emptyText}
      add={
        mayAdd ? (
          <LinkButton to="/training/courses/new" leftSection={<IconPlus size={18} aria-hidden="true" />}>
            {ru.add}
          </LinkButton>
        ) : null
      }
      readAll={() => readAllCourses(search)}
      panel={<CourseFilterPanel search={search} onChange={change} />}
      tags={tags}
      onReset={() => onSearch({ sort: search.sort })}
      table={(rows, { total, stale, empty }) => (
        <CourseTable
          rows={rows}
          sort={search.sort ?? 'title'}
          onSort={(sort) => onSearch({ ...search, sort: sort as CourseSearch['sort'], page: undefined })}
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
