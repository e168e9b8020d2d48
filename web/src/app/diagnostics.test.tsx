import { screen, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import type { DiagnosticDetails } from '@/api/gen/types.gen';
import { operator } from '@/test/data/people';
import { refuse } from '@/test/handlers';
import { renderApp } from '@/test/render-app';
import { server } from '@/test/server';

const one: DiagnosticDetails = {
  id: '00000000-0000-7000-8000-0000000000f1',
  title: 'Предметные дефициты',
  kind: 'Subject',
  subject: null,
  fromOn: '2026-01-01',
  untilOn: '2026-12-31',
  form: 'External',
  provider: null,
  municipality: null,
  deficits: 1,
  teachers: 0,
  deficient: 0,
  measures: [{ deficit: 'reading', name: 'Смысловое чтение', maximum: 20, threshold: 12, allowed: 'число от 0 до 20' }],
  editable: true,
  takesResults: true,
  version: 1,
};

test('of a pasted table it is told which cell is wrong and what is allowed; the corrected one is written down', async () => {
  const sent: { rows: { teacherId: string; values: string[] }[] }[] = [];
  const teacher = { id: 'd2', name: 'Примеров Иван', position: 'учитель', school: { name: 'СОШ № 5' } };
  server.use(
    http.get('*/api/v1/me', () =>
      HttpResponse.json({
        ...operator,
        permissions: [...operator.permissions, 'diagnostics:read', 'diagnostics:write', 'training:read'],
      }),
    ),
    http.get('*/api/v1/diagnostics/:id', () => HttpResponse.json(one)),
    http.get('*/api/v1/diagnostic-results', () => HttpResponse.json({ items: [], page: 1, pageSize: 50, total: 0 })),
    http.post('*/api/v1/teachers/match', () =>
      HttpResponse.json([{ name: 'Примеров Иван', state: 'Exact', teachers: [teacher] }]),
    ),
    http.post('*/api/v1/diagnostics/:id/results', async ({ request }) => {
      const body = (await request.json()) as (typeof sent)[number];
      sent.push(body);
      return body.rows[0]?.values[0] === '25'
        ? refuse(400, 'validation', 'Проверьте данные', {
            errors: [
              {
                pointer: '/rows/0/values/0',
                code: 'value-wrong',
                message: '«Смысловое чтение»: такого значения быть не может.',
                value: '25',
                allowed: 'число от 0 до 20',
              },
            ],
          })
        : HttpResponse.json({ added: 1, replaced: 0 });
    }),
  );
  const { user } = renderApp(`/training/diagnostics/${one.id}`);
  await user.click((await screen.findAllByRole('button', { name: 'Внести результаты' }))[0] as HTMLElement);
  const dialog = await screen.findByRole('dialog', { name: 'Результаты диагностики' });
  await user.type(within(dialog).getByLabelText('Таблица'), 'Примеров Иван;25');
  await user.click(within(dialog).getByRole('button', { name: 'Сверить с реестром' }));
  await user.click(await within(dialog).findByRole('button', { name: /Записать: 1/ }));
  expect(await within(dialog).findByText(/Указано «25», можно: число от 0 до 20/)).toBeVisible();
  const cell = within(dialog).getByLabelText('Примеров Иван: Смысловое чтение');
  await user.clear(cell);
  await user.type(cell, '15');
  await user.click(within(dialog).getByRole('button', { name: /Записать: 1/ }));
  expect(await screen.findByText('Записано: 1')).toBeVisible();
  expect(sent.map(({ rows }) => rows[0])).toEqual([
    { teacherId: 'd2', values: ['25'] },
    { teacherId: 'd2', values: ['15'] },
  ]);
});
