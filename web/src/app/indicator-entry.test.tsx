import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import type { CellWrite, SaveIndicatorCellsBody } from '@/api/gen/types.gen';
import { entryGrid, saved, setId, valueCell } from '@/test/data/grid';
import { schoolPerson } from '@/test/data/people';
import { renderApp } from '@/test/render-app';
import { server } from '@/test/server';

const math = /6 классов с отметками «2» и «3» по математике, факт за 2020/;
const teachers = /повышение квалификации, факт за 2020/;
const contracts = /договоров с партнёрами, факт за 2020/;
const cell = (name: RegExp) => screen.findByRole('textbox', { name });

/** Keeps what is written, as the server would; answers may be changed. */
function recordWrites(answer = saved) {
  const writes: CellWrite[][] = [];
  server.use(
    http.put('*/api/v1/indicator-values/cells', async ({ request }) => {
      const { cells } = (await request.json()) as SaveIndicatorCellsBody;
      writes.push(cells);
      return HttpResponse.json({ written: 0, unchanged: 0, refused: 0, cells: answer(cells) });
    }),
  );
  return writes;
}

test('values are typed down a column as in a spreadsheet, and each saves itself', async () => {
  const writes = recordWrites();
  const { user } = renderApp('/indicators/entry');
  await user.click(await cell(math));
  await user.keyboard('20/50{Enter}');
  expect(await cell(teachers)).toHaveFocus();
  expect(await screen.findByText(/^40\s%$/)).toBeVisible();
  await user.keyboard('15 из 20{ArrowDown}4{Shift>}{Enter}{/Shift}');
  expect(await cell(teachers)).toHaveFocus();
  await waitFor(() => expect(writes.flat()).toHaveLength(3));
  expect(writes.flat().map(({ value, version }) => [value?.text, version])).toEqual([
    ['20/50', 3],
    ['15 из 20', 0],
    ['4', 0],
  ]);
  expect(await screen.findByText('Всё сохранено')).toBeVisible();
  expect(await cell(math)).toHaveAccessibleDescription(/достигнут/);
});

test('Esc gives back what stood there; a wrong value is kept, told and not sent', async () => {
  const writes = recordWrites();
  const { user } = renderApp('/indicators/entry');
  const input = await cell(math);
  await user.click(input);
  await user.keyboard('99{Escape}');
  expect(input).toHaveValue('27/50');
  await user.keyboard('51/50{Enter}');
  expect(input).toHaveValue('51/50');
  expect(input).toHaveAccessibleDescription(/ошибка, не сохранено: Числитель 51 больше знаменателя 50/);
  expect(await screen.findByText('Не сохранено: 1')).toBeVisible();
  await user.click(input);
  await user.keyboard('{Escape}');
  expect(input).toHaveValue('27/50');
  expect(await screen.findByText('Всё сохранено')).toBeVisible();
  expect(writes).toEqual([]);
});

test('why a cell is locked is always spelled', async () => {
  const { user } = renderApp('/indicators/entry');
  const computed = await cell(/5 классов с отметками «2» и «3» по русскому языку, факт за 2020/);
  expect(computed).toHaveAttribute('readonly');
  await user.click(computed);
  const bar = screen.getByRole('region', { name: 'Сохранение и сдача' });
  expect(within(bar).getByText(/считается по формуле: вводить его не нужно/)).toBeVisible();
  const other = await cell(/в сетевом проекте, факт за 2020/);
  expect(other).toHaveAccessibleDescription(/вводит муниципальный координатор/);
});

test('a block is previewed, applied, and taken back by one undo', async () => {
  const writes = recordWrites();
  const { user } = renderApp('/indicators/entry');
  await user.click(await cell(math));
  await user.paste('40 %\n15/20\nмного');
  const dialog = await screen.findByRole('dialog', { name: 'Вставка из таблицы' });
  expect(within(dialog).getByText(/^2\sзначения, 1 не принято$/)).toBeVisible();
  expect(within(dialog).getByText(/«много» – не число\. Можно: 73,4/)).toBeVisible();
  expect(writes).toEqual([]);
  await user.click(within(dialog).getByRole('button', { name: /^Вставить 2/ }));
  await waitFor(() => expect(writes).toHaveLength(1));
  expect(await cell(teachers)).toHaveValue('15/20');
  await user.click(await screen.findByRole('button', { name: /^Отменить вставку/ }));
  await waitFor(() => expect(writes).toHaveLength(2));
  expect(writes[1]?.map(({ value }) => value?.text ?? null)).toEqual(['27/50', null]);
  expect(await cell(math)).toHaveValue('27/50');
  expect(await cell(teachers)).toHaveValue('');
});

test('one value pastes as text; Ctrl+Z takes the last value back', async () => {
  const writes = recordWrites();
  const { user } = renderApp('/indicators/entry');
  const input = await cell(contracts);
  await user.click(input);
  await user.paste('7\r\n');
  expect(screen.queryByRole('dialog')).toBeNull();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(writes).toHaveLength(1));
  await user.click(input);
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(writes[1]?.[0]?.value).toBeNull());
  expect(input).toHaveValue('');
});

test('a value that somebody else has changed is never written over unasked', async () => {
  const theirs = valueCell('19/50', { version: 8 });
  const writes = recordWrites((cells) =>
    cells[0]?.version === 8
      ? saved(cells)
      : cells.map((_, index) => ({
          index,
          outcome: 'Conflict',
          faults: [{ code: 'cell-changed', message: 'Изменил кто-то другой', allowed: null }],
          cell: theirs,
          changedById: 'x',
          changedByName: 'Завуч',
        })),
  );
  const { user } = renderApp('/indicators/entry');
  await user.click(await cell(math));
  await user.keyboard('20/50{Enter}');
  const note = await screen.findByRole('alert');
  expect(note).toHaveTextContent('Ячейку изменил кто-то другой');
  expect(note).toHaveTextContent('У вас20/50Сохранено (Завуч)19/50');
  await user.click(within(note).getByRole('button', { name: 'Сохранить моё' }));
  await waitFor(() => expect(writes[1]?.[0]).toMatchObject({ value: { text: '20/50' }, version: 8 }));
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
});

test('Ctrl+Enter opens the cell; its comment is saved with the value as it stands', async () => {
  const writes = recordWrites();
  const { user, router } = renderApp('/indicators/entry');
  await user.click(await cell(math));
  await user.keyboard('{Control>}{Enter}{/Control}');
  const panel = await screen.findByRole('dialog', { name: /по математике/ });
  expect(router.state.location.search).toMatchObject({ cell: expect.stringMatching(/@2020$/) });
  expect(panel).toHaveTextContent('Цель50 % (чем меньше, тем лучше)');
  expect(panel).toHaveTextContent('Исходное значение60 % (2019)');
  expect(await within(panel).findByText('25 из 50 → 27 из 50')).toBeVisible();
  expect(panel).toHaveTextContent('11.05.2020 11:00, Координатор района');
  const field = within(panel).getByRole('textbox', { name: 'Комментарий' });
  expect(field).toHaveValue('Новый учитель');
  await user.clear(field);
  await user.type(field, 'Проверено');
  await user.click(within(panel).getByRole('button', { name: 'Сохранить комментарий' }));
  await waitFor(() =>
    expect(writes[0]?.[0]).toMatchObject({ value: { text: '27/50' }, version: 3, comment: 'Проверено' }),
  );
  expect(await screen.findByText('Комментарий сохранён')).toBeVisible();
  await user.keyboard('{Escape}');
  await waitFor(async () => expect(await cell(math)).toHaveFocus());
});

test('an emptied cell tells who emptied it and what stood there', async () => {
  const asked: URLSearchParams[] = [];
  server.use(
    http.get('*/api/v1/indicator-values/history', ({ request }) => {
      asked.push(new URL(request.url).searchParams);
      const emptied = { at: '2020-05-18T09:30:00Z', byName: 'Координатор района', from: '15 из 20', to: null };
      return HttpResponse.json({
        items: [{ ...emptied, byId: null, origin: 'Entered', importId: null, comment: null }],
      });
    }),
  );
  const { user } = renderApp('/indicators/entry');
  await user.click(await cell(teachers));
  await user.keyboard('{Control>}{Enter}{/Control}');
  const panel = await screen.findByRole('dialog', { name: /повышение квалификации/ });
  expect(await within(panel).findByText('15 из 20 → пусто')).toBeVisible();
  expect(panel).toHaveTextContent('18.05.2020 12:30, Координатор района');
  expect(Object.fromEntries(asked[0] ?? [])).toEqual({
    indicator: entryGrid.rows[2]?.indicator.id,
    period: '2020',
    school: entryGrid.schoolId,
  });
});

test('a period is checked and handed in; missing values have to be explained', async () => {
  let body: unknown;
  server.use(
    http.post('*/api/v1/indicator-reports/submit', async ({ request }) => {
      body = await request.json();
      return HttpResponse.json({});
    }),
  );
  const { user } = renderApp('/indicators/entry');
  await user.click(await screen.findByRole('button', { name: 'Сдать период' }));
  const dialog = await screen.findByRole('dialog', { name: 'Сдать период 2020?' });
  expect(await within(dialog).findByText(/Заполнено 1 из 3/)).toBeVisible();
  await user.click(within(dialog).getByRole('button', { name: 'Сдать период' }));
  expect(await within(dialog).findByText(/Напишите, почему не все значения заполнены/)).toBeVisible();
  expect(body).toBeUndefined();
  await user.type(within(dialog).getByRole('textbox', { name: /Почему данных нет/ }), 'Договоров не заключали');
  await user.click(within(dialog).getByRole('button', { name: 'Сдать период' }));
  expect(await screen.findByText('Период сдан')).toBeVisible();
  expect(body).toEqual({
    setId,
    period: '2020',
    schoolId: entryGrid.schoolId,
    note: 'Договоров не заключали',
  });
});

test('what the check finds leads to its cell', async () => {
  const { user } = renderApp('/indicators/entry');
  await user.click(await screen.findByRole('button', { name: 'Проверить' }));
  const dialog = await screen.findByRole('dialog', { name: 'Проверка: 2020' });
  await user.click(await within(dialog).findByRole('button', { name: /договоров с партнёрами/ }));
  await waitFor(async () => expect(await cell(contracts)).toHaveFocus());
});

test('nothing unsaved is lost by leaving', async () => {
  const { user, router } = renderApp('/indicators/entry');
  await user.click(await cell(math));
  await user.keyboard('51/50');
  await user.click(screen.getByRole('link', { name: 'Школы' }));
  const dialog = await screen.findByRole('dialog', { name: /Есть несохранённые значения/ });
  await user.click(within(dialog).getByRole('button', { name: 'Остаться' }));
  expect(router.state.location.pathname).toBe('/indicators/entry');
  expect(await cell(math)).toHaveValue('51/50');
});

test('a school sees its own values and why they came back', async () => {
  let asked = '';
  server.use(
    http.get('*/api/v1/me', () => HttpResponse.json(schoolPerson)),
    http.get('*/api/v1/indicator-grid', ({ request }) => {
      asked = new URL(request.url).search;
      const [before, column] = entryGrid.columns;
      return HttpResponse.json({
        ...entryGrid,
        columns: [before, { ...column, reportState: 'Returned', returnReason: 'Проверьте математику' }],
      });
    }),
  );
  renderApp('/indicators/entry');
  expect(await screen.findByText('Период 2020 вернули на исправление')).toBeVisible();
  expect(screen.getByText('Проверьте математику')).toBeVisible();
  expect(asked).toContain(entryGrid.schoolId);
  expect(screen.queryByRole('combobox', { name: 'Муниципалитет' })).toBeNull();
});
