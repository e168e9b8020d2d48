import { Select, Textarea, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { ifMatch } from '@/api/client';
import { addConsultation, reviseConsultation } from '@/api/gen/sdk.gen';
import type { ConsultationDetails } from '@/api/gen/types.gen';
import { useMe } from '@/api/session';
import { today } from '@/lib/today';
import { ChangeDialog } from '@/ui/change-dialog';
import { DateField } from '@/ui/date-field';
import { type ConsultationValues, consultationBody, consultationSchema, consultationValues } from './act-values';
import { OrganisationSelect } from './organisation-select';
import { acts, audienceNames, dialogs } from './ru';
import { SchoolSelect } from './school-select';
import { audiences } from './search';
import classes from './support.module.css';
import { useActChange } from './use-act-change';

interface Props {
  /** The one to correct; without it a new one. */
  act: ConsultationDetails | undefined;
  onClose: () => void;
}

/** A consultation is written down or corrected. */
export function ConsultationDialog({ act: one, onClose }: Props) {
  const words = acts.consultation;
  const now = today(useMe().region.timeZone);
  const change = useActChange<ConsultationValues>(
    (values) => {
      const body = consultationBody(values);
      return one
        ? reviseConsultation({ path: { id: one.id }, headers: ifMatch(one.version), body, throwOnError: true })
        : addConsultation({ body: { schoolId: values.schoolId, facts: body }, throwOnError: true });
    },
    words.saved,
    onClose,
  );
  const form = useForm<ConsultationValues>({
    initialValues: consultationValues(one),
    validate: schemaResolver(consultationSchema, { sync: true }),
  });
  return (
    <ChangeDialog
      words={{ title: one ? words.change : words.add, button: dialogs.session.button }}
      form={form}
      change={change}
      onClose={onClose}
    >
      <SchoolSelect named={one?.school} disabled={Boolean(one)} {...form.getInputProps('schoolId')} />
      <DateField label={acts.on} withAsterisk maxDate={now} {...form.getInputProps('on')} />
      <OrganisationSelect
        label={acts.whose}
        clearable
        named={one?.organisation ?? undefined}
        {...form.getInputProps('organisationId')}
      />
      <div className={classes.counts}>
        <Select
          label={words.audience}
          allowDeselect={false}
          data={audiences.map((value) => ({ value, label: audienceNames[value] }))}
          {...form.getInputProps('audience')}
        />
        <TextInput label={words.people} inputMode="numeric" withAsterisk {...form.getInputProps('people')} />
      </div>
      <Textarea label={words.theme} description={acts.noNames} rows={2} withAsterisk {...form.getInputProps('theme')} />
    </ChangeDialog>
  );
}
