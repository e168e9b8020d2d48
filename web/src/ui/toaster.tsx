import { IconCircleCheck, IconX } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { currentToasts, dropToast, listenToToasts } from './toast';
import classes from './toaster.module.css';

/** Words of success at the edge of the screen, read out by screen readers. */
export function Toaster() {
  const toasts = useSyncExternalStore(listenToToasts, currentToasts);
  return (
    <div className={`${classes.root} no-print`} role="status" aria-live="polite">
      {toasts.map(({ id, message }) => (
        <div key={id} className={classes.toast}>
          <IconCircleCheck size={20} aria-hidden="true" />
          {message}
          <button type="button" aria-label="Закрыть" onClick={() => dropToast(id)}>
            <IconX size={16} aria-hidden="true" />
          </button>
        </div>
      ))}
    </div>
  );
}
