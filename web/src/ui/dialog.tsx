import { Modal } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { ru } from './ru';

/** Where the focus was: for an item of a menu, which is gone by then, the button of that menu. */
function opener(): HTMLElement | null {
  const active = document.activeElement as HTMLElement | null;
  const menu = active?.closest('[role="menu"]');
  return menu ? document.querySelector<HTMLElement>(`[aria-controls="${CSS.escape(menu.id)}"]`) : active;
}

interface Props {
  title: string;
  size?: 'md' | 'lg';
  onClose: () => void;
  children: ReactNode;
}

/** A dialog that is there only while it is open; on closing the focus goes back to where it came from. */
export function Dialog({ title, size = 'md', onClose, children }: Props) {
  const [before] = useState(opener);
  const open = useRef(false);
  useEffect(() => {
    open.current = true;
    return () => {
      open.current = false;
      requestAnimationFrame(() => {
        const lost = document.activeElement === null || document.activeElement === document.body;
        if (!open.current && lost) before?.focus({ preventScroll: true });
      });
    };
  }, [before]);
  return (
    <Modal opened onClose={onClose} title={title} size={size} closeButtonProps={{ 'aria-label': ru.close }}>
      {children}
    </Modal>
  );
}
