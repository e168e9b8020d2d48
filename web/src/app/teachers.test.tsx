import { screen, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import type { TeacherDetails } from '@/api/gen/types.gen';
import { operator } from '@/test/data/people';
import { schools } from '@/test/data/schools';
import { renderApp } from '@/test/render-app';
import { server } from '@/test/server';

const [first] = schools;
if (!first) throw new Error('test data lost its first school');

const teacher: TeacherDetails = {
  id: '00000000-0000-7000-8000-000000008001',
  name: 'Образцова Анна Петровна',
  school: {
    id: first.id,
    name: first.name,
    municipalityCode: first.municipality.code,
    municipality: first.municipality.name,
  },
  subjects: [],
  position: 'учитель',
  category: 'Highest',
  categoryOn: '2020-12-20',
  experienceSince: 2004,
  staffSinceOn: '2010-09-01',
  leftOn: null,
  leftReason: null,
  plan: { madeOn: '2020-09-15', updatedOn: null },
  portfolio: null,
  furtherSchools: 0,
  achievements: 0,
  anonymisedAt: null,
  posts: [],
  achievementList: [],
  editable: true,
  version: 1,
};
const card = `/training/teachers/${teacher.id}`;

beforeEach(() => {
  server.use(
    http.get('*/api/v1/me', () =>
      HttpResponse.json({ ...operator, permissions: [...operator.permissions, 'teachers:read', 'teachers:write'] }),
    ),
    http.get('*/api/v1/subjects', () => HttpResponse.json([])),
    http.get('*/api/v1/teachers', () => HttpResponse.json({ items: [teacher], page: 1, pageSize: 50, total: 1 })),
    http.get('*/api/v1/teachers/:id', () => HttpResponse.json(teacher)),
  );
});

test('the list leads to cards and to the file with the same filter', async () => {
  renderApp('/training/teachers?plan=yes');
  const row = await screen.findByRole('row', { name: /Образцова Анна Петровна/ });
  expect(within(row).getByRole('link')).toHaveAttribute('href', card);
  expect(row).toHaveTextContent('высшая');
  expect(screen.getByRole('link', { name: 'Выгрузить в Excel' })).toHaveAttribute(
    'href',
    '/api/v1/teachers/file?onStaff=true&hasPlan=true',
  );
});

test('a name is erased only when that is said twice', async () => {
  const sent: unknown[] = [];
  server.use(
    http.post('*/api/v1/teachers/:id/anonymise', async ({ request }) => {
      sent.push(request.headers.get('If-Match'), await request.json());
      return HttpResponse.json({ ...teacher, name: null, anonymisedAt: '2026-09-01T08:00:00Z', version: 2 });
    }),
  );
  const { user } = renderApp(card);
  await user.click(await screen.findByRole('button', { name: 'Ещё действия' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Обезличить' }));
  const dialog = await screen.findByRole('dialog', { name: 'Обезличить педагога?' });
  await user.click(within(dialog).getByRole('button', { name: 'Стереть имя' }));
  expect(sent).toEqual([]);
  await user.click(within(dialog).getByRole('checkbox'));
  await user.click(within(dialog).getByRole('button', { name: 'Стереть имя' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Педагог обезличен' })).toBeVisible();
  expect(sent).toEqual(['"1"', { confirmed: true }]);
  expect(screen.queryByText('Образцова Анна Петровна')).toBeNull();
});
