import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { operator } from '@/test/data/people';
import { refuse } from '@/test/handlers';
import { renderApp } from '@/test/render-app';
import { server } from '@/test/server';

const section = async (name: string) => within(await screen.findByRole('region', { name }));
const wrong = (pointer: string, message: string) =>
  refuse(400, 'validation', 'Проверьте данные', {
    errors: [{ pointer, code: 'wrong', message, value: null, allowed: null }],
  });

test('the own name is saved under the version seen and shows at once', async () => {
  let sent: { body?: unknown; version?: string | null } = {};
  server.use(
    http.put('*/api/v1/me', async ({ request }) => {
      sent = { body: await request.json(), version: request.headers.get('If-Match') };
      return HttpResponse.json({ displayName: 'Ведущий специалист', version: 2 });
    }),
  );
  const { user } = renderApp('/profile');
  const name = await section('Имя');
  await user.clear(name.getByLabelText('Как вас называть'));
  await user.type(name.getByLabelText('Как вас называть'), 'Ведущий специалист');
  await user.click(name.getByRole('button', { name: 'Сохранить' }));
  expect(await screen.findByText('Имя сохранено')).toBeVisible();
  expect(sent).toEqual({ body: { displayName: 'Ведущий специалист' }, version: '"1"' });
  expect(screen.getByRole('button', { name: /Ведущий специалист/ })).toBeVisible();
});

test('a wrong present password is told at its field', async () => {
  server.use(http.post('*/api/v1/me/password', () => wrong('/current', 'Пароль неверен.')));
  const { user } = renderApp('/profile');
  const password = await section('Пароль');
  await user.type(password.getByLabelText('Нынешний пароль'), 'старый');
  await user.type(password.getByLabelText('Новый пароль'), 'короткий');
  await user.click(password.getByRole('button', { name: 'Сменить пароль' }));
  expect(await password.findByText('Пароль короче 12 знаков')).toBeVisible();
  await user.type(password.getByLabelText('Новый пароль'), ' и ещё три слова');
  await user.click(password.getByRole('button', { name: 'Сменить пароль' }));
  expect(await password.findByText('Пароль неверен.')).toBeVisible();
});

test('the second factor: password, picture and key, first code, recovery codes once', async () => {
  server.use(
    http.post('*/api/v1/me/authenticator', () =>
      HttpResponse.json({ secret: 'GEZDGNBVGY3TQOJQ', uri: 'otpauth://totp/x', qrSvg: '<svg/>' }),
    ),
    http.post('*/api/v1/me/authenticator/confirm', () => HttpResponse.json({ codes: ['AAAA-BBBB', 'CCCC-DDDD'] })),
  );
  const { user } = renderApp('/profile');
  const factor = await section('Вход с кодом');
  await user.type(factor.getByLabelText('Пароль'), 'correct horse battery');
  await user.click(factor.getByRole('button', { name: 'Настроить' }));
  expect(await factor.findByRole('img', { name: 'QR-код для приложения' })).toBeVisible();
  expect(factor.getByText('GEZDGNBVGY3TQOJQ')).toBeVisible();
  await user.type(factor.getByLabelText('Код из приложения'), '123456');
  await user.click(factor.getByRole('button', { name: 'Включить' }));
  const codes = await factor.findByRole('list', { name: 'Резервные коды' });
  expect(within(codes).getAllByRole('listitem')).toHaveLength(2);
  await user.click(factor.getByRole('button', { name: 'Коды сохранены' }));
  expect(factor.queryByText('AAAA-BBBB')).toBeNull();
  expect(factor.getByRole('button', { name: 'Отключить' })).toBeVisible();
});

test('an operator who must have it is led here from everywhere', async () => {
  server.use(http.get('*/api/v1/me', () => HttpResponse.json({ ...operator, mustSetUpSecondFactor: true })));
  const { router } = renderApp('/schools');
  expect(await screen.findByText('В вашем регионе операторы входят с кодом')).toBeVisible();
  expect(router.state.location.pathname).toBe('/profile');
});

test('a session elsewhere is ended by its name, this one is marked', async () => {
  const ended: string[] = [];
  server.use(
    http.delete('*/api/v1/me/sessions/:id', ({ params }) => {
      ended.push(String(params.id));
      return new HttpResponse(null, { status: 204 });
    }),
  );
  const { user } = renderApp('/profile');
  const list = await section('Сеансы');
  expect(await list.findByText('(этот)')).toBeVisible();
  await user.click(list.getByRole('button', { name: /^Завершить сеанс: Firefox на Linux/ }));
  expect(await screen.findByText('Сеанс завершён')).toBeVisible();
  expect(ended).toEqual(['00000000-0000-4000-8000-000000000002']);
});

test('density, theme and keys take effect at once and are kept by the server', async () => {
  const sent: unknown[] = [];
  server.use(
    http.put('*/api/v1/me/preferences', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json(sent.at(-1) as object);
    }),
  );
  const { user } = renderApp('/profile');
  const view = await section('Вид и клавиши');
  await user.click(view.getByRole('radio', { name: 'Плотные' }));
  await waitFor(() => expect(document.documentElement.dataset.density).toBe('compact'));
  await user.click(view.getByRole('radio', { name: 'Тёмное' }));
  await waitFor(() => expect(document.documentElement).toHaveAttribute('data-mantine-color-scheme', 'dark'));
  await user.click(view.getByRole('switch', { name: /^Одиночные клавиши/ }));
  document.body.dispatchEvent(new KeyboardEvent('keydown', { code: 'Slash', key: '?', bubbles: true }));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(sent.at(-1)).toEqual({ density: 'compact', singleLetterKeys: false, theme: 'dark' });
});

test('sign-in asks for the code in a second step, and says when it is wrong', async () => {
  const sent: unknown[] = [];
  server.use(
    http.get('*/api/v1/me', () => refuse(401, 'signed-out', 'Нужен вход'), { once: true }),
    http.post('*/api/v1/session', async ({ request }) => {
      const body = (await request.json()) as { code?: string };
      sent.push(body);
      if (!body.code) return refuse(401, 'second-factor-required', 'Нужен код');
      return body.code === '123456'
        ? HttpResponse.json(operator)
        : refuse(401, 'second-factor-wrong', 'Код не подошёл');
    }),
  );
  const { user } = renderApp('/schools');
  await user.type(await screen.findByLabelText('Имя пользователя'), 'operator');
  await user.type(screen.getByLabelText('Пароль'), 'correct horse battery');
  await user.click(screen.getByRole('button', { name: 'Войти' }));
  const code = await screen.findByLabelText('Код из приложения');
  expect(code).toHaveFocus();
  expect(screen.queryByText('Нужен код')).toBeNull();
  await user.type(code, '000000');
  await user.click(screen.getByRole('button', { name: 'Войти' }));
  expect(await screen.findByText('Код не подошёл')).toBeVisible();
  await user.clear(code);
  await user.type(code, '123456');
  await user.click(screen.getByRole('button', { name: 'Войти' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Школы' })).toBeVisible();
  expect(sent.at(-1)).toEqual({ userName: 'operator', password: 'correct horse battery', code: '123456' });
});

test('a provider has a button that comes back to the same page; a failure there is told', async () => {
  server.use(http.get('*/api/v1/session', () => HttpResponse.json({ external: 'Войти через портал' })));
  renderApp('/sign-in?to=%2Fschools%3Fpage%3D2&external=failed');
  const button = await screen.findByRole('link', { name: 'Войти через портал' });
  expect(button).toHaveAttribute('href', '/api/v1/session/external?returnUrl=%2Fschools%3Fpage%3D2');
  expect(screen.getByText(/Вход через внешнюю учётную запись не выполнен/)).toBeVisible();
});

test('who is not invited is told whom to ask', async () => {
  renderApp('/not-invited');
  expect(await screen.findByRole('heading', { level: 1, name: 'Вас ещё не пригласили' })).toBeVisible();
});
