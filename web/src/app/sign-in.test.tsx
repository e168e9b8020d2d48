import { screen } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { observer, operator, schoolPerson } from '@/test/data/people';
import { refuse } from '@/test/handlers';
import { renderApp } from '@/test/render-app';
import { server } from '@/test/server';

const signedOut = () =>
  http.get('*/api/v1/me', () => refuse(401, 'unauthenticated', 'Вход не выполнен'), { once: true });

test('an address that needs sign-in comes back after it', async () => {
  server.use(signedOut());
  const { user, router } = renderApp('/schools?locality=Rural');
  await user.type(await screen.findByLabelText('Имя пользователя'), 'operator');
  await user.type(screen.getByLabelText('Пароль'), 'correct horse battery');
  await user.click(screen.getByRole('button', { name: 'Войти' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Школы' })).toBeVisible();
  expect(router.state.location.href).toBe('/schools?locality=Rural');
});

test('a refused sign-in says why and stays', async () => {
  server.use(
    signedOut(),
    http.post('*/api/v1/session', () =>
      refuse(401, 'sign-in-failed', 'Имя или пароль не подходят', { detail: 'Проверьте раскладку и повторите.' }),
    ),
  );
  const { user } = renderApp('/');
  await user.click(await screen.findByRole('button', { name: 'Войти' }));
  expect(screen.getAllByText('Заполните поле')).toHaveLength(2);
  await user.type(screen.getByLabelText('Имя пользователя'), 'operator');
  await user.type(screen.getByLabelText('Пароль'), 'wrong');
  await user.click(screen.getByRole('button', { name: 'Войти' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Проверьте раскладку');
});

test.each([
  '//evil.example.org',
  'https://evil.example.org/',
  '/\\evil.example.org',
  '/\t/evil.example.org',
  'javascript:alert(1)',
])('after sign-in %s, outside the application, is not followed', async (to) => {
  server.use(signedOut());
  const { user, router } = renderApp(`/sign-in?to=${encodeURIComponent(to)}`);
  await user.type(await screen.findByLabelText('Имя пользователя'), 'operator');
  await user.type(screen.getByLabelText('Пароль'), 'correct horse battery');
  await user.click(screen.getByRole('button', { name: 'Войти' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Мой день' })).toBeVisible();
  expect(router.state.location.pathname).toBe('/');
});

test.each([
  [operator, ['Мой день', 'Школы', 'Показатели', 'Обучение', 'Поддержка']],
  [observer, ['Обзор', 'Школы', 'Показатели']],
  [schoolPerson, ['Моя школа', 'Показатели', 'Справка']],
])('sections of $displayName', async (me, sections) => {
  server.use(http.get('*/api/v1/me', () => HttpResponse.json(me)));
  renderApp('/help');
  const nav = await screen.findByRole('navigation', { name: 'Разделы' });
  expect([...nav.querySelectorAll('a')].map((link) => link.textContent)).toEqual(sections);
});

test('a school comes home to its own card', async () => {
  server.use(http.get('*/api/v1/me', () => HttpResponse.json(schoolPerson)));
  const { router } = renderApp('/');
  expect(await screen.findByRole('heading', { level: 1, name: 'СОШ № 2' })).toBeVisible();
  expect(router.state.location.pathname).toContain('/schools/');
  expect(screen.queryByRole('button', { name: 'Действия' })).toBeNull();
});

test('the first set-up asks for the region and the operator, and shows the server’s field errors', async () => {
  server.use(
    http.get('*/api/v1/setup', () => HttpResponse.json({ needed: true, mail: false })),
    http.post('*/api/v1/setup', () =>
      refuse(400, 'validation', 'Проверьте поля', {
        errors: [{ pointer: '/password', code: 'weak', message: 'Слишком простой пароль', value: null, allowed: null }],
      }),
    ),
  );
  const { user } = renderApp('/setup?token=abc');
  await user.type(await screen.findByLabelText('Код региона по ISO 3166-2'), 'RU-TA');
  await user.type(screen.getByLabelText('Название региона'), 'Республика Татарстан');
  await user.type(screen.getByLabelText('Как вас называть'), 'Оператор');
  await user.type(screen.getByLabelText('Имя пользователя'), 'operator');
  await user.type(screen.getByLabelText('Пароль'), 'aaaaaaaaaaaa');
  await user.click(screen.getByRole('button', { name: 'Создать и войти' }));
  expect(await screen.findByText('Слишком простой пароль')).toBeVisible();
});

test('an unknown address has its own page', async () => {
  renderApp('/nowhere');
  expect(await screen.findByRole('heading', { level: 1, name: 'Такой страницы нет' })).toBeVisible();
});

test('a failing page tells the request id and can be tried again', async () => {
  server.use(http.get('*/api/v1/cohorts', () => refuse(500, 'unexpected', 'Что-то пошло не так'), { once: true }));
  const { user } = renderApp('/cohorts');
  expect(await screen.findByRole('alert')).toHaveTextContent('Код обращения: 00-4bf92f3577b34da6-01');
  await user.click(screen.getByRole('button', { name: 'Повторить' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Списки школ' })).toBeVisible();
});
