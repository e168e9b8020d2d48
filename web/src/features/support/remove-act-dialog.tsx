import { useForm } from '@mantine/form';
import { formatDay } from '@/lib/format';
import { ChangeDialog } from '@/ui/change-dialog';
import type { Act } from './act-list';
import { acts } from './ru';
import { useActChange } from './use-act-change';

interface Props<Row extends Act> {
  act: Row;
  title: string;
  remove: (row: Row) => Promise<unknown>;
  onClose: () => void;
}

/** What was written down by mistake goes. */
export function RemoveActDialog<Row extends Act>({ act, title, remove, onClose }: Props<Row>) {
  const change = useActChange<object>(() => remove(act), acts.removed, onClose);
  const form = useForm({ initialValues: {} });
  return (
    <ChangeDialog
      words={{ title, text: acts.removeAsk(formatDay(act.on), act.school.name), button: acts.remove }}
      form={form}
      change={change}
      grave
      onClose={onClose}
    />
  );
}
