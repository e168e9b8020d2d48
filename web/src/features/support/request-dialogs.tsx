import { Textarea } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { z } from 'zod/mini';
import { ifMatch } from '@/api/client';
import {
  assignSpecialist,
  declineSpecialistRequest,
  finishSpecialistRequest,
  withdrawSpecialistRequest,
} from '@/api/gen/sdk.gen';
import type { SpecialistRequestDetails } from '@/api/gen/types.gen';
import { limited, needed } from '@/lib/fields';
import { ChangeDialog } from '@/ui/change-dialog';
import { OrganisationSelect } from './organisation-select';
import { dialogs } from './ru';
import { StaffSelect } from './staff-select';
import { useRequestChange } from './use-request-change';

interface Props {
  request: SpecialistRequestDetails;
  onClose: () => void;
}

const assigning = z.object({ organisationId: needed(dialogs.required), staffMemberId: z.nullable(z.string()) });

/** An organisation answers for it; somebody of its staff may be named. */
export function AssignDialog({ request, onClose }: Props) {
  const words = dialogs.assign;
  const change = useRequestChange<z.infer<typeof assigning>>(
    request,
    async (body, version) =>
      (await assignSpecialist({ path: { id: request.id }, headers: ifMatch(version), body, throwOnError: true })).data,
    words.saved,
    onClose,
  );
  const form = useForm<z.infer<typeof assigning>>({
    initialValues: {
      organisationId: request.organisation?.id ?? '',
      staffMemberId: request.person?.name ? request.person.id : null,
    },
    validate: schemaResolver(assigning, { sync: true }),
  });
  const organisation = form.getInputProps('organisationId');
  return (
    <ChangeDialog words={words} form={form} change={change} onClose={onClose}>
      <OrganisationSelect
        centres
        named={request.organisation ?? undefined}
        withAsterisk
        data-autofocus
        {...organisation}
        onChange={(value) => {
          organisation.onChange(value ?? '');
          form.setFieldValue('staffMemberId', null);
        }}
      />
      <StaffSelect organisationId={form.values.organisationId} {...form.getInputProps('staffMemberId')} />
    </ChangeDialog>
  );
}

const most = 2000;
const said = { needed: z.object({ text: needed(dialogs.required, most) }), free: z.object({ text: limited(most) }) };
type Said = z.infer<typeof said.free>;

interface SayProps extends Props {
  words: { title: string; text: string; field: string; button: string; saved: string };
  required?: boolean;
  grave?: boolean;
  send: (text: string | null, version: number) => Promise<SpecialistRequestDetails>;
}

/** A change that is told with a few words. */
function SayDialog({ request, words, required = false, grave = false, send, onClose }: SayProps) {
  const change = useRequestChange<Said>(
    request,
    ({ text }, version) => send(text.trim() || null, version),
    words.saved,
    onClose,
  );
  const form = useForm<Said>({
    initialValues: { text: '' },
    validate: schemaResolver(required ? said.needed : said.free, { sync: true }),
  });
  return (
    <ChangeDialog words={words} form={form} change={change} grave={grave} onClose={onClose}>
      <Textarea
        label={words.field}
        description={dialogs.noNames}
        rows={3}
        withAsterisk={required}
        data-autofocus
        {...form.getInputProps('text')}
      />
    </ChangeDialog>
  );
}

export function DeclineDialog(props: Props) {
  const { id } = props.request;
  return (
    <SayDialog
      {...props}
      words={dialogs.decline}
      required
      grave
      send={async (reason, version) => {
        const body = { reason: reason ?? '' };
        return (await declineSpecialistRequest({ path: { id }, headers: ifMatch(version), body, throwOnError: true }))
          .data;
      }}
    />
  );
}

export function WithdrawDialog(props: Props) {
  const { id } = props.request;
  return (
    <SayDialog
      {...props}
      words={dialogs.withdraw}
      grave
      send={async (reason, version) => {
        const body = { reason };
        return (await withdrawSpecialistRequest({ path: { id }, headers: ifMatch(version), body, throwOnError: true }))
          .data;
      }}
    />
  );
}

export function FinishDialog(props: Props) {
  const { id } = props.request;
  return (
    <SayDialog
      {...props}
      words={dialogs.finish}
      send={async (outcome, version) => {
        const body = { outcome };
        return (await finishSpecialistRequest({ path: { id }, headers: ifMatch(version), body, throwOnError: true }))
          .data;
      }}
    />
  );
}
