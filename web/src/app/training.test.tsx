import { screen, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import type { CourseRunDetails, EnrolmentSummary } from '@/api/gen/types.gen';
import { operator } from '@/test/data/people';
import { refuse } from '@/test/handlers';
import { renderApp } from '@/test/render-app';
import { server } from '@/test/server';

const run: CourseRunDetails = {
  id: '00000000-0000-7000-8000-0000000000c1',
  course: { id: '00000000-0000-7000-8000-0000000000c0', title: 'Смысловое чтение', hours: 36, form: 'Mixed' },
  startsOn: '2026-09-01',
  endsOn: '2026-09-05',
  place: 'Казань',
  link: null,
  seats: 30,
  taken: 29,
  waiting: 0,
  state: 'Open',
  reason: null,
  own: [{ state: 'Applied', count: 1 }],
  editable: true,
  version: 3,
};
const enrolment: EnrolmentSummary = {
  id: '00000000-0000-7000-8000-0000000000e1',
  run: { id: run.id, course: 'Смысловое чтение', startsOn: run.startsOn, endsOn: run.endsOn },
  teacher: { id: '00000000-0000-7000-8000-0000000000d1', name: 'Образцова Анна Петровна', position: 'учитель' },
  school: {
    id: '00000000-0000-7000-8000-000000000002',
    name: 'СОШ № 2',
    municipalityCode: '92626000',
    municipality: 'Район',
  },
  state: 'Applied',
  askedAt: '2026-08-01T08:00:00Z',
  certificateNumber: null,
  certificateOn: null,
  reason: null,
  daysPresent: 0,
  daysMarked: 0,
  version: 1,
};
const page = `/training/runs/${run.id}`;

beforeEach(() => {
  const rights = ['training:read', 'training:write', 'enrolments:write', 'teachers:read'];
  server.use(
    http.get('*/api/v1/me', () =>
      HttpResponse.json({ ...operator, permissions: [...operator.permissions, ...rights] }),
    ),
    http.get('*/api/v1/course-runs/:id', () => HttpResponse.json(run)),
    http.get('*/api/v1/enrolments', () => HttpResponse.json({ items: [enrolment], page: 1, pageSize: 50, total: 1 })),
  );
});

test('those who are chosen are confirmed together, each in the version that was seen', async () => {
  const sent: unknown[] = [];
  server.use(
    http.post('*/api/v1/course-runs/:id/results', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ count: 1 });
    }),
  );
  const { user } = renderApp(page);
  await user.click(await screen.findByRole('checkbox', { name: 'Выбрать: Образцова Анна Петровна' }));
  await user.click(await screen.findByRole('button', { name: 'Зачислить' }));
  await expect.poll(() => sent).toEqual([{ state: 'Enrolled', rows: [{ id: enrolment.id, version: 1 }] }]);
});

test('a pasted list is matched first; where seats are short one decides who waits', async () => {
  const sent: unknown[] = [];
  const teacher = { id: 'd2', name: 'Примеров Иван', position: 'учитель', school: { name: 'СОШ № 5' } };
  server.use(
    http.post('*/api/v1/teachers/match', () =>
      HttpResponse.json([
        { name: 'Примеров Иван', state: 'Exact', teachers: [teacher] },
        { name: 'Никто Такой', state: 'None', teachers: [] },
      ]),
    ),
    http.post('*/api/v1/course-runs/:id/enrolments', async ({ request }) => {
      const body = (await request.json()) as { waitingList: boolean };
      sent.push(body);
      return body.waitingList
        ? HttpResponse.json({ enrolled: 0, waiting: 1, already: 0, free: 0 })
        : refuse(409, 'seats-short', 'Действие невозможно', { detail: 'Свободных мест нет' });
    }),
  );
  const { user } = renderApp(page);
  await user.click(await screen.findByRole('button', { name: 'Записать педагогов' }));
  const dialog = await screen.findByRole('dialog', { name: 'Записать педагогов' });
  await user.type(within(dialog).getByLabelText('Список педагогов'), 'Примеров Иван{Enter}Никто Такой');
  await user.click(within(dialog).getByRole('button', { name: 'Найти в реестре' }));
  expect(await within(dialog).findByText('Найдено точно: 1, выбрать: 0, не найдено: 1')).toBeVisible();
  await user.click(within(dialog).getByRole('button', { name: /Записать 1/ }));
  await user.click(await within(dialog).findByRole('checkbox', { name: /остальных поставить в лист ожидания/ }));
  await user.click(within(dialog).getByRole('button', { name: /Записать 1/ }));
  expect(await screen.findByText('Записано: 0, в лист ожидания: 1')).toBeVisible();
  expect(sent).toEqual([
    { teacherIds: ['d2'], waitingList: false, overlapsConfirmed: false },
    { teacherIds: ['d2'], waitingList: true, overlapsConfirmed: false },
  ]);
});
