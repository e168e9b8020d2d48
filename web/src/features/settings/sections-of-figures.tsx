import { Radio, Select, Stack, TextInput } from '@mantine/core';
import { useMe } from '@/api/session';
import { categories, categoryName } from '@/api/terms';
import { formatCount, missing } from '@/lib/format';
import { Card } from '@/ui/card';
import { StatusBadge } from '@/ui/status-badge';
import { ru } from './ru';
import type { SectionProps } from './sections';
import classes from './settings.module.css';
import { yearChoice, yearOf } from './values';

/** The words of the categories, shown at once as they will stand in lists. */
export function LabelSection({ form }: SectionProps) {
  const { region } = useMe();
  const { lowResultsLabel, adverseConditionsLabel } = form.values;
  const shown = {
    ...region,
    lowResultsLabel: lowResultsLabel.trim() || missing,
    adverseConditionsLabel: adverseConditionsLabel.trim() || missing,
  };
  return (
    <Card title={ru.sections.labels}>
      <div className={classes.fields}>
        <p className={`${classes.full} ${classes.meaning}`}>{ru.labelsHint}</p>
        {(['lowResultsLabel', 'adverseConditionsLabel'] as const).map((field) => (
          <TextInput
            key={form.key(field)}
            label={ru.fields[field]}
            maxLength={30}
            withAsterisk
            {...form.getInputProps(field)}
          />
        ))}
        <div className={`${classes.full} ${classes.example}`}>
          <span className={classes.meaning}>{ru.example}:</span>
          {categories.map((category) => (
            <StatusBadge key={category} tone="attention">
              {categoryName(category, shown)}
            </StatusBadge>
          ))}
        </div>
      </div>
    </Card>
  );
}

export function YearSection({ form }: SectionProps) {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: useMe().region.timeZone }).format(new Date());
  const now = yearOf(today);
  return (
    <Card title={ru.sections.year}>
      <Stack gap="sm">
        <Radio.Group label={ru.fields.yearMode} key={form.key('yearMode')} {...form.getInputProps('yearMode')}>
          <Stack gap="xs" mt="xs">
            <Radio value="calendar" label={ru.byCalendar(now)} />
            <Radio value="fixed" label={ru.fixed} description={ru.fixedHint} />
          </Stack>
        </Radio.Group>
        {form.values.yearMode === 'fixed' ? (
          <Select
            label={ru.fields.schoolYear}
            withAsterisk
            allowDeselect={false}
            maw={240}
            data={yearChoice(now, form.values.schoolYear)}
            key={form.key('schoolYear')}
            {...form.getInputProps('schoolYear')}
          />
        ) : null}
      </Stack>
    </Card>
  );
}

/** Thresholds with what they do, told in the numbers that are typed. */
export function SmallGroupSection({ form }: SectionProps) {
  const { leastPupils, leastSchools } = form.values;
  const number = (value: string, least: number) => Math.max(least, Number.parseInt(value, 10) || least);
  return (
    <Card title={ru.sections.small}>
      <div className={classes.fields}>
        <TextInput
          label={ru.fields.leastPupils}
          description={ru.leastPupilsHint}
          inputMode="numeric"
          withAsterisk
          key={form.key('leastPupils')}
          {...form.getInputProps('leastPupils')}
        />
        <TextInput
          label={ru.fields.leastSchools}
          description={ru.leastSchoolsHint}
          inputMode="numeric"
          withAsterisk
          key={form.key('leastSchools')}
          {...form.getInputProps('leastSchools')}
        />
        <p className={classes.meaning}>{ru.pupilsMeaning(formatCount(number(leastPupils, 5), ru.pupilsGenitive))}</p>
        <p className={classes.meaning}>{ru.schoolsMeaning(formatCount(number(leastSchools, 3), ru.schoolsGenitive))}</p>
      </div>
    </Card>
  );
}
