import { Select, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { ifMatch } from '@/api/client';
import { municipalitiesOptions, subjectsOptions } from '@/api/dictionaries';
import { listTeachersQuery } from '@/api/gen/@tanstack/react-query.gen';
import { foundAssociation, reviseAssociation } from '@/api/gen/sdk.gen';
import type { AssociationDetails, PageOfTeacherSummary } from '@/api/gen/types.gen';
import { ownSchoolId, useMe } from '@/api/session';
import { needed } from '@/lib/fields';
import { ChangeDialog } from '@/ui/change-dialog';
import { SearchSelect } from '@/ui/search-select';
import { associationLevelNames, associationCard as card, dialog, associations as text, turnout } from './ru';
import { SchoolSelect } from './school-select';
import { associationLevels } from './search';
import { useChange } from './use-change';

const schema = z
  .object({
    name: needed(dialog.required, 300),
    level: z.enum(associationLevels),
    subject: z.nullable(z.string()),
    leaderId: z.nullable(z.string()),
    municipalityCode: z.nullable(z.string()),
    schoolId: z.nullable(z.string()),
  })
  .check(
    z.refine(({ level, schoolId }) => level !== 'School' || Boolean(schoolId), {
      path: ['schoolId'],
      error: dialog.required,
    }),
    z.refine(({ level, municipalityCode }) => level !== 'Municipal' || Boolean(municipalityCode), {
      path: ['municipalityCode'],
      error: dialog.required,
    }),
  );
type Values = z.infer<typeof schema>;

/** Which associations each founds: a school its own, a municipality its own and those of a network, the region all. */
const mayFound = {
  School: ['School'],
  Coordinator: ['School', 'Municipal', 'Network'],
} as const;

interface Props {
  /** The one to correct; without it a new one. */
  association?: AssociationDetails;
  onClose: () => void;
}

export function AssociationDialog({ association, onClose }: Props) {
  const me = useMe();
  const navigate = useNavigate();
  const municipalities = useSuspenseQuery(municipalitiesOptions()).data;
  const subjects = useSuspenseQuery(subjectsOptions()).data;
  const open: readonly Values['level'][] =
    me.role === 'School' || me.role === 'Coordinator' ? mayFound[me.role] : associationLevels;
  const form = useForm<Values>({
    initialValues: {
      name: association?.name ?? '',
      level: association?.level ?? (me.role === 'School' ? 'School' : 'Municipal'),
      subject: association?.subject ?? null,
      leaderId: association?.leader?.id ?? null,
      municipalityCode:
        association?.municipality?.code ?? (me.role === 'Coordinator' ? (municipalities[0]?.code ?? null) : null),
      schoolId: association?.school?.id ?? ownSchoolId(me) ?? null,
    },
    validate: schemaResolver(schema, { sync: true }),
  });
  const { level } = form.values;
  const change = useChange<Values, { id: string }>(
    async (values) => {
      const facts = {
        name: values.name.trim(),
        level: values.level,
        subject: values.subject,
        leaderId: values.leaderId,
      };
      if (association)
        return (
          await reviseAssociation({
            path: { id: association.id },
            headers: ifMatch(association.version),
            body: facts,
            throwOnError: true,
          })
        ).data;
      const place =
        values.level === 'School'
          ? { schoolId: values.schoolId }
          : { municipalityCode: values.level === 'Regional' ? null : values.municipalityCode };
      return (await foundAssociation({ body: { facts, ...place }, throwOnError: true })).data;
    },
    association ? dialog.saved : dialog.added,
    ({ id }) => {
      onClose();
      if (!association) void navigate({ to: '/training/associations/$associationId', params: { associationId: id } });
    },
  );
  return (
    <ChangeDialog
      words={{ title: association ? card.editTitle : card.addTitle, button: dialog.save }}
      form={form}
      change={change}
      onClose={onClose}
    >
      <TextInput label={card.nameField} withAsterisk data-autofocus {...form.getInputProps('name')} />
      {association ? null : (
        <>
          <Select
            label={text.level}
            data={open.map((value) => ({ value, label: associationLevelNames[value] }))}
            allowDeselect={false}
            {...form.getInputProps('level')}
          />
          {level === 'School' ? (
            me.role === 'School' ? null : (
              <SchoolSelect withAsterisk {...form.getInputProps('schoolId')} />
            )
          ) : level !== 'Regional' && me.role === 'Operator' ? (
            <Select
              label={card.whoseMunicipality}
              placeholder={text.region}
              data={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
              searchable={municipalities.length > 12}
              clearable={level === 'Network'}
              withAsterisk={level === 'Municipal'}
              clearButtonProps={{ 'aria-label': text.clear(card.whoseMunicipality) }}
              {...form.getInputProps('municipalityCode')}
            />
          ) : null}
        </>
      )}
      <Select
        label={text.subject}
        placeholder={card.noSubject}
        data={subjects.map(({ code, name }) => ({ value: code, label: name }))}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': text.clear(text.subject) }}
        {...form.getInputProps('subject')}
      />
      <SearchSelect
        label={card.leader}
        find={(search) =>
          listTeachersQuery({ query: { search: search || undefined, onStaff: true, pageSize: 20 } }) as never
        }
        toOptions={({ items }: PageOfTeacherSummary) =>
          items.map(({ id, name, school }) => ({ value: id, label: [name, school.name].filter(Boolean).join(', ') }))
        }
        known={
          association?.leader
            ? { value: association.leader.id, label: association.leader.name ?? card.unknown }
            : undefined
        }
        nothing={turnout.nothing}
        clearable
        clearButtonProps={{ 'aria-label': text.clear(card.leader) }}
        {...form.getInputProps('leaderId')}
      />
    </ChangeDialog>
  );
}
