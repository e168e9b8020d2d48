import { Textarea, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { ifMatch } from '@/api/client';
import { addSupportSession, removeSupportSession, reviseSupportSession } from '@/api/gen/sdk.gen';
import type { SessionDetails, SpecialistRequestDetails } from '@/api/gen/types.gen';
import { useMe } from '@/api/session';
import { today } from '@/lib/today';
import { ChangeDialog } from '@/ui/change-dialog';
import { DateField } from '@/ui/date-field';
import { card, dialogs } from './ru';
import { counted, planSchema, type SessionValues, sessionBody, sessionSchema, sessionValues } from './session-values';
import { StaffSelect } from './staff-select';
import classes from './support.module.css';
import { useRequestChange } from './use-request-change';

interface Props {
  request: SpecialistRequestDetails;
  /** The one to change; without it a new one. */
  session?: SessionDetails | undefined;
  held: boolean;
  onClose: () => void;
}

/** A session is planned, or written down with counts of whom it reached. */
export function SessionDialog({ request, session, held, onClose }: Props) {
  const words = dialogs.session;
  const now = today(useMe().region.timeZone);
  const change = useRequestChange<SessionValues>(
    request,
    async (values, version) => {
      const body = sessionBody(values, held);
      const headers = ifMatch(version);
      const { id } = request;
      return session
        ? (await reviseSupportSession({ path: { id, sessionId: session.id }, headers, body, throwOnError: true })).data
        : (await addSupportSession({ path: { id }, headers, body, throwOnError: true })).data;
    },
    held ? words.saved : words.planned,
    onClose,
  );
  const form = useForm<SessionValues>({
    initialValues: {
      ...sessionValues(session),
      on: session && (!held || session.held || session.on <= now) ? session.on : held ? now : '',
      staffMemberId: session ? sessionValues(session).staffMemberId : request.person?.name ? request.person.id : null,
    },
    validate: schemaResolver(held ? sessionSchema : planSchema, { sync: true }) as never,
  });
  return (
    <ChangeDialog
      words={{ title: held ? words.record : words.plan, button: words.button }}
      form={form}
      change={change}
      onClose={onClose}
    >
      <DateField
        label={words.on}
        withAsterisk
        minDate={held ? request.requestedOn : now}
        maxDate={held ? now : undefined}
        {...form.getInputProps('on')}
      />
      <StaffSelect
        label={words.person}
        organisationId={session?.organisation.id ?? request.organisation?.id}
        {...form.getInputProps('staffMemberId')}
      />
      {held ? (
        <div className={classes.counts}>
          {counted.map((name) => (
            <TextInput
              key={name}
              label={words[name]}
              inputMode="numeric"
              withAsterisk={name === 'children'}
              data-autofocus={name === 'children' || undefined}
              {...form.getInputProps(name)}
            />
          ))}
        </div>
      ) : null}
      <Textarea label={words.note} description={dialogs.noNames} rows={3} {...form.getInputProps('note')} />
    </ChangeDialog>
  );
}

/** A session that was planned or written down by mistake goes. */
export function RemoveSessionDialog({ request, session, onClose }: Omit<Props, 'held'>) {
  const change = useRequestChange<object>(
    request,
    async (_, version) => {
      const path = { id: request.id, sessionId: session?.id ?? '' };
      return (await removeSupportSession({ path, headers: ifMatch(version), throwOnError: true })).data;
    },
    card.removed,
    onClose,
  );
  const form = useForm({ initialValues: {} });
  return (
    <ChangeDialog
      words={{ ...dialogs.remove, text: card.removeAsk }}
      form={form}
      change={change}
      grave
      onClose={onClose}
    />
  );
}
