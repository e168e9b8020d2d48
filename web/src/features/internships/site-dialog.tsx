import { MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
import { schemaResolver, type UseFormReturnType, useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { ifMatch } from '@/api/client';
import { subjectsOptions } from '@/api/dictionaries';
import { listSchoolsQuery } from '@/api/gen/@tanstack/react-query.gen';
import { offerInternshipSite, reviseInternshipSite } from '@/api/gen/sdk.gen';
import type { InternshipSiteBody, InternshipSiteDetails, PageOfListedSchool } from '@/api/gen/types.gen';
import type { Problem } from '@/api/problem';
import { limited, needed } from '@/lib/fields';
import { ChangeDialog } from '@/ui/change-dialog';
import { SearchSelect } from '@/ui/search-select';
import { doneToast } from '@/ui/toast';
import { organisationsOptions, siteChanged } from './queries';
import { dialogs, sites } from './ru';
import { useSiteChange } from './use-change';

const schema = z.object({
  title: needed(dialogs.required, 300),
  subjects: z.array(z.string()),
  capacity: z.string().check(z.regex(/^[1-9]\d{0,2}$/, dialogs.whole)),
  contact: limited(200),
  note: limited(2_000),
  host: z.enum(['school', 'organisation']),
  schoolId: z.nullable(z.string()),
  organisationId: z.nullable(z.string()),
});
const adding = schema.check(
  z.refine(({ host, schoolId }) => host !== 'school' || Boolean(schoolId), {
    path: ['schoolId'],
    error: dialogs.required,
  }),
  z.refine(({ host, organisationId }) => host !== 'organisation' || Boolean(organisationId), {
    path: ['organisationId'],
    error: dialogs.required,
  }),
);
type Values = z.infer<typeof schema>;

const valuesOf = (site?: InternshipSiteDetails): Values => ({
  title: site?.title ?? '',
  subjects: [...(site?.subjects ?? [])],
  capacity: String(site?.capacity ?? 5),
  contact: site?.contact ?? '',
  note: site?.note ?? '',
  host: 'school',
  schoolId: null,
  organisationId: null,
});

const bodyOf = ({ title, subjects, capacity, contact, note }: Values): InternshipSiteBody => ({
  title: title.trim(),
  subjects,
  capacity: Number(capacity),
  contact: contact.trim() || null,
  note: note.trim() || null,
});

/** A school or organisation that takes interns. */
export function AddSiteDialog({ onClose }: { onClose: () => void }) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const organisations = useQuery(organisationsOptions()).data?.items ?? [];
  const change = useMutation<InternshipSiteDetails, Problem, Values>({
    mutationKey: ['offer-internship-site'],
    mutationFn: async (values) => {
      const { host, schoolId, organisationId } = values;
      const body = {
        offers: bodyOf(values),
        schoolId: host === 'school' ? schoolId : null,
        organisationId: host === 'school' ? null : organisationId,
      };
      return (await offerInternshipSite({ body, throwOnError: true })).data;
    },
    onSuccess: async (made) => {
      await siteChanged(queryClient, made);
      doneToast(dialogs.site.saved);
      await navigate({ to: '/support/internships/sites/$siteId', params: { siteId: made.id } });
    },
  });
  const form = useForm<Values>({ initialValues: valuesOf(), validate: schemaResolver(adding, { sync: true }) });
  return (
    <ChangeDialog
      words={{ title: dialogs.site.add, button: dialogs.site.button }}
      form={form}
      change={change}
      onClose={onClose}
    >
      <Select
        label={sites.fields.hostKind}
        data={Object.entries(dialogs.site.kinds).map(([value, label]) => ({ value, label }))}
        allowDeselect={false}
        {...form.getInputProps('host')}
      />
      {form.values.host === 'school' ? (
        <SearchSelect
          label={sites.fields.school}
          placeholder={dialogs.site.schoolHint}
          withAsterisk
          find={(search) =>
            listSchoolsQuery({ query: { search: search || undefined, state: 'Open', pageSize: 20 } }) as never
          }
          toOptions={({ items }: PageOfListedSchool) => items.map(({ id, name }) => ({ value: id, label: name }))}
          nothing={dialogs.site.nothing}
          {...form.getInputProps('schoolId')}
        />
      ) : (
        <Select
          label={sites.fields.organisation}
          withAsterisk
          searchable
          nothingFoundMessage={dialogs.site.nothing}
          data={organisations.map(({ id, name, shortName }) => ({ value: id, label: shortName ?? name }))}
          {...form.getInputProps('organisationId')}
        />
      )}
      <Offer form={form} />
    </ChangeDialog>
  );
}

/** What it offers is corrected. */
export function EditSiteDialog({ site, onClose }: { site: InternshipSiteDetails; onClose: () => void }) {
  const change = useSiteChange<Values>(
    site,
    async (values, version) =>
      (
        await reviseInternshipSite({
          path: { id: site.id },
          headers: ifMatch(version),
          body: bodyOf(values),
          throwOnError: true,
        })
      ).data,
    dialogs.site.saved,
    onClose,
  );
  const form = useForm<Values>({ initialValues: valuesOf(site), validate: schemaResolver(schema, { sync: true }) });
  return (
    <ChangeDialog
      words={{ title: dialogs.site.edit, button: dialogs.site.button }}
      form={form}
      change={change}
      onClose={onClose}
    >
      <Offer form={form} />
    </ChangeDialog>
  );
}

function Offer({ form }: { form: UseFormReturnType<Values> }) {
  const subjects = useQuery(subjectsOptions()).data ?? [];
  return (
    <>
      <TextInput label={sites.fields.title} withAsterisk data-autofocus {...form.getInputProps('title')} />
      <MultiSelect
        label={sites.fields.subjects}
        description={dialogs.site.subjectsHint}
        data={subjects.map(({ code, name }) => ({ value: code, label: name }))}
        searchable
        hidePickedOptions
        {...form.getInputProps('subjects')}
      />
      <TextInput label={sites.fields.capacity} inputMode="numeric" withAsterisk {...form.getInputProps('capacity')} />
      <TextInput
        label={sites.fields.contact}
        description={dialogs.site.contactHint}
        {...form.getInputProps('contact')}
      />
      <Textarea label={sites.fields.note} rows={3} {...form.getInputProps('note')} />
    </>
  );
}
