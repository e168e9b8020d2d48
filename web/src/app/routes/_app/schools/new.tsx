import { createFileRoute } from '@tanstack/react-router';
import { municipalitiesOptions } from '@/api/dictionaries';
import { AddSchool } from '@/features/schools/add-school';
import { form } from '@/features/schools/ru';

export const Route = createFileRoute('/_app/schools/new')({
  loader: ({ context }) => context.queryClient.ensureQueryData(municipalitiesOptions()),
  head: () => ({ meta: [{ title: `${form.addTitle} – Опора` }] }),
  component: AddSchool,
});
