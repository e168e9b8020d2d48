import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { setId } from '@/test/data/grid';
import { coordinator } from '@/test/data/people';
import { renderApp } from '@/test/render-app';
import { server } from '@/test/server';

test('who has handed in stands in the answer and in the rows', async () => {
  renderApp('/indicators/reports');
  expect(await screen.findByText(/Сдали 2 из 4\sшколы, принято 1\./)).toBeVisible();
  const row = await screen.findByRole('row', { name: /СОШ № 2/ });
  expect(row).toHaveTextContent('Елабужский');
  expect(row).toHaveTextContent('ждёт решения');
  expect(row).toHaveTextContent('3 из 4');
  expect(row).toHaveTextContent('В школе нет 11 класса');
  expect(within(row).getByRole('link', { name: 'СОШ № 2' })).toHaveAttribute(
    'href',
    expect.stringContaining('/indicators/entry?set='),
  );
});

test('a filter by state stands in the address', async () => {
  const { user, router } = renderApp('/indicators/reports');
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Состояние' }), 'возвращён');
  await waitFor(() => expect(screen.queryByRole('row', { name: /СОШ № 2/ })).toBeNull());
  expect(screen.getByRole('row', { name: /СОШ № 3/ })).toHaveTextContent('Проверьте математику');
  expect(router.state.location.search).toEqual({ state: 'Returned' });
});

test('a coordinator accepts under the version seen, and opens no periods', async () => {
  let version: string | null = null;
  server.use(
    http.get('*/api/v1/me', () => HttpResponse.json(coordinator)),
    http.post('*/api/v1/indicator-reports/report-2/accept', ({ request }) => {
      version = request.headers.get('If-Match');
      return HttpResponse.json({});
    }),
  );
  const { user } = renderApp('/indicators/reports');
  await user.click(await screen.findByRole('button', { name: 'Принять: СОШ № 2' }));
  expect(await screen.findByText('Принято: СОШ № 2')).toBeVisible();
  expect(version).toBe('"1"');
  expect(screen.queryByText('Периоды набора')).toBeNull();
});

test('a period is sent back with a reason only', async () => {
  let sent: unknown;
  server.use(
    http.post('*/api/v1/indicator-reports/report-2/return', async ({ request }) => {
      sent = await request.json();
      return HttpResponse.json({});
    }),
  );
  const { user } = renderApp('/indicators/reports');
  await user.click(await screen.findByRole('button', { name: 'Вернуть: СОШ № 2' }));
  const dialog = await screen.findByRole('dialog', { name: 'Вернуть период: СОШ № 2' });
  await user.click(within(dialog).getByRole('button', { name: 'Вернуть' }));
  expect(within(dialog).getByText('Заполните поле')).toBeVisible();
  await user.type(within(dialog).getByRole('textbox', { name: 'Что исправить' }), 'Проверьте математику');
  await user.click(within(dialog).getByRole('button', { name: 'Вернуть' }));
  expect(await screen.findByText('Возвращено: СОШ № 2')).toBeVisible();
  expect(sent).toEqual({ reason: 'Проверьте математику' });
});

test('an operator opens a period with its last day, closes one after a question, opens it again', async () => {
  const sent: unknown[] = [];
  server.use(
    http.post('*/api/v1/indicator-periods', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({}, { status: 201 });
    }),
    http.post('*/api/v1/indicator-periods/:id/:act', ({ params, request }) => {
      sent.push([params.id, params.act, request.headers.get('If-Match')]);
      return HttpResponse.json({});
    }),
  );
  const { user } = renderApp('/indicators/reports');
  await user.click(await screen.findByRole('button', { name: 'Открыть период' }));
  const dialog = await screen.findByRole('dialog', { name: 'Открыть период для ввода' });
  await user.type(within(dialog).getByRole('textbox', { name: 'Период' }), 'двадцатый');
  await user.click(within(dialog).getByRole('button', { name: 'Открыть период' }));
  expect(within(dialog).getByText(/Запишите период так/)).toBeVisible();
  await user.clear(within(dialog).getByRole('textbox', { name: 'Период' }));
  await user.type(within(dialog).getByRole('textbox', { name: 'Период' }), '2021');
  await user.type(within(dialog).getByLabelText('Сдать до'), '20.01.2022');
  await user.click(within(dialog).getByRole('button', { name: 'Открыть период' }));
  expect(await screen.findByText('Период открыт')).toBeVisible();

  await user.click(screen.getByRole('button', { name: 'Закрыть период 2020' }));
  const question = await screen.findByRole('dialog', { name: 'Закрыть период 2020' });
  await user.click(within(question).getByRole('button', { name: 'Закрыть период' }));
  expect(await screen.findByText('Период 2020 закрыт')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Открыть снова период 2019' }));
  expect(await screen.findByText('Период 2019 открыт')).toBeVisible();
  expect(sent).toEqual([
    { setId, period: '2021', dueOn: '2022-01-20' },
    ['column-2020', 'close', '"1"'],
    ['column-2019', 'reopen', '"2"'],
  ]);
});
