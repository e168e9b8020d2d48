import { screen, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import type { ApplicationDetails, MentoringDetails, SelectionDetails } from '@/api/gen/types.gen';
import { renderApp } from '@/test/render-app';
import { server } from '@/test/server';

const pair: MentoringDetails = {
  id: '0193a5c0-5b1e-7000-8000-00000000d001',
  kind: 'Teachers',
  aim: 'Освоить смысловое чтение',
  startsOn: '2020-09-01',
  endsOn: '2021-05-31',
  state: 'Active',
  parties: [
    {
      role: 'Mentor',
      regionCode: 'RU-TA',
      municipalityCode: '92601000',
      municipalityName: 'Агрызский муниципальный район',
      schoolId: '0193a5c0-5b1e-7000-8000-00000000d002',
      organisationId: null,
      name: 'Гимназия № 1',
      teacherId: '0193a5c0-5b1e-7000-8000-00000000d003',
      staffMemberId: null,
      person: 'Наставникова Ольга Ильинична',
    },
    {
      role: 'Supported',
      regionCode: 'RU-TA',
      municipalityCode: '92626000',
      municipalityName: 'Елабужский муниципальный район',
      schoolId: '0193a5c0-5b1e-7000-8000-00000000d004',
      organisationId: null,
      name: 'СОШ № 5',
      teacherId: '0193a5c0-5b1e-7000-8000-00000000d005',
      staffMemberId: null,
      person: 'Ученикова Вера Павловна',
    },
  ],
  visits: 1,
  hours: 2,
  lastVisitOn: '2020-10-14',
  reached: null,
  version: 3,
  basis: 'Приказ № 54',
  agreement: null,
  terminatedOn: null,
  terminationReason: null,
  outcome: null,
  meetings: [
    { id: '0193a5c0-5b1e-7000-8000-00000000d006', on: '2020-10-14', form: 'Lesson', text: 'Урок в 7 классе', hours: 2 },
  ],
  editable: true,
  mentorNameable: false,
};

test('the list tells people with their schools, the term and how often they met', async () => {
  server.use(
    http.get('*/api/v1/mentorings', () => HttpResponse.json({ items: [pair], page: 1, pageSize: 50, total: 1 })),
  );
  renderApp('/support/mentoring');
  const row = within(await screen.findByRole('row', { name: /Ученикова Вера Павловна/ }));
  expect(row.getByText('СОШ № 5')).toBeVisible();
  expect(row.getByText('Наставникова Ольга Ильинична')).toBeVisible();
  expect(row.getByText('1, 2 ч')).toBeVisible();
});

test('a meeting is written down under the version seen', async () => {
  let sent: { text?: string; hours?: number; version?: string | null } = {};
  server.use(
    http.get('*/api/v1/mentorings/:id', () => HttpResponse.json(pair)),
    http.post('*/api/v1/mentorings/:id/visits', async ({ request }) => {
      sent = { ...((await request.json()) as object), version: request.headers.get('If-Match') };
      return HttpResponse.json(pair);
    }),
  );
  const { user } = renderApp(`/support/mentoring/${pair.id}`);
  await user.click(await screen.findByRole('button', { name: 'Записать встречу' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.type(dialog.getByRole('textbox', { name: 'Что сделано' }), 'Разбор урока');
  await user.click(dialog.getByRole('button', { name: 'Сохранить' }));
  await screen.findByText('Встреча записана');
  expect(sent).toMatchObject({ text: 'Разбор урока', hours: 1, version: '"3"' });
});

const call: SelectionDetails = {
  id: '0193a5c0-5b1e-7000-8000-00000000d011',
  regionCode: 'RU-TA',
  title: 'Школы-лидеры',
  opensOn: '2020-09-01',
  closesOn: '2020-09-30',
  state: 'Marking',
  applications: 1,
  experts: 2,
  isExpert: true,
  decidedOn: null,
  version: 2,
  text: 'Приглашаем школы',
  order: null,
  criteria: [
    { id: '0193a5c0-5b1e-7000-8000-00000000d012', number: 1, title: 'Опыт', mostMark: 10, weight: 2 },
    { id: '0193a5c0-5b1e-7000-8000-00000000d013', number: 2, title: 'Команда', mostMark: 5, weight: 1 },
  ],
  people: null,
  decision: null,
  judged: false,
  editable: false,
};

const sentIn: ApplicationDetails = {
  id: '0193a5c0-5b1e-7000-8000-00000000d014',
  selectionId: call.id,
  schoolId: '0193a5c0-5b1e-7000-8000-00000000d004',
  school: 'СОШ № 5',
  municipalityCode: '92626000',
  municipality: 'Елабужский муниципальный район',
  state: 'Submitted',
  submittedAt: '2020-09-15T10:00:00Z',
  files: 0,
  won: null,
  judged: false,
  sheets: null,
  scoreThousandths: null,
  place: null,
  means: null,
  version: 2,
  text: 'Готовы помогать',
  fileList: [],
  myMarks: [],
  marks: null,
  editable: false,
};

test('an expert marks every criterion within its bounds and sees no marks of others', async () => {
  let sent: { marks?: { value: number }[] } = {};
  server.use(
    http.get('*/api/v1/selections/:id', () => HttpResponse.json(call)),
    http.get('*/api/v1/selections/:id/applications/:applicationId', () => HttpResponse.json(sentIn)),
    http.put('*/api/v1/selections/:id/applications/:applicationId/marks', async ({ request }) => {
      sent = (await request.json()) as typeof sent;
      return HttpResponse.json(sentIn);
    }),
  );
  const { user } = renderApp(`/support/selections/${call.id}/applications/${sentIn.id}`);
  await user.click(await screen.findByRole('button', { name: 'Оценить' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.type(dialog.getByRole('textbox', { name: 'Опыт, до 10' }), '9');
  await user.type(dialog.getByRole('textbox', { name: 'Команда, до 5' }), '6');
  await user.click(dialog.getByRole('button', { name: 'Сохранить оценки' }));
  expect(await dialog.findByText('Целое число от 0 до 5')).toBeVisible();
  await user.clear(dialog.getByRole('textbox', { name: 'Команда, до 5' }));
  await user.type(dialog.getByRole('textbox', { name: 'Команда, до 5' }), '5');
  await user.click(dialog.getByRole('button', { name: 'Сохранить оценки' }));
  await screen.findByText('Оценки сохранены');
  expect(sent.marks?.map(({ value }) => value)).toEqual([9, 5]);
  expect(screen.queryByText('Оценки экспертов')).toBeNull();
});
