import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { coordinator, operator } from '@/test/data/people';
import { refuse } from '@/test/handlers';
import { settings } from '@/test/handlers-settings';
import { renderApp } from '@/test/render-app';
import { server } from '@/test/server';

const path = '/settings';

test('labels are shown as one types, and hold everywhere once saved', async () => {
  const sent: { version: string | null; body: unknown }[] = [];
  let saved = settings;
  server.use(
    http.put('*/api/v1/regions/:code/settings', async ({ request }) => {
      const body = (await request.json()) as object;
      sent.push({ version: request.headers.get('If-Match'), body });
      saved = { ...settings, ...body, version: 5 };
      return HttpResponse.json(saved);
    }),
    http.get('*/api/v1/me', () =>
      HttpResponse.json({ ...operator, region: { ...operator.region, lowResultsLabel: saved.lowResultsLabel } }),
    ),
  );
  const { user, router } = renderApp(path);
  const label = await screen.findByLabelText(/^Школы с низкими результатами/);
  await user.clear(label);
  await user.type(label, 'ШНРО');
  expect(screen.getByText('ШНРО и ШНСУ')).toBeVisible();
  expect(screen.getByText('Есть несохранённые изменения')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Сохранить' }));
  expect(await screen.findByText('Сохранено')).toBeVisible();
  expect(screen.getByText('Изменений нет')).toBeVisible();
  expect(sent).toEqual([
    { version: '"4"', body: expect.objectContaining({ lowResultsLabel: 'ШНРО', schoolYear: null, leastPupils: 5 }) },
  ]);
  await router.navigate({ to: '/schools' });
  expect(await screen.findByRole('heading', { level: 1, name: 'Школы' })).toBeVisible();
  expect((await screen.findAllByText('ШНРО')).length).toBeGreaterThan(0);
});

test('thresholds have their least, said in words; a wrong field is named and nothing is sent', async () => {
  const { user } = renderApp(path);
  const pupils = await screen.findByLabelText(/^Наименьшее число учеников/);
  await user.clear(pupils);
  await user.type(pupils, '4');
  await user.click(screen.getByRole('button', { name: 'Сохранить' }));
  expect(await screen.findByText('Целое число от 5 до 30')).toBeVisible();
  await waitFor(() => expect(pupils).toHaveFocus());
  await user.clear(pupils);
  await user.type(pupils, '10');
  expect(screen.getByText(/стоит меньше 10\sучеников/)).toBeVisible();
});

test('what the server refuses stands at its field', async () => {
  server.use(
    http.put('*/api/v1/regions/:code/settings', () =>
      refuse(422, 'validation', 'Проверьте поля', {
        errors: [{ pointer: '/mailReplyTo', code: 'invalid', message: 'Адрес для ответов — обычный адрес.' }],
      }),
    ),
  );
  const { user } = renderApp(path);
  await user.type(await screen.findByLabelText(/^Адрес для ответов/), 'a@b');
  await user.click(screen.getByRole('button', { name: 'Сохранить' }));
  expect(await screen.findByText('Адрес для ответов — обычный адрес.')).toBeVisible();
});

test('a year is fixed, and the second factor warns of what follows for operators and for oneself', async () => {
  let body: unknown;
  let demanded = false;
  server.use(
    http.put('*/api/v1/regions/:code/settings', async ({ request }) => {
      body = await request.json();
      demanded = true;
      return HttpResponse.json({ ...settings, ...(body as object), version: 5 });
    }),
    http.get('*/api/v1/me', () => HttpResponse.json({ ...operator, mustSetUpSecondFactor: demanded })),
  );
  const { user, router } = renderApp(path);
  await user.click(await screen.findByRole('radio', { name: 'Выбранный год' }));
  await user.click(screen.getByRole('combobox', { name: /^Учебный год/ }));
  await user.click((await screen.findAllByRole('option'))[0] as HTMLElement);
  expect(screen.queryByText(/не пустит дальше профиля/)).toBeNull();
  await user.click(screen.getByRole('switch', { name: /^Второй фактор обязателен/ }));
  expect(screen.getByText(/не пустит дальше профиля/)).toBeVisible();
  expect(screen.getByText(/У вас он ещё не настроен/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Сохранить' }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/profile'));
  expect(body).toMatchObject({ requiresSecondFactor: true, schoolYear: expect.stringMatching(/^\d{4}\/\d{4}$/) });
});

test('leaving with unsaved changes asks first', async () => {
  const { user, router } = renderApp(path);
  await user.type(await screen.findByLabelText(/^Имя отправителя/), 'Оператор');
  await user.click(screen.getByRole('link', { name: 'Школы' }));
  const dialog = await screen.findByRole('dialog', { name: /не сохранены/ });
  expect(router.state.location.pathname).toBe(path);
  await user.click(within(dialog).getByRole('button', { name: 'Остаться' }));
  await user.click(screen.getByRole('button', { name: 'Вернуть как было' }));
  await user.click(screen.getByRole('link', { name: 'Школы' }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/schools'));
});

test('a newer version is shown beside mine; taking it leaves nothing unsaved', async () => {
  const theirs = { ...settings, version: 6, leastSchools: 7 };
  server.use(http.put('*/api/v1/regions/:code/settings', () => refuse(412, 'version-mismatch', 'Версия устарела')));
  const { user } = renderApp(path);
  const schools = await screen.findByLabelText(/^Наименьшее число школ/);
  await user.clear(schools);
  await user.type(schools, '4');
  server.use(http.get('*/api/v1/regions/:code/settings', () => HttpResponse.json(theirs)));
  await user.click(screen.getByRole('button', { name: 'Сохранить' }));
  const dialog = await screen.findByRole('dialog', { name: 'Пока вы работали, сведения изменили' });
  expect(within(dialog).getByRole('row', { name: /Наименьшее число школ/ })).toHaveTextContent('47');
  await user.click(within(dialog).getByRole('button', { name: 'Оставить сохранённую' }));
  await waitFor(() => expect(schools).toHaveValue('7'));
  expect(screen.getByText('Изменений нет')).toBeVisible();
});

test('a logo is checked before it is sent, shown at once, and removed after a question', async () => {
  const sent: (string | null)[] = [];
  server.use(
    http.put('*/api/v1/regions/:code/logo', ({ request }) => {
      sent.push(request.headers.get('Content-Type'));
      return new HttpResponse(null, { status: 204 });
    }),
  );
  const { user, container } = renderApp(path);
  await screen.findByText(/Логотипа нет/);
  const input = container.querySelector('input[type="file"]') as HTMLInputElement;
  await user.upload(input, new File([new Uint8Array(300 * 1024)], 'large.png', { type: 'image/png' }));
  expect(await screen.findByText(/Файл занимает 300\sКБ/)).toBeVisible();
  expect(sent).toEqual([]);
  await user.upload(input, new File([new Uint8Array([1])], 'small.jpg', { type: 'image/jpeg' }));
  expect(await screen.findByRole('img', { name: 'Логотип: Республика Татарстан' })).toBeVisible();
  expect(sent).toEqual(['image/jpeg']);
  await user.click(screen.getByRole('button', { name: 'Убрать' }));
  const dialog = await screen.findByRole('dialog', { name: 'Убрать логотип?' });
  await user.click(within(dialog).getByRole('button', { name: 'Убрать' }));
  expect(await screen.findByText(/Логотипа нет/)).toBeVisible();
  expect(screen.queryByRole('img', { name: /Логотип/ })).toBeNull();
});

test('only who may set things for the region sees them', async () => {
  server.use(http.get('*/api/v1/me', () => HttpResponse.json(coordinator)));
  renderApp(path);
  expect(await screen.findByRole('heading', { level: 1, name: 'Нет доступа' })).toBeVisible();
});
