import { screen, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { panel, panelIndicators } from '@/test/data/panels';
import { schools } from '@/test/data/schools';
import { renderApp } from '@/test/render-app';
import { server } from '@/test/server';

const address = `/indicators/${panelIndicators[0]?.id}`;

test('the summary answers in one sentence and leaves no data empty, never zero', async () => {
  renderApp('/indicators');
  expect(
    await screen.findByText('Цели достигнуты в 2 из 4 случаев (50 %)', { selector: 'header strong' }),
  ).toBeVisible();
  const row = await screen.findByRole('row', { name: /^Елабужский/ });
  expect(within(row).getByRole('link', { name: /33,3\s%, 3\sшколы; 30 из 90/ })).toHaveAttribute(
    'href',
    `${address}?period=2020&municipality=92626000`,
  );
  expect(within(row).getByText('нет данных')).toBeInTheDocument();
  expect(within(row).queryByText('0')).not.toBeInTheDocument();
});

test('set, period and list stand in the address and are asked of the server', async () => {
  const asked: string[] = [];
  server.events.on('request:start', ({ request }) => {
    if (request.url.includes('/indicator-panel?')) asked.push(new URL(request.url).search);
  });
  const { user, router } = renderApp('/indicators');
  await user.click(await screen.findByRole('combobox', { name: 'Период' }));
  await user.click(await screen.findByRole('option', { name: '2019' }));
  await screen.findByRole('row', { name: /^Елабужский/ });
  expect(router.state.location.search).toMatchObject({ period: '2019' });
  expect(asked.at(-1)).toContain('period=2019');
  server.events.removeAllListeners();
});

test('shares without a base are marked as a mean of schools', async () => {
  const figure = { value: 15, kind: 'MeanOfSchools' as const, numerator: null, denominator: null };
  const rows = panel.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell, figure })) }));
  const total = panel.total.map((all) => ({ ...all, figure }));
  server.use(http.get('*/api/v1/indicator-panel', () => HttpResponse.json({ ...panel, rows, total })));
  renderApp('/indicators');
  const row = await screen.findByRole('row', { name: /^Елабужский/ });
  expect(within(row).getByText('≈ 15,0 %')).toBeVisible();
  expect(screen.getByText(/среднее по школам: численность неизвестна/)).toBeVisible();
});

test('without any set the page says who can make one', async () => {
  server.use(
    http.get('*/api/v1/indicator-panel', () =>
      HttpResponse.json({ set: null, period: null, indicators: [], rows: [], total: [], schools: 0 }),
    ),
  );
  renderApp('/indicators');
  expect(await screen.findByText('Показателей пока нет')).toBeVisible();
});

test('an indicator is told with its base, its schools by place, and as a table instead of a picture', async () => {
  const { user } = renderApp(address);
  expect(
    await screen.findByText(/^38,2 % \(42 из 110\); значение есть у 4 из 5 школ; цели достигли 2 из 4$/),
  ).toBeVisible();
  expect(screen.getByRole('img', { name: /У половины школ – не больше 31,7\s%.*Медиана 31,7\s%/ })).toBeVisible();
  await user.click(screen.getAllByRole('radio', { name: 'Показать таблицей' })[0] as HTMLElement);
  expect(screen.getByRole('row', { name: /^Медиана 31,7\s%$/ })).toBeVisible();
  const places = within(screen.getByRole('table', { name: 'Школы по местам' }))
    .getAllByRole('row')
    .slice(1);
  expect(places.map((row) => within(row).getAllByRole('cell')[0]?.textContent)).toEqual(['1', '2', '2', '4', '–']);
});

test('a state of the target narrows the list and stands in the address', async () => {
  const { user, router } = renderApp(address);
  await user.click(await screen.findByText('не достигнут', { selector: 'label *, label' }));
  expect(router.state.location.search).toMatchObject({ achievement: 'NotAchieved' });
});

test('a school is compared with its municipality and region, and what may not be told is a dash', async () => {
  renderApp(`/schools/${schools[0]?.id}/indicators`);
  expect(await screen.findByText('Достигнуто 1 из 1 показателей с целью')).toBeVisible();
  const row = screen.getByRole('row', { name: /^1\. Доля обучающихся/ });
  expect(row).toHaveTextContent('33,3 %');
  expect(row).toHaveTextContent('38,2 %');
  expect(row).toHaveTextContent('−4,8');
  expect(within(row).getAllByText('–').length).toBeGreaterThan(0);
});
