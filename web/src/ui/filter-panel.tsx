import { useMediaQuery } from '@mantine/hooks';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './filter-panel.module.css';

interface Props {
  title: string;
  /** How many conditions are chosen, shown beside the title while the panel is folded. */
  chosen: number;
  children: ReactNode;
}

/** Filters beside a list: a column on a wide screen, a foldable block above the list on a narrow one. */
export function FilterPanel({ title, chosen, children }: Props) {
  const wide = useMediaQuery('(min-width: 75em)', true, { getInitialValueInEffect: false });
  if (wide) {
    return (
      <aside className={`${classes.column} no-print`} aria-label={title}>
        {children}
      </aside>
    );
  }
  return (
    <details className={`${classes.folded} no-print`}>
      <summary>
        <IconAdjustmentsHorizontal size={18} aria-hidden="true" />
        {title}
        {chosen > 0 ? <span className={classes.chosen}>{chosen}</span> : null}
      </summary>
      <div className={classes.fields}>{children}</div>
    </details>
  );
}

/** The list with its filters on the left. */
export function WithFilters({ panel, children }: { panel: ReactNode; children: ReactNode }) {
  return (
    <div className={classes.layout}>
      {panel}
      <div className={classes.content}>{children}</div>
    </div>
  );
}
