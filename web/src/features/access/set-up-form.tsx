import { Button, Fieldset, PasswordInput, Select, Stack, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { z } from 'zod/mini';
import { fieldErrors } from '@/api/problem';
import { needed } from '@/lib/fields';
import { timeZones } from '@/lib/time-zones';
import { ProblemAlert } from '@/ui/problem-alert';
import { useSetUp } from './queries';
import { ru } from './ru';

const schema = z.object({
  regionCode: z.string().check(z.trim(), z.regex(/^RU-[A-Z]{2,3}$/, ru.regionCodeWrong)),
  regionName: needed(ru.required),
  timeZone: needed(ru.required),
  userName: needed(ru.required),
  displayName: needed(ru.required),
  password: z.string().check(z.minLength(12, ru.shortPassword)),
});
type Values = z.infer<typeof schema>;

export function SetUpForm({ token, onDone }: { token: string; onDone: () => void }) {
  const setUp = useSetUp();
  const form = useForm<Values>({
    mode: 'uncontrolled',
    initialValues: {
      regionCode: '',
      regionName: '',
      timeZone: 'Europe/Moscow',
      userName: '',
      displayName: '',
      password: '',
    },
    validate: schemaResolver(schema, { sync: true }),
  });
  function submit(values: Values) {
    if (setUp.isPending) return;
    setUp.mutate(
      { body: { token, ...schema.parse(values) } },
      { onSuccess: onDone, onError: (problem) => form.setErrors(fieldErrors(problem)) },
    );
  }
  const text = (name: keyof Values) => form.getInputProps(name);
  return (
    <form onSubmit={form.onSubmit(submit)} noValidate>
      <Stack gap="lg">
        {setUp.error ? <ProblemAlert error={setUp.error} /> : null}
        <Fieldset legend={ru.setup.region} variant="unstyled">
          <Stack gap="sm">
            <TextInput
              label={ru.setup.regionCode}
              description={ru.setup.regionCodeHint}
              key={form.key('regionCode')}
              {...text('regionCode')}
            />
            <TextInput label={ru.setup.regionName} key={form.key('regionName')} {...text('regionName')} />
            <Select
              label={ru.setup.timeZone}
              data={timeZones}
              allowDeselect={false}
              key={form.key('timeZone')}
              {...text('timeZone')}
            />
          </Stack>
        </Fieldset>
        <Fieldset legend={ru.setup.account} variant="unstyled">
          <Stack gap="sm">
            <TextInput
              label={ru.setup.displayName}
              description={ru.setup.displayNameHint}
              key={form.key('displayName')}
              {...text('displayName')}
            />
            <TextInput
              label={ru.setup.userName}
              autoComplete="username"
              key={form.key('userName')}
              {...text('userName')}
            />
            <PasswordInput
              label={ru.setup.password}
              description={ru.setup.passwordHint}
              autoComplete="new-password"
              visibilityToggleButtonProps={{ 'aria-label': 'Показать введённое' }}
              key={form.key('password')}
              {...text('password')}
            />
          </Stack>
        </Fieldset>
        <Button type="submit" loading={setUp.isPending} size="md">
          {ru.setup.submit}
        </Button>
      </Stack>
    </form>
  );
}
