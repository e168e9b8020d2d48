import { Radio, Stack, Switch } from '@mantine/core';
import type { Preferences } from '@/api/gen/types.gen';
import { usePreferences } from '@/api/preferences';
import { Card } from '@/ui/card';
import { ProblemAlert } from '@/ui/problem-alert';
import { ru } from './ru';

export function Appearance() {
  const { preferences, change, error } = usePreferences();
  return (
    <Card title={ru.view.title}>
      <Stack gap="md">
        <p style={{ margin: 0 }}>{ru.view.text}</p>
        {error ? <ProblemAlert error={error} /> : null}
        <Choice
          label={ru.view.density}
          value={preferences.density}
          options={{ normal: ru.view.normal, compact: ru.view.compact }}
          onChange={(density) => change({ density: density as Preferences['density'] })}
        />
        <Choice
          label={ru.view.theme}
          value={preferences.theme}
          options={{ auto: ru.view.auto, light: ru.view.light, dark: ru.view.dark }}
          onChange={(theme) => change({ theme: theme as Preferences['theme'] })}
        />
        <Switch
          label={ru.view.keys}
          description={ru.view.keysHint}
          checked={preferences.singleLetterKeys}
          onChange={(event) => change({ singleLetterKeys: event.currentTarget.checked })}
        />
      </Stack>
    </Card>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  options: Record<string, string>;
  onChange: (value: string) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <Radio.Group label={label} value={value} onChange={onChange}>
      <Stack gap={6} mt={6}>
        {Object.entries(options).map(([option, words]) => (
          <Radio key={option} value={option} label={words} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
