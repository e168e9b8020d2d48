import { Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ifMatch } from '@/api/client';
import { municipalitiesOptions } from '@/api/dictionaries';
import { listOrganisationsQuery } from '@/api/gen/@tanstack/react-query.gen';
import { announceEvent, reviseEvent } from '@/api/gen/sdk.gen';
import type { AssociationDetails, EventDetails, PageOfOrganisationSummary } from '@/api/gen/types.gen';
import { ownSchoolId, useMe } from '@/api/session';
import { today } from '@/lib/today';
import { ChangeDialog } from '@/ui/change-dialog';
import { DateField } from '@/ui/date-field';
import { SearchSelect } from '@/ui/search-select';
import { type EventValues, eventBody, eventSchema, eventValues, organiserKinds } from './event-values';
import classes from './events.module.css';
import { kindNames, levelNames, ru, dialog as text } from './ru';
import { SchoolSelect } from './school-select';
import { kinds, levels } from './search';
import { useChange } from './use-change';

interface Props {
  /** The one to correct; without it a new one. */
  event?: EventDetails;
  /** Whose meeting a new one is. */
  association?: Pick<AssociationDetails, 'id'>;
  onClose: () => void;
}

/** An event or a meeting is announced, written down or corrected. */
export function EventDialog({ event, association, onClose }: Props) {
  const me = useMe();
  const navigate = useNavigate();
  const now = today(me.region.timeZone);
  const meeting = Boolean(association) || event?.kind === 'AssociationMeeting';
  const municipalities = useSuspenseQuery(municipalitiesOptions()).data;
  const form = useForm<EventValues>({
    initialValues: eventValues(event, {
      level: me.role === 'School' ? 'School' : me.role === 'Operator' ? 'Regional' : 'Municipal',
      municipalityCode: me.role === 'Coordinator' ? (municipalities[0]?.code ?? null) : null,
      schoolId: ownSchoolId(me) ?? null,
      meeting,
    }),
    validate: schemaResolver(eventSchema, { sync: true }),
  });
  const change = useChange<EventValues, { id: string }>(
    async (values) => {
      const body = eventBody(values);
      if (event)
        return (
          await reviseEvent({ path: { id: event.id }, headers: ifMatch(event.version), body, throwOnError: true })
        ).data;
      const place = association
        ? { associationId: association.id }
        : values.level === 'School'
          ? { schoolId: values.schoolId }
          : { municipalityCode: values.municipalityCode || null };
      const { data } = await announceEvent({
        body: { facts: body, ...place, held: values.held && values.startsOn <= now },
        throwOnError: true,
      });
      return data;
    },
    event ? text.saved : text.added,
    ({ id }) => {
      onClose();
      if (!event) void navigate({ to: '/training/events/$eventId', params: { eventId: id } });
    },
  );
  const { level, organiserKind, startsOn } = form.values;
  const title = event ? (meeting ? text.editMeeting : text.editEvent) : meeting ? text.addMeeting : text.addEvent;
  return (
    <ChangeDialog words={{ title, button: text.save }} form={form} change={change} onClose={onClose} size="lg">
      <TextInput label={text.title} withAsterisk data-autofocus {...form.getInputProps('title')} />
      {meeting ? null : (
        <div className={classes.pair}>
          <Select
            label={ru.kind}
            data={kinds.map((value) => ({ value, label: kindNames[value] }))}
            allowDeselect={false}
            {...form.getInputProps('kind')}
          />
          {me.role === 'School' ? null : (
            <Select
              label={ru.level}
              data={levels
                .filter((value) => !event || (value === 'School') === (event.level === 'School'))
                .map((value) => ({ value, label: levelNames[value] }))}
              allowDeselect={false}
              {...form.getInputProps('level')}
            />
          )}
        </div>
      )}
      {event || meeting || me.role === 'School' ? null : level === 'School' ? (
        <SchoolSelect withAsterisk {...form.getInputProps('schoolId')} />
      ) : me.role === 'Operator' ? (
        <Select
          label={ru.municipality}
          placeholder={ru.region}
          data={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
          clearable
          searchable={municipalities.length > 12}
          clearButtonProps={{ 'aria-label': ru.clear(ru.municipality) }}
          {...form.getInputProps('municipalityCode')}
        />
      ) : null}
      <div className={classes.pair}>
        <DateField label={text.startsOn} withAsterisk {...form.getInputProps('startsOn')} />
        <DateField label={text.endsOn} placeholder={text.endsOnHint} clearable {...form.getInputProps('endsOn')} />
        <TextInput type="time" label={text.startsAt} {...form.getInputProps('startsAt')} />
        <TextInput type="time" label={text.endsAt} {...form.getInputProps('endsAt')} />
      </div>
      {!event && startsOn && startsOn <= now ? (
        <Checkbox label={text.heldAlready} {...form.getInputProps('held', { type: 'checkbox' })} />
      ) : null}
      <div className={classes.pair}>
        <TextInput label={text.place} {...form.getInputProps('place')} />
        <TextInput label={text.link} inputMode="url" {...form.getInputProps('link')} />
      </div>
      <Select
        label={text.organiserKind}
        data={organiserKinds.map((value) => ({ value, label: text.organiserKinds[value] }))}
        allowDeselect={false}
        {...form.getInputProps('organiserKind')}
      />
      {organiserKind === 'organisation' ? (
        <SearchSelect
          label={text.organisation}
          find={(search) =>
            listOrganisationsQuery({ query: { search: search || undefined, closed: false, pageSize: 20 } }) as never
          }
          toOptions={({ items }: PageOfOrganisationSummary) =>
            items.map(({ id, name, shortName }) => ({ value: id, label: shortName ?? name }))
          }
          known={
            event?.organiser?.organisationId
              ? { value: event.organiser.organisationId, label: event.organiser.name }
              : undefined
          }
          nothing={text.organisationNothing}
          {...form.getInputProps('organiserId')}
        />
      ) : organiserKind === 'school' ? (
        <SchoolSelect
          named={event?.organiser?.schoolId ? { id: event.organiser.schoolId, name: event.organiser.name } : undefined}
          {...form.getInputProps('organiserSchoolId')}
        />
      ) : organiserKind === 'words' ? (
        <TextInput label={text.organiser} {...form.getInputProps('organiser')} />
      ) : null}
      <Textarea label={text.description} rows={3} {...form.getInputProps('description')} />
    </ChangeDialog>
  );
}
