import { IconSearch } from '@tabler/icons-react';
import { ru } from '../ru';
import classes from './shell.module.css';

export function SearchButton({ onOpen }: { onOpen: () => void }) {
  return (
    <button type="button" className={classes.search} onClick={onOpen} aria-keyshortcuts="Control+K">
      <IconSearch size={18} aria-hidden="true" />
      <span>{ru.palette.open}</span>
      <kbd>Ctrl K</kbd>
    </button>
  );
}
