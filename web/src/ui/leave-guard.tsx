import { Button, Group, Modal } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';

interface Address {
  pathname: string;
  search: object;
}

interface Props {
  /** Asked at the moment of leaving: are there changes that would be lost? */
  dirty: () => boolean;
  message: string;
  /** Whether the next address is still the same work: then nothing is asked. */
  within?: (now: Address, next: Address) => boolean;
  /** Waits for what is on its way to be saved before asking whether something would be lost. */
  settle?: () => Promise<void>;
}

/** Stops a navigation that would lose what was typed. */
export function LeaveGuard({ dirty, message, within, settle }: Props) {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: async ({ current, next }) => {
      if (within?.(current, next)) return false;
      await settle?.();
      return dirty();
    },
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
