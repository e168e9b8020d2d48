import { Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { formatDay } from '@/lib/format';
import { DateField } from './date-field';
import { Note } from './note';
import { ru } from './ru';

interface Props {
  date: string | undefined;
  onDate: (date: string | undefined) => void;
}

/** Chooses the day that a page is to be shown as of. */
export function AsOfField({ date, onDate }: Props) {
  return (
    <DateField
      className="no-print"
      aria-label={ru.asOf.label}
      placeholder={ru.asOf.label}
      leftSection={<IconHistory size={18} aria-hidden="true" />}
      value={date ?? null}
      onChange={(value) => onDate(value ?? undefined)}
      clearable
      style={{ maxWidth: 260 }}
    />
  );
}

/** Says above everything else that this is not today. */
export function AsOfBanner({ date, onDate, children }: Props & { date: string; children?: React.ReactNode }) {
  return (
    <Note title={ru.asOf.shown(formatDay(date))} icon={<IconHistory size={20} aria-hidden="true" />}>
      {children}
      <div className="no-print">
        <Button variant="subtle" size="compact-sm" onClick={() => onDate(undefined)}>
          {ru.asOf.back}
        </Button>
      </div>
    </Note>
  );
}
