import { Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { formatNumber } from '@/lib/format';
import classes from './data-table.module.css';
import { ru } from './ru';

interface Props {
  page: number;
  pageSize: number;
  total: number;
  onPage: (page: number) => void;
}

export function Pages({ page, pageSize, total, onPage }: Props) {
  const from = (page - 1) * pageSize + 1;
  const to = Math.min(page * pageSize, total);
  if (total <= pageSize && page === 1) return null;
  return (
    <nav className={`${classes.pages} no-print`} aria-label={ru.pages}>
      <span className="numbers">
        {ru.shown(formatNumber(Math.min(from, total)), formatNumber(to), formatNumber(total))}
      </span>
      <span className={classes.pageButtons}>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconChevronLeft size={16} aria-hidden="true" />}
          disabled={page <= 1}
          onClick={() => onPage(page - 1)}
        >
          {ru.previous}
        </Button>
        <Button
          variant="default"
          size="xs"
          rightSection={<IconChevronRight size={16} aria-hidden="true" />}
          disabled={to >= total}
          onClick={() => onPage(page + 1)}
        >
          {ru.next}
        </Button>
      </span>
    </nav>
  );
}
