import { createFileRoute } from '@tanstack/react-router';
import { CreateCohort } from '@/features/cohorts/create-cohort';
import { titles } from '@/features/cohorts/titles';

export const Route = createFileRoute('/_app/cohorts/new')({
  head: () => ({ meta: [{ title: `${titles.create} – Опора` }] }),
  component: CreateCohort,
});
