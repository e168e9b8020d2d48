import { createFileRoute } from '@tanstack/react-router';
import { municipalitiesOptions } from '@/api/dictionaries';
import { AddSchool } from '@/features/schools/add-school';
import { titles } from '@/features/schools/titles';

export const Route = createFileRoute('/_app/schools/new')({
  loader: ({ context }) => context.queryClient.ensureQueryData(municipalitiesOptions()),
  head: () => ({ meta: [{ title: `${titles.add} – Опора` }] }),
  component: AddSchool,
});
