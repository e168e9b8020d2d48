import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { describe, expect, test } from 'vitest';
import { checkedJob, doneJob, failedJob, mappingJob, preview } from '@/test/data/imports';
import { coordinator } from '@/test/data/people';
import { refuse } from '@/test/handlers';
import { renderApp } from '@/test/render-app';
import { server } from '@/test/server';

const csv = (name: string) => new File(['a;b\n1;2'], name, { type: 'text/csv' });

describe('file', () => {
  test('a file of the wrong kind is refused before it is sent', async () => {
    const { user } = renderApp('/imports');
    const field = await screen.findByLabelText('Файл Excel или CSV');
    fireEvent.change(field, { target: { files: [new File(['x'], 'старый.xls')] } });
    await user.click(screen.getByRole('button', { name: 'Загрузить и продолжить' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Файл .xls сохраните в Excel');
  });

  test('without a file it says what is missing', async () => {
    const { user } = renderApp('/imports');
    await user.click(await screen.findByRole('button', { name: 'Загрузить и продолжить' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Выберите файл');
  });

  test('a chosen file goes up as it is and opens its columns', async () => {
    let sent: URLSearchParams | undefined;
    server.use(
      http.post('*/api/v1/imports', ({ request }) => {
        sent = new URL(request.url).searchParams;
        return HttpResponse.json(mappingJob, { status: 202 });
      }),
    );
    const { user, router } = renderApp('/imports?kind=schools');
    expect(await screen.findByRole('radio', { name: /^Школы/ })).toBeChecked();
    await user.click(screen.getByRole('radio', { name: /Результаты экзаменов/ }));
    await user.upload(screen.getByLabelText('Файл Excel или CSV'), csv('ЕГЭ.csv'));
    await user.click(screen.getByRole('button', { name: 'Загрузить и продолжить' }));
    await waitFor(() => expect(router.state.location.pathname).toBe(`/imports/${mappingJob.id}`));
    expect(Object.fromEntries(sent ?? [])).toEqual({
      kind: 'exam-results',
      fileName: 'ЕГЭ.csv',
      mode: 'partial',
      confirm: 'true',
    });
  });

  test('a refused file says why', async () => {
    server.use(
      http.post('*/api/v1/imports', () =>
        refuse(400, 'file-encrypted', 'Файл защищён паролем', {
          detail: 'Сохраните его без пароля и загрузите снова.',
        }),
      ),
    );
    const { user } = renderApp('/imports');
    await user.upload(await screen.findByLabelText('Файл Excel или CSV'), csv('тайна.csv'));
    await user.click(screen.getByRole('button', { name: 'Загрузить и продолжить' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Сохраните его без пароля');
  });

  test('a coordinator loads results and values of indicators only', async () => {
    server.use(http.get('*/api/v1/me', () => HttpResponse.json(coordinator)));
    renderApp('/imports?kind=indicator-values');
    expect(await screen.findByRole('radio', { name: /Значения показателей/ })).toBeChecked();
    expect(screen.getAllByRole('radio')).toHaveLength(2);
    expect(screen.getByRole('link', { name: 'Скачать шаблон' })).toHaveAttribute(
      'href',
      '/api/v1/import-templates/indicator-values',
    );
  });
});

describe('columns', () => {
  test('a wide table is told in plain words, result by result', async () => {
    renderApp(`/imports/${mappingJob.id}`);
    expect(await screen.findByText(/узнаны по сохранённому сопоставлению «ЕГЭ школы № 2»/)).toBeVisible();
    expect(screen.getByText('Средний балл или отметка – столбец E «region_mean_2019»')).toBeVisible();
    expect(screen.getAllByText(/^Результат \d$/, { selector: 'b' })).toHaveLength(4);
  });

  test('what is missing is said, and nothing is sent', async () => {
    const { user } = renderApp(`/imports/${mappingJob.id}`);
    await user.selectOptions(await screen.findByLabelText('Столбец A «subject»: Что в столбце'), '');
    await user.click(screen.getByRole('button', { name: 'Проверить таблицу' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Не указано: «Предмет» для результата 1.');
  });

  test('the mapping goes to the check as it stands, under its version and name', async () => {
    let sent: { mapping?: object; saveMappingAs?: string } = {};
    let version: string | null = null;
    server.use(
      http.post('*/api/v1/imports/:id/check', async ({ request }) => {
        sent = (await request.json()) as typeof sent;
        version = request.headers.get('If-Match');
        return HttpResponse.json({ ...checkedJob, id: mappingJob.id });
      }),
    );
    const { user } = renderApp(`/imports/${mappingJob.id}`);
    await user.selectOptions(
      await screen.findByLabelText('Столбец F «dynamics_printed»: Что в столбце'),
      'participants',
    );
    await user.click(screen.getByRole('button', { name: 'Проверить таблицу' }));
    expect(await screen.findByText('412 строк готовы, 4 с ошибками')).toBeVisible();
    expect(sent.mapping).toMatchObject({
      constants: preview.guess.constants,
      columns: { subject: 'A', participants: 'F' },
    });
    expect(sent.saveMappingAs).toBe('ЕГЭ школы № 2');
    expect(version).toBe('"1"');
  });
});

describe('check', () => {
  test('errors come with row, column, value and cure; a cell is mended in place', async () => {
    let fixed: object | undefined;
    server.use(
      http.put('*/api/v1/imports/:id/corrections', async ({ request }) => {
        fixed = (await request.json()) as object;
        return HttpResponse.json({
          ...checkedJob,
          ready: 413,
          counts: { ...checkedJob.counts, rejected: 3 },
          errorsTotal: 3,
          errors: checkedJob.errors.slice(1),
        });
      }),
    );
    const { user } = renderApp(`/imports/${checkedJob.id}`);
    const cell = await screen.findByLabelText('Исправить строку 5, столбец C');
    await user.clear(cell);
    await user.type(cell, '73,4');
    await user.click(screen.getByRole('button', { name: 'Исправить' }));
    expect(await screen.findByText('413 строк готовы, 3 с ошибками')).toBeVisible();
    expect(fixed).toEqual({ row: 5, column: 'C', value: '73,4' });
  });

  test('loading without the wrong rows is a choice; all or nothing waits for the cure', async () => {
    const { user } = renderApp(`/imports/${checkedJob.id}`);
    await user.click(await screen.findByRole('radio', { name: /Не загружать ничего/ }));
    await user.click(screen.getByRole('button', { name: /Загрузить 412\sстрок/ }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Исправьте ошибки');
  });

  test('one can go back to the columns', async () => {
    const { user, router } = renderApp(`/imports/${checkedJob.id}`);
    await user.click(await screen.findByRole('button', { name: 'Изменить столбцы' }));
    expect(await screen.findByRole('heading', { name: 'Столбцы таблицы' })).toBeVisible();
    expect(router.state.location.search).toEqual({ step: 'mapping' });
  });

  test('errors can be taken away as files', async () => {
    renderApp(`/imports/${checkedJob.id}`);
    const link = await screen.findByRole('link', { name: 'Таблица с пометками (xlsx)' });
    expect(link).toHaveAttribute('href', `/api/v1/imports/${checkedJob.id}/annotated`);
  });
});

describe('outcome', () => {
  test('counts, where to look now, and the way back that names the file', async () => {
    const { user } = renderApp(`/imports/${doneJob.id}`);
    expect(await screen.findByRole('heading', { name: 'Таблица загружена' })).toBeVisible();
    expect(screen.getByText('Создано').closest('div')).toHaveTextContent('44');
    expect(screen.getByRole('link', { name: 'К динамике' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Откатить загрузку' }));
    const dialog = await screen.findByRole('dialog', { name: 'Откатить загрузку «ЕГЭ школы № 2.csv»?' });
    server.use(
      http.post('*/api/v1/imports/:id/rollback', () =>
        HttpResponse.json({ ...doneJob, state: 'rolledBack', canRollBack: false }),
      ),
    );
    await user.click(within(dialog).getByRole('button', { name: 'Откатить загрузку' }));
    expect(await screen.findByRole('heading', { name: /Загрузка откачена/ })).toBeVisible();
  });

  test('a failed load says why and offers another file', async () => {
    renderApp(`/imports/${failedJob.id}`);
    expect(await screen.findByText(/Файл защищён паролем/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Загрузить ещё таблицу' })).toBeVisible();
  });
});
