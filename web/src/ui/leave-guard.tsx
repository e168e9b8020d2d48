import { Button, Group, Modal } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';

interface Props {
  /** Asked at the moment of leaving: are there changes that would be lost? */
  dirty: () => boolean;
  message: string;
}

/** Stops a navigation that would lose what was typed. */
export function LeaveGuard({ dirty, message }: Props) {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: dirty,
    enableBeforeUnload: dirty,
    withResolver: true,
  });
  return (
    <Modal
      opened={status === 'blocked'}
      onClose={() => reset?.()}
      title={message}
      closeButtonProps={{ 'aria-label': 'Закрыть' }}
    >
      <Group justify="flex-end">
        <Button variant="default" onClick={() => proceed?.()}>
          Уйти без сохранения
        </Button>
        <Button onClick={() => reset?.()} data-autofocus>
          Остаться
        </Button>
      </Group>
    </Modal>
  );
}
