import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import classes from './grid.module.css';
import type { Line } from './model';
import { ru } from './ru';

interface Props {
  line: Line;
  open: boolean;
  onToggle: (indicatorId: string) => void;
}

/** The name of an indicator with how it is read, or of one of its parts. */
export function RowHead({ line: { indicator, part, first, parts }, open, onToggle }: Props) {
  if (!first)
    return (
      <th scope="row" className={classes.rowHead}>
        <span className={classes.partName}>{part.name}</span>
      </th>
    );
  const Chevron = open ? IconChevronDown : IconChevronRight;
  return (
    <th scope="row" className={classes.rowHead}>
      <span className={classes.name} title={indicator.name}>
        {indicator.number}. {indicator.name}
      </span>
      <span className={classes.how}>
        {ru.units[indicator.unit]}, {ru.directions[indicator.direction]}
        {indicator.enteredBy === 'School' ? '' : `, ${ru.sources[indicator.enteredBy]}`}
      </span>
      {parts > 0 ? (
        <button type="button" className={classes.toggle} aria-expanded={open} onClick={() => onToggle(indicator.id)}>
          <Chevron size={14} aria-hidden="true" />
          {open ? ru.hideParts : ru.showParts(parts)}
        </button>
      ) : null}
    </th>
  );
}
