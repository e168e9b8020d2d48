import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { correctImport } from '@/api/gen/sdk.gen';
import type { ImportDetails } from '@/api/gen/types.gen';
import { announce } from '@/lib/announce';
import classes from './imports.module.css';
import { checkStep as ru } from './ru';
import { useStep } from './use-step';

interface Props {
  job: ImportDetails;
  row: number;
  column: string;
  value: string;
}

/** One cell mended in place; the file itself stays as it was sent. */
export function FixCell({ job, row, column, value }: Props) {
  const [text, setText] = useState(value);
  const fix = useStep<string>(job, (next, headers) =>
    correctImport({ path: { id: job.id }, headers, body: { row, column, value: next }, throwOnError: true }),
  );
  const changed = text.trim() !== value.trim();
  return (
    <form
      className={classes.fix}
      onSubmit={(event) => {
        event.preventDefault();
        if (changed && !fix.isPending) fix.mutate(text, { onSuccess: () => announce(ru.fixed) });
      }}
    >
      <TextInput
        size="xs"
        aria-label={ru.fix(row, column)}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={fix.error?.detail ?? fix.error?.title}
      />
      {changed ? (
        <Button size="xs" type="submit" loading={fix.isPending}>
          {ru.save}
        </Button>
      ) : null}
    </form>
  );
}
