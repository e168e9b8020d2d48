import { Button } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { type ReactNode, useState } from 'react';
import type { RegionSettingsDetails } from '@/api/gen/types.gen';
import { fieldErrors, type Problem } from '@/api/problem';
import { ErrorSummary } from '@/ui/error-summary';
import { LeaveGuard } from '@/ui/leave-guard';
import { ProblemAlert } from '@/ui/problem-alert';
import { ru } from './ru';
import { MailSection, RegionSection, SignInSection } from './sections';
import { LabelSection, SmallGroupSection, YearSection } from './sections-of-figures';
import classes from './settings.module.css';
import { type SettingsValues, settingsSchema, valuesOf } from './values';

interface Props {
  settings: RegionSettingsDetails;
  /** Gives the values that hold from then on, or none when the person has yet to decide. */
  save: (values: SettingsValues) => Promise<SettingsValues | undefined>;
  problem: Problem | null;
  /** A section of its own that is no part of the form. */
  children: ReactNode;
}

/** All sections are one form: a region is set by one sheet, not by seven. */
export function SettingsForm({ settings, save, problem, children }: Props) {
  const [pending, setPending] = useState(false);
  const form = useForm<SettingsValues>({
    initialValues: valuesOf(settings),
    validate: schemaResolver(settingsSchema, { sync: true }),
  });
  const dirty = form.isDirty();
  const go = (field: string) => form.getInputNode(field)?.focus();
  const shown = problem && Object.keys(fieldErrors(problem)).some((field) => field in form.values) ? null : problem;

  function take(values: SettingsValues) {
    form.setInitialValues(values);
    form.setValues(values);
    form.clearErrors();
  }

  async function submit(values: SettingsValues) {
    if (pending) return;
    setPending(true);
    try {
      const saved = await save(values);
      if (saved) take(saved);
    } catch (error) {
      const errors = fieldErrors(error as Problem);
      form.setErrors(errors);
      go(Object.keys(errors)[0] ?? '');
    } finally {
      setPending(false);
    }
  }

  return (
    <form
      noValidate
      className={classes.page}
      onSubmit={form.onSubmit(submit, (errors) => go(Object.keys(errors)[0] ?? ''))}
    >
      <ErrorSummary title={ru.summary} errors={form.errors} labels={ru.fields} onGo={go} />
      <RegionSection form={form} />
      <LabelSection form={form} />
      <YearSection form={form} />
      <SmallGroupSection form={form} />
      <SignInSection form={form} required={settings.requiresSecondFactor} />
      <MailSection form={form} />
      {children}
      <div className={`${classes.bar} no-print`}>
        {shown ? <ProblemAlert error={shown} /> : null}
        <Button type="submit" loading={pending}>
          {ru.save}
        </Button>
        {dirty ? (
          <Button variant="default" onClick={() => take(valuesOf(settings))}>
            {ru.undo}
          </Button>
        ) : null}
        <p className={classes.state} data-dirty={dirty || undefined} role="status">
          {dirty ? ru.changed : ru.unchanged}
        </p>
      </div>
      <LeaveGuard dirty={() => form.isDirty()} message={ru.leave} />
    </form>
  );
}
