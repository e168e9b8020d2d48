import { screen, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import type { IndicatorOutlier } from '@/api/gen/types.gen';
import { entryGrid, setId } from '@/test/data/grid';
import { schoolPerson } from '@/test/data/people';
import { renderApp } from '@/test/render-app';
import { server } from '@/test/server';

const math = entryGrid.rows[1]?.indicator;
const teachers = entryGrid.rows[2]?.indicator;

const outlier = (of: typeof math, change: Partial<IndicatorOutlier>): IndicatorOutlier => ({
  indicatorId: of?.id ?? '',
  code: of?.code ?? '',
  name: of?.name ?? '',
  schoolId: entryGrid.schoolId ?? '',
  schoolName: 'СОШ № 2',
  valueId: 'value-1',
  kind: 'High',
  number: 54,
  text: '27 из 50 (54 %)',
  message: '27 из 50 (54 %) — намного больше, чем у других: у половины школ от 10 до 22 (значений: 40)',
  comment: null,
  ...change,
});

const items = [
  outlier(math, {}),
  outlier(teachers, {
    valueId: 'value-2',
    kind: 'Change',
    text: '90',
    message: 'На 80 % больше прошлого года (50)',
    comment: 'Курсы прошли все',
  }),
];

/** Answers as the server does; returns what it was asked. */
function serveOutliers(found = items, values = 40) {
  const asked: URLSearchParams[] = [];
  server.use(
    http.get('*/api/v1/indicator-outliers', ({ request }) => {
      const query = new URL(request.url).searchParams;
      asked.push(query);
      const shown = found.filter(({ indicatorId }) => (query.get('indicator') ?? indicatorId) === indicatorId);
      return HttpResponse.json({ values, total: shown.length, items: shown });
    }),
    http.get('*/api/v1/indicators', () =>
      HttpResponse.json({ items: [math, teachers], page: 1, pageSize: 200, total: 2 }),
    ),
  );
  return asked;
}

test('unusual values are told in words, each with the way to its cell', async () => {
  const asked = serveOutliers();
  const { user, router } = renderApp('/indicators/reports');
  await user.click(await screen.findByRole('radio', { name: 'Стоит проверить' }));
  expect(await screen.findByText(/Просмотрено 40\sзначений, стоит проверить: 2\./)).toBeVisible();
  expect(router.state.location.search).toEqual({ check: 'all' });
  const table = await screen.findByRole('table', { name: 'Значения, которые стоит проверить' });
  // The value stands in its own column, and is not told twice.
  expect(within(table).getByText(/^Намного больше, чем у других/)).toBeVisible();
  const [, high, changed] = within(table).getAllByRole('row');
  expect(high).toHaveTextContent('по математике');
  expect(high).toHaveTextContent('у половины школ от 10 до 22');
  expect(high).toHaveTextContent('Школа не пояснила');
  expect(changed).toHaveTextContent('Пояснение школы: Курсы прошли все');
  expect(Object.fromEntries(asked[0] ?? [])).toEqual({ set: setId, period: '2020' });
  expect(screen.queryByText('Периоды набора')).toBeNull();
  await user.click(within(high as HTMLElement).getByRole('link', { name: 'СОШ № 2' }));
  expect(await screen.findByRole('dialog', { name: /по математике/ })).toHaveTextContent('27 из 50');
  expect(router.state.location.search).toEqual({
    set: setId,
    school: entryGrid.schoolId,
    cell: `${math?.code}@2020`,
  });
});

test('kind and indicator are filters in the address, and can be taken away', async () => {
  const asked = serveOutliers();
  const { user, router } = renderApp('/indicators/reports?check=Change');
  const table = await screen.findByRole('table', { name: 'Значения, которые стоит проверить' });
  expect(within(table).getAllByRole('row')).toHaveLength(2);
  expect(within(table).getByRole('row', { name: /повышение квалификации/ })).toBeVisible();
  const indicators = screen.getByRole('combobox', { name: 'Показатель' });
  await within(indicators).findByRole('option', { name: /по математике/ });
  await user.selectOptions(indicators, within(indicators).getByRole('option', { name: /по математике/ }));
  expect(await screen.findByText('По этим условиям необычных значений нет')).toBeVisible();
  expect(asked.at(-1)?.get('indicator')).toBe(math?.id);
  expect(router.state.location.search).toEqual({ check: 'Change', indicator: math?.id });
  await user.click(screen.getByRole('button', { name: 'Сбросить условия' }));
  expect(await screen.findByText('Курсы прошли все', { exact: false })).toBeVisible();
  expect(router.state.location.search).toEqual({ check: 'all' });
});

test('one municipality is asked for by the address', async () => {
  const asked = serveOutliers();
  const { user, router } = renderApp('/indicators/reports?check=all');
  const places = await screen.findByRole('combobox', { name: 'Муниципалитет' });
  const [, chosen] = within(places).getAllByRole('option') as HTMLOptionElement[];
  await user.selectOptions(places, chosen?.value ?? '');
  expect(router.state.location.search).toEqual({ check: 'all', municipality: chosen?.value });
  await screen.findByText(/стоит проверить: 2\./);
  expect(asked.at(-1)?.get('municipality')).toBe(chosen?.value);
});

test('nothing unusual is said so', async () => {
  serveOutliers([], 12);
  renderApp('/indicators/reports?check=all');
  expect(await screen.findByText('Необычных значений нет')).toBeVisible();
  expect(screen.getByText(/Просмотрено 12\sзначений, необычных нет/)).toBeVisible();
});

test('who reviews nothing is not asked to', async () => {
  const asked = serveOutliers();
  server.use(http.get('*/api/v1/me', () => HttpResponse.json(schoolPerson)));
  renderApp('/indicators/reports?check=all');
  expect(await screen.findByText(/Сдали 2 из 4/)).toBeVisible();
  expect(screen.queryByRole('radio', { name: 'Стоит проверить' })).toBeNull();
  expect(asked).toEqual([]);
});
