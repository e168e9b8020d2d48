import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { coordinator } from '@/test/data/people';
import { municipalities } from '@/test/data/schools';
import { renderApp } from '@/test/render-app';
import { server } from '@/test/server';

const [first] = municipalities;

test('municipalities come with their codes and numbers of schools, and lead to their schools', async () => {
  renderApp('/municipalities');
  const row = await screen.findByRole('row', { name: new RegExp(first?.name ?? '') });
  expect(row).toHaveTextContent(first?.code ?? '');
  expect(within(row).getByRole('link')).toHaveAttribute('href', `/schools?municipality=${first?.code}`);
});

test('a new municipality needs a code of 8 or 11 digits; what the server refuses stands at its field', async () => {
  const sent: unknown[] = [];
  server.use(
    http.post('*/api/v1/municipalities', async ({ request }) => {
      sent.push(await request.json());
      const errors = [{ pointer: '/code', code: 'duplicate', message: 'Муниципалитет с таким кодом уже есть.' }];
      const problem = { type: '/problems/duplicate', title: 'Уже есть', status: 409, code: 'duplicate', errors };
      return HttpResponse.json(problem, { status: 409 });
    }),
  );
  const { user } = renderApp('/municipalities');
  await user.click(await screen.findByRole('button', { name: 'Добавить муниципалитет' }));
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByLabelText(/Код ОКТМО/), '123');
  await user.click(within(dialog).getByRole('button', { name: 'Добавить муниципалитет' }));
  expect(await within(dialog).findByText('Код ОКТМО – это 8 или 11 цифр')).toBeVisible();
  expect(within(dialog).getByText('Заполните поле')).toBeVisible();
  expect(sent).toEqual([]);

  await user.type(within(dialog).getByLabelText(/Код ОКТМО/), '45678');
  await user.type(within(dialog).getByLabelText(/Название/), 'Новый район');
  await user.click(within(dialog).getByRole('button', { name: 'Добавить муниципалитет' }));
  expect(await within(dialog).findByText('Муниципалитет с таким кодом уже есть.')).toBeVisible();
  expect(sent).toEqual([{ code: '12345678', name: 'Новый район', regionCode: 'RU-TA' }]);
});

test('a municipality gets its new name', async () => {
  let body: unknown;
  server.use(
    http.put('*/api/v1/municipalities/:code', async ({ request, params }) => {
      body = await request.json();
      return HttpResponse.json({ ...first, ...(body as object), code: params.code });
    }),
  );
  const { user } = renderApp('/municipalities');
  await user.click(await screen.findByRole('button', { name: `Переименовать: ${first?.name}` }));
  const name = within(await screen.findByRole('dialog')).getByLabelText(/Название/);
  await user.clear(name);
  await user.type(name, 'Первый муниципальный округ{Enter}');
  expect(await screen.findByText('Муниципалитет переименован')).toBeVisible();
  expect(body).toEqual({ name: 'Первый муниципальный округ' });
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('a closed dialog gives the focus back to where it was opened', async () => {
  const { user } = renderApp('/municipalities');
  const open = await screen.findByRole('button', { name: 'Добавить муниципалитет' });
  await user.click(open);
  await screen.findByRole('dialog');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(open).toHaveFocus());
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('only who may change places sees them', async () => {
  server.use(http.get('*/api/v1/me', () => HttpResponse.json(coordinator)));
  renderApp('/municipalities');
  expect(await screen.findByRole('heading', { level: 1, name: 'Нет доступа' })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Добавить муниципалитет' })).toBeNull();
});

test('an unknown address and a link cut short say so within the application', async () => {
  server.use(
    http.get('*/api/v1/schools/:id', () =>
      HttpResponse.json(
        { type: '/problems/malformed', title: 'Запрос не разобран', status: 400, code: 'malformed' },
        { status: 400 },
      ),
    ),
  );
  const nowhere = renderApp('/nowhere/at/all');
  expect(await screen.findByRole('heading', { level: 1, name: 'Такой страницы нет' })).toBeVisible();
  expect(screen.getByRole('navigation')).toBeVisible();
  nowhere.unmount();

  renderApp('/schools/0190');
  expect(await screen.findByRole('heading', { level: 1, name: 'Такой страницы нет' })).toBeVisible();
});
