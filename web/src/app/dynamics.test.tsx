import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { home } from '@/test/handlers-home';
import { renderApp } from '@/test/render-app';
import { server } from '@/test/server';

test('the headline is the answer, with its base in words', async () => {
  renderApp('/indicators/dynamics');
  expect(await screen.findByText('Рост у 50 из 71 школы (70,4 %)', { selector: 'header strong' })).toBeVisible();
  expect(screen.getByText(/Считаем из школ, у которых есть результаты за оба года/)).toBeVisible();
});

test('the question stands in the address and is asked of the server as it stands', async () => {
  const asked: URLSearchParams[] = [];
  server.events.on('request:start', ({ request }) => {
    const url = new URL(request.url);
    if (url.pathname === '/api/v1/dynamics') asked.push(url.searchParams);
  });
  const { user, router } = renderApp('/indicators/dynamics?assessment=EGE');
  await user.click(await screen.findByRole('radio', { name: 'Весь список' }));
  await user.click(screen.getByRole('combobox', { name: 'Предмет' }));
  await user.click(await screen.findByRole('option', { name: 'Математика профильная' }));
  await screen.findByText('Рост у 46 из 71 школы (64,8 %)', { selector: 'header strong' });
  expect(router.state.location.search).toMatchObject({ base: 'cohort', subject: 'mathematics-profile' });
  expect(Object.fromEntries(asked.at(-1) ?? [])).toMatchObject({
    base: 'cohort',
    subject: 'mathematics-profile',
    year: '2019',
    grade: '11',
  });
  server.events.removeAllListeners();
});

test('each number leads to its schools', async () => {
  const { user, router } = renderApp('/indicators/dynamics');
  await user.click(await screen.findByRole('link', { name: /19.*Снижение/ }));
  expect(await screen.findByRole('heading', { level: 1, name: /^Снижение: \d+\sшкол/ })).toBeVisible();
  expect(router.state.location.search).toMatchObject({ direction: 'falling', subject: 'russian' });
  for (const row of screen.getAllByRole('row').slice(1, 4)) expect(row).toHaveTextContent('▼');
});

test('the chart can be read as a table whose counts are links', async () => {
  const { user } = renderApp('/indicators/dynamics');
  await user.click(await screen.findByRole('radio', { name: 'Показать таблицей' }));
  const row = await screen.findByRole('row', { name: /Зеленодольский муниципальный район 100/ });
  expect(within(row).getByRole('link', { name: /Рост: 3/ })).toHaveAttribute(
    'href',
    expect.stringContaining('group=92629000'),
  );
});

test('the matrix leaves empty what has nothing to compare', async () => {
  renderApp('/indicators/dynamics');
  const table = await screen.findByRole('table', { name: '' });
  const row = within(table).getByRole('row', { name: /Арский/ });
  expect(within(row).getAllByText('–').length).toBeGreaterThan(0);
});

test('nothing to compare leads to the import', async () => {
  server.use(http.get('*/api/v1/dynamics/options', () => HttpResponse.json([])));
  renderApp('/indicators/dynamics');
  expect(await screen.findByText('Сравнивать пока нечего')).toBeVisible();
  await waitFor(() => expect(screen.getByRole('link', { name: 'Импорт таблиц' })).toBeVisible());
});

test('the day begins with the dynamics of the newest list', async () => {
  renderApp('/');
  expect(await screen.findByRole('heading', { name: 'Динамика: Школы поддержки 2020 года' })).toBeVisible();
  expect(await screen.findByRole('link', { name: /ВПР, два основных предмета.*36 из 71 \(50,7\s%\)/ })).toBeVisible();
});

test('the first day leads to the first import', async () => {
  const guide = { municipalities: 0, schools: 0, hasResults: false, listedSchools: 0, people: 0 };
  server.use(http.get('*/api/v1/home', () => HttpResponse.json({ ...home, schools: 0, cohort: null, guide })));
  renderApp('/');
  expect(await screen.findByRole('link', { name: 'Загрузить муниципалитеты' })).toHaveAttribute(
    'href',
    '/imports?kind=municipalities',
  );
});
