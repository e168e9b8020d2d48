import { Select, Stack, Switch, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconMail } from '@tabler/icons-react';
import { useMe } from '@/api/session';
import { Card } from '@/ui/card';
import { Note } from '@/ui/note';
import { ru } from './ru';
import classes from './settings.module.css';
import { type SettingsValues, zoneChoice } from './values';

export interface SectionProps {
  form: UseFormReturnType<SettingsValues>;
}

export function RegionSection({ form }: SectionProps) {
  return (
    <Card title={ru.sections.region}>
      <div className={classes.fields}>
        <TextInput
          className={classes.full}
          label={ru.fields.name}
          description={ru.nameHint}
          withAsterisk
          key={form.key('name')}
          {...form.getInputProps('name')}
        />
        <Select
          label={ru.fields.timeZone}
          description={ru.timeZoneHint}
          className={classes.full}
          withAsterisk
          allowDeselect={false}
          searchable
          data={zoneChoice(form.values.timeZone)}
          key={form.key('timeZone')}
          {...form.getInputProps('timeZone')}
        />
      </div>
    </Card>
  );
}

/** `required`: whether the second factor is demanded already, as saved. */
export function SignInSection({ form, required }: SectionProps & { required: boolean }) {
  const me = useMe();
  return (
    <Card title={ru.sections.signIn}>
      <Stack gap="sm">
        <Switch
          label={ru.fields.requiresSecondFactor}
          description={ru.secondFactorHint}
          key={form.key('requiresSecondFactor')}
          {...form.getInputProps('requiresSecondFactor', { type: 'checkbox' })}
        />
        {form.values.requiresSecondFactor && !required ? (
          <Note alert>
            <p>{ru.secondFactorWarning}</p>
            {me.secondFactor ? null : <p>{ru.secondFactorSelf}</p>}
          </Note>
        ) : null}
      </Stack>
    </Card>
  );
}

export function MailSection({ form }: SectionProps) {
  return (
    <Card title={ru.sections.mail}>
      <div className={classes.fields}>
        <TextInput
          label={ru.fields.mailSenderName}
          description={ru.mailSenderHint}
          placeholder={form.values.name}
          key={form.key('mailSenderName')}
          {...form.getInputProps('mailSenderName')}
        />
        <TextInput
          label={ru.fields.mailReplyTo}
          description={ru.mailReplyHint}
          type="email"
          key={form.key('mailReplyTo')}
          {...form.getInputProps('mailReplyTo')}
        />
        <div className={classes.full}>
          <Note tone="quiet" icon={<IconMail size={20} aria-hidden="true" />}>
            {ru.mailServer}
          </Note>
        </div>
      </div>
    </Card>
  );
}
