import { Textarea, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { ifMatch } from '@/api/client';
import { addSupportVisit, reviseSupportVisit } from '@/api/gen/sdk.gen';
import type { SupportVisitDetails } from '@/api/gen/types.gen';
import { useMe } from '@/api/session';
import { today } from '@/lib/today';
import { ChangeDialog } from '@/ui/change-dialog';
import { DateField } from '@/ui/date-field';
import { type VisitValues, visitBody, visitSchema, visitValues } from './act-values';
import { OrganisationSelect } from './organisation-select';
import { acts, dialogs } from './ru';
import { SchoolSelect } from './school-select';
import classes from './support.module.css';
import { useActChange } from './use-act-change';

interface Props {
  /** The one to correct; without it a new one. */
  act: SupportVisitDetails | undefined;
  onClose: () => void;
}

/** A visit is written down or corrected. */
export function VisitDialog({ act: visit, onClose }: Props) {
  const words = acts.visit;
  const now = today(useMe().region.timeZone);
  const change = useActChange<VisitValues>(
    (values) => {
      const body = visitBody(values);
      return visit
        ? reviseSupportVisit({ path: { id: visit.id }, headers: ifMatch(visit.version), body, throwOnError: true })
        : addSupportVisit({ body: { schoolId: values.schoolId, facts: body }, throwOnError: true });
    },
    words.saved,
    onClose,
  );
  const form = useForm<VisitValues>({
    initialValues: visitValues(visit),
    validate: schemaResolver(visitSchema, { sync: true }),
  });
  return (
    <ChangeDialog
      words={{ title: visit ? words.change : words.add, button: dialogs.session.button }}
      form={form}
      change={change}
      onClose={onClose}
    >
      <SchoolSelect named={visit?.school} disabled={Boolean(visit)} {...form.getInputProps('schoolId')} />
      <DateField label={acts.on} withAsterisk maxDate={now} {...form.getInputProps('on')} />
      <OrganisationSelect
        label={acts.whose}
        clearable
        named={visit?.organisation ?? undefined}
        {...form.getInputProps('organisationId')}
      />
      <Textarea label={words.purpose} rows={2} withAsterisk {...form.getInputProps('purpose')} />
      <div className={classes.counts}>
        <TextInput label={words.lessons} inputMode="numeric" withAsterisk {...form.getInputProps('lessons')} />
        <TextInput label={words.teachers} inputMode="numeric" withAsterisk {...form.getInputProps('teachers')} />
      </div>
      <Textarea label={words.findings} description={acts.noNames} rows={4} {...form.getInputProps('findings')} />
    </ChangeDialog>
  );
}
