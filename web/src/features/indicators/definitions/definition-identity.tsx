import { Select, TextInput } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { DateField } from '@/ui/date-field';
import type { DefinitionFormType } from './definition-form';
import classes from './definitions.module.css';
import { setsOptions } from './queries';
import { form as text } from './ru';

/** What only a new indicator is asked: where it stands, what programs call it, and from when it is watched. */
export function DefinitionIdentity({ form }: { form: DefinitionFormType }) {
  const sets = useSuspenseQuery(setsOptions()).data.filter(({ editable }) => editable);
  return (
    <>
      <Select
        className={classes.full}
        label={text.fields.setId}
        data={sets.map(({ id, name }) => ({ value: id, label: name }))}
        allowDeselect={false}
        withAsterisk
        key={form.key('setId')}
        {...form.getInputProps('setId')}
      />
      <TextInput
        label={text.fields.code}
        description={text.hints.code}
        autoCapitalize="none"
        spellCheck={false}
        withAsterisk
        key={form.key('code')}
        {...form.getInputProps('code')}
      />
      <DateField
        label={text.fields.validFromOn}
        description={text.hints.validFromOn}
        withAsterisk
        key={form.key('validFromOn')}
        {...form.getInputProps('validFromOn')}
      />
    </>
  );
}
