import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import type { CalendarDays, EventDetails } from '@/api/gen/types.gen';
import { operator } from '@/test/data/people';
import { refuse } from '@/test/handlers';
import { renderApp } from '@/test/render-app';
import { server } from '@/test/server';

const school = { id: '00000000-0000-7000-8000-000000000002', name: 'СОШ № 2' };
const event: EventDetails = {
  id: '00000000-0000-7000-8000-0000000000f1',
  kind: 'AssociationMeeting',
  level: 'Municipal',
  title: 'Разбор заданий второй части',
  startsOn: '2026-08-25',
  endsOn: '2026-08-25',
  startsAt: '10:00:00',
  endsAt: '12:30:00',
  place: null,
  link: null,
  state: 'Held',
  reason: null,
  municipality: { code: '92626000', name: 'Район' },
  school: null,
  organiser: null,
  association: { id: '00000000-0000-7000-8000-0000000000f2', name: 'РМО математиков' },
  total: { named: 22, unnamed: 12, schools: 3 },
  own: { named: 1, unnamed: 2, schools: 1 },
  version: 2,
  description: null,
  turnouts: [
    {
      school,
      municipality: 'Район',
      named: 1,
      unnamed: 2,
      teachers: [{ id: '00000000-0000-7000-8000-0000000000d1', name: 'Образцова Анна Петровна' }],
      version: 4,
    },
  ],
  editable: true,
};

beforeEach(() => {
  const rights = ['events:read', 'events:write', 'teachers:read'];
  server.use(
    http.get('*/api/v1/me', () =>
      HttpResponse.json({ ...operator, permissions: [...operator.permissions, ...rights] }),
    ),
    http.get('*/api/v1/events/:id', () => HttpResponse.json(event)),
    http.get('*/api/v1/teachers', () => HttpResponse.json({ items: [], page: 1, pageSize: 50, total: 0 })),
  );
});

test('people without a name are told apart, and a stranger at a meeting may become a member', async () => {
  const sent: unknown[] = [];
  server.use(
    http.post('*/api/v1/events/:id/turnout', async ({ request }) => {
      sent.push(await request.json());
      return sent.length === 1 ? refuse(409, 'not-members', 'Не состоят: Образцова') : HttpResponse.json(event);
    }),
  );
  const { user } = renderApp(`/training/events/${event.id}`);
  expect(await screen.findByText(/34\sчеловека, из них без имён 12, 3\sшколы/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Изменить: СОШ № 2' }));
  const dialog = await screen.findByRole('dialog');
  const unnamed = await within(dialog).findByLabelText(/Сколько ещё человек/);
  await user.clear(unnamed);
  await user.type(unnamed, '5');
  await user.click(within(dialog).getByRole('button', { name: 'Записать' }));
  await user.click(await within(dialog).findByRole('checkbox', { name: /Принять их в объединение/ }));
  await user.click(within(dialog).getByRole('button', { name: 'Записать' }));
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent[1]).toEqual({
    rows: [
      {
        schoolId: school.id,
        unnamed: 5,
        teacherIds: ['00000000-0000-7000-8000-0000000000d1'],
        version: 4,
      },
    ],
    membersToo: true,
  });
});

test('the calendar is walked by keys, and its secret address is shown once', async () => {
  const days: CalendarDays = {
    from: '2026-08-31',
    to: '2026-10-04',
    today: '2026-09-01',
    full: false,
    items: [
      {
        kind: 'Event',
        id: event.id,
        ofId: null,
        title: 'Семинар по чтению',
        of: null,
        startsOn: '2021-08-31',
        endsOn: '2021-09-01',
        startsAt: '10:00:00',
        endsAt: null,
        state: 'Cancelled',
        place: null,
        link: null,
        municipality: null,
        school: null,
        regionCode: 'RU-TA',
      },
    ],
  };
  const asked: string[] = [];
  server.use(
    http.get('*/api/v1/calendar', ({ request }) => {
      asked.push(new URL(request.url).search);
      return HttpResponse.json(days);
    }),
    http.get('*/api/v1/calendar/feed', () => HttpResponse.json({ createdAt: null, lastUsedAt: null })),
    http.post('*/api/v1/calendar/feed', () =>
      HttpResponse.json({ path: '/api/v1/calendar/тайна.ics', createdAt: '2026-09-01T08:00:00Z' }),
    ),
  );
  const { user, router } = renderApp('/training/calendar?month=2021-09&day=2021-09-01&kind=Event');
  const grid = await screen.findByRole('table', { name: 'Календарь, Сентябрь 2021' });
  expect(asked[0]).toContain('from=2021-08-30&to=2021-10-03&kinds=Event');
  expect(within(grid).getAllByText(/Семинар по чтению/)).toHaveLength(2);
  expect(screen.getByText('отменено')).toBeVisible();
  within(grid)
    .getByRole('button', { name: /^01\.09\.2021: 1\sсобытие$/ })
    .focus();
  await user.keyboard('{ArrowLeft}');
  await waitFor(() => expect(router.state.location.search).toMatchObject({ month: '2021-08', day: '2021-08-31' }));
  await user.click(screen.getByRole('button', { name: 'Подписаться' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(await within(dialog).findByRole('button', { name: 'Создать ссылку' }));
  expect(await within(dialog).findByLabelText(/Адрес календаря/)).toHaveValue(
    `${window.location.origin}/api/v1/calendar/тайна.ics`,
  );
});
