import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderApp } from '@/test/render-app';
import { figures, words } from './ru';
import { screens } from './screens';

const files = Object.keys(import.meta.glob('../routes/_app/**/*.tsx'));

/** «cohorts/$cohortId_.edit.tsx» is the route «/_app/cohorts/$cohortId_/edit». */
const routeOf = (file: string) =>
  file
    .replace('../routes', '')
    .replace(/\.tsx$/, '')
    .replaceAll('.', '/')
    .replace(/\/index$/, '/');

test('every screen has help, made of rules and words that there are', () => {
  const routes = files.map(routeOf).filter((route) => !route.endsWith('/$'));
  expect(routes.length).toBeGreaterThan(20);
  expect(routes.filter((route) => !screens[route])).toEqual([]);
  const rules = figures.map(([name]) => name);
  const terms = words.map(([name]) => name);
  for (const { figures: used = [], words: spoken = [] } of Object.values(screens)) {
    expect(rules).toEqual(expect.arrayContaining([...used]));
    expect(terms).toEqual(expect.arrayContaining([...spoken]));
  }
});

test('help opens on the screen and is about it', async () => {
  const { user } = renderApp('/schools');
  await user.click(await screen.findByRole('button', { name: 'Справка об этом экране' }));
  expect(await screen.findByText(/Реестр школ с отбором/)).toBeVisible();
  expect(screen.getByText('Динамика школы')).toBeVisible();
});

test('words are found whatever the case and «ё»; nothing found is said, with the way back', async () => {
  const { user, router } = renderApp('/help');
  const field = await screen.findByRole('searchbox', { name: 'Найти слово или правило' });
  await user.type(field, 'УЧАСТНИКОВ отмечён');
  expect(await screen.findByText('Малые группы')).toBeVisible();
  await waitFor(() => expect(screen.queryByText('ОКТМО')).toBeNull());
  expect(router.state.location.search).toEqual({ search: 'УЧАСТНИКОВ отмечён' });
  await user.clear(field);
  await user.type(field, 'синхрофазотрон');
  expect(await screen.findByText('«синхрофазотрон» в справке нет')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Показать всё' }));
  expect(await screen.findByText('ОКТМО')).toBeVisible();
});

const entries = [
  ['/sign-in', 'Где взять имя и пароль?'],
  ['/join', 'Какой пароль подойдёт?'],
  ['/setup', 'Где взять код региона?'],
  ['/forgot', 'Письма нет'],
  ['/not-invited', 'К кому обратиться?'],
];

test.each(entries)('before sign-in %s has help of its own', async (address, question) => {
  const { user } = renderApp(address ?? '');
  await user.click(await screen.findByRole('button', { name: 'Справка' }));
  expect(await screen.findByText(question ?? '')).toBeVisible();
});
