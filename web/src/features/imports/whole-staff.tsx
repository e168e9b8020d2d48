import { Checkbox, Stack } from '@mantine/core';
import { useMe } from '@/api/session';
import { today } from '@/lib/today';
import { Card } from '@/ui/card';
import { DateField } from '@/ui/date-field';
import classes from './imports.module.css';
import type { Mapping } from './mapping';
import { wholeStaff as ru } from './ru';

interface Props {
  spec: Mapping;
  /** Whether the check was asked for: then what is still to be said is told. */
  tried: boolean;
  onChange: (spec: Mapping) => void;
}

/** Whether the file names everybody: only then can somebody be missing from it. */
export function WholeStaff({ spec, tried, onChange }: Props) {
  const { region } = useMe();
  const day = spec.wholeStaffOn;
  return (
    <Card title={ru.title}>
      <Stack gap="md">
        <Checkbox
          label={ru.check}
          description={ru.hint}
          checked={day !== null}
          onChange={(event) =>
            onChange({ ...spec, wholeStaffOn: event.currentTarget.checked ? today(region.timeZone) : null })
          }
        />
        {day === null ? null : (
          <DateField
            className={classes.day}
            label={ru.on}
            description={ru.onHint}
            withAsterisk
            value={day || null}
            maxDate={today(region.timeZone)}
            error={tried && !day ? ru.needed : undefined}
            onChange={(value) => onChange({ ...spec, wholeStaffOn: value ?? '' })}
          />
        )}
      </Stack>
    </Card>
  );
}
