import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { describe, expect, test, vi } from 'vitest';
import { liveRegionId } from '@/lib/announce';
import { details, schools } from '@/test/data/schools';
import { refuse } from '@/test/handlers';
import { renderApp } from '@/test/render-app';
import { server } from '@/test/server';

const second = schools.find((school) => school.code === '160312002');
if (!second) throw new Error('test data lost school 2');
const card = `/schools/${second.id}`;

describe('registry', () => {
  test('a filter becomes a tag, narrows the list, tells the count and stands in the address', async () => {
    const { user, router } = renderApp('/schools');
    await screen.findByRole('heading', { level: 1, name: 'Школы' });
    await user.click(screen.getByRole('combobox', { name: 'Местность' }));
    await user.click(await screen.findByRole('option', { name: 'село' }));
    const tags = await screen.findByRole('list', { name: 'Выбранные условия' });
    expect(within(tags).getByText('село')).toBeVisible();
    const rural = schools.filter(({ locality }) => locality === 'Rural').length;
    await screen.findByText(`Найдено ${rural} школ`, { exact: false, selector: 'p' });
    expect(router.state.location.search).toEqual({ locality: 'Rural' });
    await waitFor(() => expect(document.getElementById(liveRegionId)).toHaveTextContent('Найдено'));
    await user.click(screen.getByRole('button', { name: 'Убрать условие: село' }));
    await waitFor(() => expect(router.state.location.search).toEqual({}));
  });

  test('search forgives case and the look of the number sign', async () => {
    const { user } = renderApp('/schools');
    await user.type(await screen.findByRole('searchbox', { name: 'Найти школу' }), 'сош №2');
    await waitFor(() => expect(screen.getAllByRole('row').length).toBeLessThan(20));
    for (const row of screen.getAllByRole('row').slice(1)) expect(row).toHaveTextContent(/СОШ № 2/);
  });

  test('the server sorts; the header says the order', async () => {
    const { user } = renderApp('/schools');
    await user.click(await screen.findByRole('button', { name: 'Учеников' }));
    expect(await screen.findByRole('columnheader', { name: 'Учеников' })).toHaveAttribute('aria-sort', 'ascending');
    await user.click(screen.getByRole('button', { name: 'Учеников' }));
    await waitFor(() =>
      expect(screen.getByRole('columnheader', { name: 'Учеников' })).toHaveAttribute('aria-sort', 'descending'),
    );
  });

  test('keys: «/» to the search, j and k through the rows, also in the Russian layout', async () => {
    const { user } = renderApp('/schools');
    const search = await screen.findByRole('searchbox', { name: 'Найти школу' });
    await user.keyboard('/');
    expect(search).toHaveFocus();
    await user.keyboard('{Escape}');
    search.blur();
    document.body.dispatchEvent(new KeyboardEvent('keydown', { code: 'KeyJ', key: 'о', bubbles: true }));
    const links = screen
      .getAllByRole('row')
      .slice(1)
      .map((row) => within(row).getByRole('link'));
    expect(links[0]).toHaveFocus();
    await user.keyboard('j');
    expect(links[1]).toHaveFocus();
    await user.keyboard('k');
    expect(links[0]).toHaveFocus();
  });

  test('a star is put on a row by its button, and by «s» on the row that has the focus', async () => {
    const asked: string[] = [];
    server.use(
      http.put('*/api/v1/schools/:id/star', ({ params }) => {
        asked.push(String(params.id));
        return new HttpResponse(null, { status: 204 });
      }),
    );
    const { user } = renderApp('/schools');
    const stars = await screen.findAllByRole('button', { name: /^Отметить: / });
    expect(stars[0]).toHaveAttribute('aria-pressed', 'false');
    await user.keyboard('s');
    expect(asked).toEqual([]);
    await user.click(stars[0] as HTMLElement);
    await waitFor(() => expect(asked).toHaveLength(1));
    screen
      .getAllByRole('row')
      .slice(1)
      .map((row) => within(row).getByRole('link'))[1]
      ?.focus();
    await user.keyboard('s');
    await waitFor(() => expect(asked).toHaveLength(2));
    expect(asked[1]).not.toBe(asked[0]);
  });

  test('nothing found offers to reset; nothing at all leads to the import', async () => {
    const { user } = renderApp('/schools?search=несуществующая');
    await user.click(await screen.findByRole('button', { name: 'Сбросить условия' }));
    await waitFor(() => expect(screen.getAllByRole('row').length).toBeGreaterThan(10));
  });

  test('an empty registry leads to the import', async () => {
    server.use(http.get('*/api/v1/schools', () => HttpResponse.json({ items: [], page: 1, pageSize: 50, total: 0 })));
    renderApp('/schools');
    expect(await screen.findByText('В реестре пока нет школ')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Импорт таблиц' })).toHaveAttribute('href', '/imports');
  });

  test('at 390 px rows are cards', async () => {
    vi.spyOn(window, 'matchMedia').mockImplementation(
      (query) =>
        ({
          matches: query.includes('47.99em'),
          media: query,
          addEventListener() {},
          removeEventListener() {},
        }) as never,
    );
    renderApp('/schools');
    const cards = await screen.findByRole('list', { name: 'Реестр школ' });
    expect(within(cards).getAllByRole('listitem')).toHaveLength(50);
    expect(screen.queryByRole('table')).toBeNull();
  });
});

describe('card', () => {
  test('says where the school is now, whom it is on a list by, and its newest results', async () => {
    renderApp(card);
    expect(await screen.findByRole('heading', { level: 1, name: 'СОШ № 2' })).toBeVisible();
    expect(screen.getByText(/средний результат вырос по 5 из 9 предметов/)).toBeVisible();
    expect(await screen.findByRole('link', { name: 'приказ под-160/20 от 03.02.2020' })).toBeVisible();
    const table = screen.getByRole('table', { name: 'ЕГЭ 2019' });
    expect(within(table).getByRole('row', { name: /Физика/ })).toHaveTextContent('68,5');
    expect(within(table).getByRole('row', { name: /География/ })).toHaveTextContent('–');
  });

  test('results keep both means of the region apart and show marks', async () => {
    const { user } = renderApp(`${card}/results?assessment=VPR&grade=5`);
    const table = await screen.findByRole('table', { name: /ВПР, 5\sкласс/ });
    for (const name of ['Регион, опубликовано', 'Регион, по загруженным']) {
      expect(within(table).getByRole('columnheader', { name })).toBeVisible();
    }
    await user.click(within(table).getByRole('button', { name: 'Русский язык' }));
    expect(await screen.findByRole('img', { name: /Русский язык, 2019: «2»: 26\s%/ })).toBeInTheDocument();
    expect(screen.getByText(/Качество 46,6/)).toBeVisible();
  });

  test('history tells who, what, from and to', async () => {
    renderApp(`${card}/history`);
    expect(await screen.findByText('Сведения изменены')).toBeVisible();
    expect(screen.getByText(/Учеников:/).closest('li')).toHaveTextContent('712 → 735');
    expect(screen.getByText('04.02.2020 10:12')).toBeVisible();
  });

  test('an absent school is a page of its own', async () => {
    renderApp('/schools/00000000-0000-0000-0000-000000000000');
    expect(await screen.findByRole('heading', { level: 1, name: 'Такой страницы нет' })).toBeVisible();
  });
});

describe('changing', () => {
  test('a wrong form names its fields and goes to the first', async () => {
    const { user } = renderApp('/schools/new');
    await user.type(await screen.findByLabelText('Учеников'), 'много');
    await user.click(screen.getByRole('button', { name: 'Добавить школу' }));
    const summary = await screen.findByRole('alert');
    expect(summary).toHaveTextContent('Школа: Заполните поле');
    expect(summary).toHaveTextContent('Учеников: Целое число');
    await waitFor(() => expect(screen.getByLabelText(/^Школа/)).toHaveFocus());
  });

  test('a newer version is shown beside mine, and mine is saved only when I say so', async () => {
    const sent: (string | null)[] = [];
    const theirs = { ...details(second), version: 4, teachers: 40, pupils: 300 };
    server.use(
      http.put('*/api/v1/schools/:id', async ({ request }) => {
        const version = request.headers.get('If-Match');
        sent.push(version);
        if (version !== '"4"') return refuse(412, 'version-mismatch', 'Версия устарела');
        return HttpResponse.json({ ...theirs, ...((await request.json()) as object), version: 5 });
      }),
    );
    const { user, router } = renderApp(`${card}/edit`);
    const pupils = await screen.findByLabelText('Учеников');
    server.use(http.get('*/api/v1/schools/:id', () => HttpResponse.json(theirs)));
    await user.clear(pupils);
    await user.type(pupils, '735');
    await user.click(screen.getByRole('button', { name: 'Сохранить' }));
    const dialog = await screen.findByRole('dialog', { name: 'Пока вы работали, сведения изменили' });
    expect(within(dialog).getByRole('row', { name: /Учеников/ })).toHaveTextContent('735300');
    await user.click(within(dialog).getByRole('button', { name: 'Сохранить мою версию' }));
    await waitFor(() => expect(router.state.location.pathname).toBe(card));
    expect(sent).toEqual([`"${second.version}"`, '"4"']);
  });

  test('closing names the school, needs a day and a reason', async () => {
    const { user } = renderApp(card);
    await user.click(await screen.findByRole('button', { name: 'Действия' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Закрыть школу' }));
    const dialog = await screen.findByRole('dialog', { name: 'Закрыть «СОШ № 2»?' });
    await user.click(within(dialog).getByRole('button', { name: 'Закрыть школу' }));
    expect(within(dialog).getAllByText('Заполните поле')).toHaveLength(2);
    await user.type(within(dialog).getByLabelText('Дата'), '31.08.2020');
    await user.type(within(dialog).getByLabelText('Основание'), 'Приказ № 5');
    await user.click(within(dialog).getByRole('button', { name: 'Закрыть школу' }));
    expect(await screen.findByText('Школа закрыта')).toBeVisible();
  });
});
