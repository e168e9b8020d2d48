import { Button, Group, Stack, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { z } from 'zod/mini';
import { ifMatch } from '@/api/client';
import { addStaffMember, reviseStaffMember } from '@/api/gen/sdk.gen';
import type { OrganisationDetails, StaffMemberDetails } from '@/api/gen/types.gen';
import { fieldErrors } from '@/api/problem';
import { limited, needed } from '@/lib/fields';
import { Dialog } from '@/ui/dialog';
import { ProblemAlert } from '@/ui/problem-alert';
import { FunctionChoice } from './function-choice';
import { centreFunctions, staff, form as text } from './ru';
import { useOrganisationChange } from './use-organisation-change';

const schema = z.object({
  name: needed(text.required),
  position: needed(text.required),
  functions: z.array(z.enum(centreFunctions)),
  contact: limited(200),
});
type Values = z.infer<typeof schema>;

interface Props {
  organisation: OrganisationDetails;
  /** Whom to change; without it somebody is added. */
  member: StaffMemberDetails | undefined;
  onClose: () => void;
}

export function StaffDialog({ organisation, member, onClose }: Props) {
  const { id, kind } = organisation;
  const save = useOrganisationChange<Values>(
    organisation,
    async ({ contact, ...values }, version) => {
      const common = { headers: ifMatch(version), throwOnError: true as const };
      const body = { ...values, contact: contact || null };
      return member
        ? (await reviseStaffMember({ ...common, path: { id, memberId: member.id }, body })).data
        : (await addStaffMember({ ...common, path: { id }, body })).data;
    },
    member ? staff.saved : staff.added,
    onClose,
  );
  const form = useForm<Values>({
    mode: 'uncontrolled',
    initialValues: {
      name: member?.name ?? '',
      position: member?.position ?? '',
      functions: member?.functions ?? [],
      contact: member?.contact ?? '',
    },
    validate: schemaResolver(schema, { sync: true }),
  });
  return (
    <Dialog title={member ? staff.editOf(member.name) : staff.add} onClose={onClose}>
      <form
        noValidate
        onSubmit={form.onSubmit(
          (values) => {
            if (!save.isPending)
              save.mutate(schema.parse(values), { onError: (problem) => form.setErrors(fieldErrors(problem)) });
          },
          (errors) => form.getInputNode(Object.keys(errors)[0] ?? '')?.focus(),
        )}
      >
        <Stack>
          {save.error && !save.error.errors?.length ? <ProblemAlert error={save.error} /> : null}
          <TextInput
            label={staff.fields.name}
            description={staff.nameHint}
            autoComplete="off"
            withAsterisk
            data-autofocus
            key={form.key('name')}
            {...form.getInputProps('name')}
          />
          <TextInput
            label={staff.fields.position}
            withAsterisk
            key={form.key('position')}
            {...form.getInputProps('position')}
          />
          {kind === 'EducationCentre' ? (
            <FunctionChoice
              label={staff.fields.functions}
              key={form.key('functions')}
              {...form.getInputProps('functions')}
            />
          ) : null}
          <TextInput
            label={staff.fields.contact}
            description={staff.contactHint}
            key={form.key('contact')}
            {...form.getInputProps('contact')}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text.cancel}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {member ? text.save : staff.add}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
