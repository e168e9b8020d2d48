import { screen, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import { operator, schoolPerson } from '@/test/data/people';
import { renderApp } from '@/test/render-app';
import { server } from '@/test/server';

const total = (count: number) => HttpResponse.json({ items: [], page: 1, pageSize: 1, total: count });
const load = {
  waiting: 4,
  active: 2,
  requested: 6,
  planned: 0,
  held: 3,
  children: 31,
  examined: 31,
  consulted: 20,
  teachers: 0,
  parents: 0,
};

beforeEach(() => {
  server.use(
    http.get('*/api/v1/me', () =>
      HttpResponse.json({
        ...operator,
        permissions: ['partnerships:read', 'support:read', 'training:read', 'events:read', 'diagnostics:read'],
      }),
    ),
    http.get('*/api/v1/partnerships', ({ request }) =>
      total(new URL(request.url).searchParams.get('state') === 'Expiring' ? 1 : 96),
    ),
    http.get('*/api/v1/partnerships/gaps', () =>
      HttpResponse.json({ title: 'Ошибка сервера', status: 500 }, { status: 500 }),
    ),
    http.get('*/api/v1/mentorings', () => total(5)),
    http.get('*/api/v1/internships', () => total(0)),
    http.get('*/api/v1/support/overview', () =>
      HttpResponse.json({
        total: load,
        specialists: [],
        municipalities: [],
        organisations: [],
        visits: 2,
        lessons: 0,
        visitedTeachers: 0,
        consultations: 11,
        consultedTeachers: 0,
        consultedParents: 0,
        consultedHeads: 0,
      }),
    ),
    http.get('*/api/v1/deficit-counts', () =>
      HttpResponse.json({
        from: '2026-01-01',
        until: '2026-12-31',
        staffOn: '2026-06-01',
        deficient: 9,
        diagnosed: 14,
        staff: 100,
        rows: [
          { key: 'a', name: 'Оценивание', deficient: 2, diagnosed: 14, staff: 100 },
          { key: 'b', name: 'Смысловое чтение', deficient: 9, diagnosed: 14, staff: 100 },
        ],
      }),
    ),
    http.get('*/api/v1/events', () => total(2)),
    http.get('*/api/v1/events/reach', () =>
      HttpResponse.json({ from: '2026-01-01', to: '2026-12-31', events: 21, people: 104, unnamed: 12, rows: [] }),
    ),
    http.get('*/api/v1/course-runs', () => total(1)),
    http.get('*/api/v1/enrolments', () => total(3)),
    http.get('*/api/v1/training-coverage', () =>
      HttpResponse.json({
        from: '2026-01-01',
        until: '2026-12-31',
        staffOn: '2026-06-01',
        trained: 355,
        staff: 412,
        rows: [{ key: '92601000', name: 'Агрызский муниципальный район', trained: 1, staff: 9 }],
      }),
    ),
  );
});

const figures = async (card: string) =>
  within(await screen.findByRole('region', { name: card }))
    .getAllByRole('listitem')
    .map((item) => item.textContent);

test('support in figures: what is not known is no zero, each leads to its list', async () => {
  renderApp('/support');
  await screen.findByText(/не удалось узнать/);
  expect(await figures('Партнёры')).toEqual([
    '97договоров действует',
    '1договор истекает за 20 дней',
    '–школам не хватает договоров: не удалось узнать',
  ]);
  expect(await figures('Специалисты')).toEqual([
    '4заявки ждут назначения',
    '2заявки в работе',
    '31ребёнок с начала учебного года',
  ]);
  expect(screen.getByRole('link', { name: /заявки ждут назначения/ })).toHaveAttribute(
    'href',
    '/support/specialists?state=Requested',
  );
});

test('training in figures, and a school goes to its own register', async () => {
  const { unmount } = renderApp('/training');
  expect(await screen.findByText(/355 из 412 педагогов/)).toBeVisible();
  expect(await screen.findByText(/Прошли диагностику 14 из 100 педагогов/)).toBeVisible();
  expect(screen.getByText('Смысловое чтение').parentElement).toHaveTextContent('Смысловое чтение9');
  expect(await figures('Курсы')).toContain('3заявки ждут зачисления');
  expect(await figures('Мероприятия')).toEqual([
    '2мероприятия в ближайшие 30 дней',
    '21мероприятие проведено в этом году',
    '104педагога участвовали, каждый посчитан один раз',
  ]);
  expect(screen.getByText('И ещё 12 участников без имён.')).toBeVisible();
  unmount();
  server.use(http.get('*/api/v1/me', () => HttpResponse.json({ ...schoolPerson, permissions: ['training:read'] })));
  const { router } = renderApp('/training');
  await screen.findByRole('navigation', { name: 'Разделы' });
  expect(router.state.location.pathname).toBe('/training/courses');
});
