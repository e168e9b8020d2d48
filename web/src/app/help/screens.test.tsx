import { screen } from '@testing-library/react';
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
