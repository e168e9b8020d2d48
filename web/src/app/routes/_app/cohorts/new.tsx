import { createFileRoute } from '@tanstack/react-router';
import { CreateCohort } from '@/features/cohorts/create-cohort';
import { ru } from '@/features/cohorts/ru';

export const Route = createFileRoute('/_app/cohorts/new')({
  head: () => ({ meta: [{ title: `${ru.form.createTitle} – Опора` }] }),
  component: CreateCohort,
});
