import { screen, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { observer } from '@/test/data/people';
import { cohortIds } from '@/test/data/schools';
import { cohorts } from '@/test/handlers-cohorts';
import { renderApp } from '@/test/render-app';
import { server } from '@/test/server';

test('lists come with their orders and categories', async () => {
  renderApp('/cohorts');
  const row = await screen.findByRole('row', { name: /Школы поддержки 2019 года/ });
  expect(row).toHaveTextContent('№ пол-247/19 от 18.02.2019');
  expect(row).toHaveTextContent('71');
});

test('a school leaves with a day and a reason, under the version seen', async () => {
  let sent: { body?: unknown; version?: string | null } = {};
  server.use(
    http.post('*/api/v1/cohorts/:id/members/:schoolId/exit', async ({ request }) => {
      sent = { body: await request.json(), version: request.headers.get('If-Match') };
      return HttpResponse.json({ ...cohorts[1], version: 6 });
    }),
  );
  const { user } = renderApp(`/cohorts/${cohortIds.y2019}`);
  const [button] = await screen.findAllByRole('button', { name: /^Исключить/ });
  if (!button) throw new Error('no way to leave');
  await user.click(button);
  const dialog = await screen.findByRole('dialog', { name: /Исключить «.*» из списка/ });
  await user.click(within(dialog).getByRole('button', { name: 'Исключить' }));
  expect(within(dialog).getAllByText('Заполните поле')).toHaveLength(2);
  await user.type(within(dialog).getByLabelText('Дата выхода'), '31.08.2020');
  await user.type(within(dialog).getByLabelText('Причина выхода'), 'Достигнуты показатели');
  await user.click(within(dialog).getByRole('button', { name: 'Исключить' }));
  expect(await screen.findByText('Школа исключена из списка')).toBeVisible();
  expect(sent).toEqual({ body: { leftOn: '2020-08-31', reason: 'Достигнуты показатели' }, version: '"5"' });
});

test('a school put on by mistake is struck out after a question that names it', async () => {
  let version: string | null = null;
  server.use(
    http.delete('*/api/v1/cohorts/:id/members/:schoolId', ({ request }) => {
      version = request.headers.get('If-Match');
      return HttpResponse.json({ ...cohorts[1], version: 6 });
    }),
  );
  const { user } = renderApp(`/cohorts/${cohortIds.y2019}`);
  const [menu] = await screen.findAllByRole('button', { name: /^Действия/ });
  if (!menu) throw new Error('no menu');
  await user.click(menu);
  await user.click(await screen.findByRole('menuitem', { name: 'Убрать из перечня: внесена по ошибке' }));
  const dialog = await screen.findByRole('dialog', { name: /Убрать «.+» из перечня\?/ });
  expect(version).toBeNull();
  await user.click(within(dialog).getByRole('button', { name: 'Убрать из перечня' }));
  expect(await screen.findByText('Школа убрана из перечня')).toBeVisible();
  expect(version).toBe('"5"');
});

test('the category of a school is put right', async () => {
  let sent: { body?: unknown; version?: string | null } = {};
  server.use(
    http.put('*/api/v1/cohorts/:id/members/:schoolId', async ({ request }) => {
      sent = { body: await request.json(), version: request.headers.get('If-Match') };
      return HttpResponse.json({ ...cohorts[1], version: 6 });
    }),
  );
  const { user } = renderApp(`/cohorts/${cohortIds.y2019}`);
  const [menu] = await screen.findAllByRole('button', { name: /^Действия/ });
  if (!menu) throw new Error('no menu');
  await user.click(menu);
  await user.click(await screen.findByRole('menuitem', { name: 'Изменить категорию' }));
  const dialog = await screen.findByRole('dialog', { name: /Категория школы «.+»/ });
  await user.clear(within(dialog).getByLabelText('Основание'));
  await user.type(within(dialog).getByLabelText('Основание'), 'Уточнено приказом');
  await user.click(within(dialog).getByRole('button', { name: 'Сохранить' }));
  expect(await screen.findByText('Категория изменена')).toBeVisible();
  expect(sent).toMatchObject({ body: { reason: 'Уточнено приказом' }, version: '"5"' });
});

test('a new list asks for its year and order', async () => {
  const { user } = renderApp('/cohorts/new');
  await user.type(await screen.findByLabelText(/Год программы/), 'двадцатый');
  await user.click(screen.getByRole('button', { name: 'Создать список' }));
  expect(await screen.findByText('Запишите год так: 2020 или 2019/2020')).toBeVisible();
});

test('an observer only reads', async () => {
  server.use(http.get('*/api/v1/me', () => HttpResponse.json(observer)));
  renderApp(`/cohorts/${cohortIds.y2019}`);
  expect(await screen.findByRole('heading', { level: 1, name: 'Школы поддержки 2019 года' })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Добавить школу' })).toBeNull();
  expect(screen.queryByRole('button', { name: /^(Исключить|Действия)/ })).toBeNull();
});
