import { Button, Checkbox, Group, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ru } from './ru';
import classes from './views.module.css';

export interface ViewValues {
  name: string;
  shared: boolean;
}

interface Props {
  start: ViewValues;
  busy: boolean;
  onSave: (values: ViewValues) => void;
  onCancel: () => void;
}

const nameLength = 100;

export function ViewForm({ start, busy, onSave, onCancel }: Props) {
  const [name, setName] = useState(start.name);
  const [shared, setShared] = useState(start.shared);
  function submit(event: FormEvent) {
    event.preventDefault();
    if (!busy && name.trim()) onSave({ name: name.trim(), shared });
  }
  return (
    <form className={classes.form} onSubmit={submit}>
      <TextInput
        label={ru.name}
        value={name}
        maxLength={nameLength}
        required
        data-autofocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Checkbox label={ru.shared} checked={shared} onChange={(event) => setShared(event.currentTarget.checked)} />
      <Group gap="xs">
        <Button type="submit" loading={busy}>
          {ru.saveButton}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {ru.cancel}
        </Button>
      </Group>
    </form>
  );
}
