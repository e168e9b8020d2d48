import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { describe, expect, test } from 'vitest';
import { coordinator, observer, operator } from '@/test/data/people';
import { schools } from '@/test/data/schools';
import { refuse } from '@/test/handlers';
import { personIds } from '@/test/handlers-people';
import { recommendationIds, recommendations, watched } from '@/test/handlers-recommendations';
import { renderApp } from '@/test/render-app';
import { server } from '@/test/server';

const card = `/recommendations/${recommendationIds.overdue}`;
const [overdue] = recommendations;
const [school] = schools;
if (!overdue || !school) throw new Error('test data lost its first rows');

describe('list', () => {
  test('says what is overdue and in which state each one is', async () => {
    renderApp('/recommendations');
    expect(await screen.findByRole('heading', { level: 1, name: 'Рекомендации' })).toBeVisible();
    const row = await screen.findByRole('row', { name: /Разобрать на заседании/ });
    expect(row).toHaveTextContent('31.08.2021просрочено');
    expect(row).toHaveTextContent('в работе');
    expect(within(row).getByRole('link')).toHaveAttribute('href', card);
    expect(screen.getByRole('row', { name: /Заключить договор/ })).toHaveTextContent('без срокавыполнено');
    expect(screen.getAllByText(/^В списке 3\sрекомендации$/)[0]).toBeVisible();
  });

  test('is filtered by the address; chosen conditions are tags that can be removed', async () => {
    const { user, router } = renderApp('/recommendations?mine=true&overdue=true');
    expect(await screen.findByRole('row', { name: /Разобрать на заседании/ })).toBeVisible();
    expect(screen.queryByRole('row', { name: /семинар/ })).toBeNull();
    expect(screen.getByRole('checkbox', { name: 'Только те, за которые отвечаю я' })).toBeChecked();
    await user.click(screen.getByRole('button', { name: 'Убрать условие: Отвечаю я' }));
    expect(router.state.location.search).toEqual({ overdue: 'true' });
    await user.click(screen.getByRole('checkbox', { name: 'Только просроченные' }));
    expect(await screen.findByRole('row', { name: /семинар/ })).toHaveTextContent('Управленческое решение');
  });

  test('says why nothing is found, and how to find something', async () => {
    const { user } = renderApp('/recommendations?state=Cancelled');
    expect(await screen.findByText('По этим условиям рекомендаций нет')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Сбросить условия' }));
    expect(await screen.findByRole('row', { name: /Разобрать на заседании/ })).toBeVisible();
  });

  test('without any, those who may give one are asked to, others are told who does', async () => {
    server.use(
      http.get('*/api/v1/recommendations', () => HttpResponse.json({ items: [], page: 1, pageSize: 50, total: 0 })),
    );
    const { unmount } = renderApp('/recommendations');
    expect(await screen.findByText('Рекомендаций пока нет')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Дать рекомендацию' })).toHaveAttribute('href', '/recommendations/new');
    unmount();
    server.use(http.get('*/api/v1/me', () => HttpResponse.json(observer)));
    renderApp('/recommendations');
    expect(await screen.findByText(/когда их даст оператор региона или координатор/)).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Дать рекомендацию' })).toBeNull();
  });
});

describe('card', () => {
  test('tells the figures as they stood, whose they are, and what came of it', async () => {
    const { user } = renderApp(card);
    expect(await screen.findByRole('heading', { level: 1, name: `Рекомендация: ${school.name}` })).toBeVisible();
    const row = screen.getByRole('row', { name: /Доля «2» и «3» по ВПР/ });
    expect(row).toHaveTextContent(/39 из 73 \(53,4\s%\)/);
    expect(within(row).getByRole('link', { name: school.name })).toHaveAttribute('href', `/schools/${school.id}`);

    await user.click(screen.getByRole('button', { name: 'Выполнено' }));
    const dialog = await screen.findByRole('dialog', { name: 'Что получилось?' });
    await user.click(within(dialog).getByRole('button', { name: 'Отметить выполненным' }));
    expect(within(dialog).getByText('Заполните поле')).toBeVisible();
    await user.type(within(dialog).getByLabelText(/^Итог/), 'Доля снизилась до 41 %');
    await user.click(within(dialog).getByRole('button', { name: 'Отметить выполненным' }));
    expect(await screen.findByText('Доля снизилась до 41 %')).toBeVisible();
    expect(screen.getByText('выполнено')).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Изменить' })).toBeNull();

    await user.click(screen.getByRole('button', { name: 'Вернуть в работу' }));
    expect(await screen.findByRole('button', { name: 'Выполнено' })).toBeVisible();
  });

  test('calling off needs a reason and sends the version that was seen', async () => {
    const sent: unknown[] = [];
    server.use(
      http.post('*/api/v1/recommendations/:id/settle', async ({ request }) => {
        sent.push(request.headers.get('If-Match'), await request.json());
        return HttpResponse.json({ ...overdue, state: 'Cancelled', outcome: 'Школа присоединена', version: 2 });
      }),
    );
    const { user } = renderApp(card);
    await user.click(await screen.findByRole('button', { name: 'Отменить' }));
    const dialog = await screen.findByRole('dialog', { name: 'Почему отменяется?' });
    await user.type(within(dialog).getByLabelText(/^Причина/), 'Школа присоединена');
    await user.click(within(dialog).getByRole('button', { name: 'Отменить рекомендацию' }));
    expect(await screen.findByRole('heading', { name: 'Почему отменено' })).toBeVisible();
    expect(sent).toEqual(['"1"', { cancelled: true, outcome: 'Школа присоединена' }]);
  });

  test('who may not change it reads why', async () => {
    server.use(
      http.get('*/api/v1/me', () => HttpResponse.json(observer)),
      http.get('*/api/v1/recommendations/:id', () => HttpResponse.json({ ...overdue, owner: null, editable: false })),
    );
    renderApp(card);
    expect(await screen.findByText(/Изменять и завершать может оператор региона/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Выполнено' })).toBeNull();
    expect(screen.getByText('имена видят оператор, координаторы и школы')).toBeVisible();
  });
});

describe('giving one', () => {
  test('the address brings the school and its figure; a second figure is chosen by its value', async () => {
    const sent: unknown[] = [];
    server.use(
      http.post('*/api/v1/recommendations', async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json(overdue, { status: 201 });
      }),
    );
    const { user } = renderApp(`/recommendations/new?school=${school.id}&indicator=${watched}`);
    expect(await screen.findByRole('combobox', { name: /^Школа/ })).toHaveValue(school.name);
    const figures = screen.getByRole('list', { name: 'Цифры, из которых это следует' });
    expect(figures).toHaveTextContent(/2020: 39 из 73 \(53,4\s%\) при цели 52,0\s%/);
    await user.click(screen.getByRole('combobox', { name: 'Показатель' }));
    await user.click(await screen.findByRole('option', { name: /Доля «2» и «3»/ }));
    await user.click(screen.getByRole('combobox', { name: 'Период и значение' }));
    await user.click(await screen.findByRole('option', { name: /2019: 41 из 70/ }));
    await user.click(screen.getByRole('button', { name: 'Добавить цифру' }));
    expect(within(figures).getAllByRole('listitem')).toHaveLength(2);

    await user.click(screen.getByRole('button', { name: 'Дать рекомендацию' }));
    expect(await screen.findByText('Заполните поле')).toBeVisible();
    await user.type(screen.getByLabelText(/^Что нужно сделать/), 'Разобрать');
    await user.type(screen.getByLabelText('Срок'), '31.10.2021');
    await user.click(screen.getByRole('combobox', { name: 'Отвечает' }));
    await user.click(await screen.findByRole('option', { name: 'Коллега' }));
    await user.click(screen.getByRole('button', { name: 'Дать рекомендацию' }));
    expect(await screen.findByRole('heading', { level: 1, name: `Рекомендация: ${school.name}` })).toBeVisible();
    const figure = { indicatorId: watched, schoolId: school.id, municipalityCode: null };
    expect(sent).toEqual([
      {
        says: {
          kind: 'Recommendation',
          text: 'Разобрать',
          ownerId: personIds.colleague,
          dueOn: '2021-10-31',
          causes: [
            { ...figure, period: '2020' },
            { ...figure, period: '2019' },
          ],
        },
        schoolId: school.id,
        municipalityCode: null,
      },
    ]);
  });

  test('another addressee has other figures; what the server refuses stands at its field', async () => {
    server.use(
      http.post('*/api/v1/recommendations', () =>
        refuse(400, 'validation', 'Проверьте поля', {
          errors: [{ pointer: '/says/text', code: 'too-long', message: 'Короче, пожалуйста' }],
        }),
      ),
    );
    const { user } = renderApp(`/recommendations/new?school=${school.id}&indicator=${watched}&period=2020`);
    await user.click(await screen.findByRole('combobox', { name: /^Кому/ }));
    await user.click(await screen.findByRole('option', { name: 'Всему региону' }));
    expect(screen.queryByRole('list', { name: 'Цифры, из которых это следует' })).toBeNull();
    await user.type(screen.getByLabelText(/^Что нужно сделать/), 'Провести семинар');
    await user.click(screen.getByRole('button', { name: 'Дать рекомендацию' }));
    expect(await screen.findByText('Короче, пожалуйста')).toBeVisible();
  });

  test('a coordinator addresses schools and the own municipality, not the region', async () => {
    server.use(http.get('*/api/v1/me', () => HttpResponse.json(coordinator)));
    const { user } = renderApp('/recommendations/new?municipality=92626000');
    expect(await screen.findByRole('combobox', { name: /^Муниципалитет/ })).toHaveValue(
      'Елабужский муниципальный район',
    );
    await user.click(screen.getByRole('combobox', { name: /^Кому/ }));
    expect((await screen.findAllByRole('option')).map((option) => option.textContent)).toEqual([
      'Школе',
      'Муниципалитету',
    ]);
  });
});

describe('changing', () => {
  test('keeps figures as they stood; a newer version is shown beside mine', async () => {
    const sent: unknown[] = [];
    const theirs = { ...overdue, version: 5, text: 'Разобрать задания и провести срез' };
    let met = false;
    server.use(
      http.get(`*/api/v1${card}`, () => HttpResponse.json(met ? theirs : overdue)),
      http.put('*/api/v1/recommendations/:id', async ({ request }) => {
        sent.push(request.headers.get('If-Match'));
        if (met) return HttpResponse.json({ ...theirs, ...((await request.json()) as object), version: 6 });
        met = true;
        return refuse(412, 'version-changed', 'Запись изменилась');
      }),
    );
    const { user } = renderApp(`${card}/edit`);
    expect(await screen.findByText(/39 из 73/)).toBeVisible();
    expect(screen.getByRole('combobox', { name: 'Отвечает' })).toHaveValue(operator.displayName);
    const text = screen.getByLabelText(/^Что нужно сделать/);
    await user.clear(text);
    await user.type(text, 'Моё');
    await user.click(screen.getByRole('button', { name: 'Сохранить' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText('Разобрать задания и провести срез')).toBeVisible();
    await user.click(within(dialog).getByRole('button', { name: /мо/i }));
    expect(await screen.findByRole('heading', { level: 1, name: `Рекомендация: ${school.name}` })).toBeVisible();
    expect(screen.getByText('Моё')).toBeVisible();
    expect(sent).toEqual(['"1"', '"5"']);
  });
});

test('the card of a school tells what it was recommended', async () => {
  renderApp(`/schools/${school.id}`);
  const section = await screen.findByRole('region', { name: 'Рекомендации' });
  expect(within(section).getByRole('link', { name: /Разобрать на заседании/ })).toHaveAttribute('href', card);
  expect(within(section).getByText('просрочено')).toBeVisible();
  expect(within(section).getByRole('link', { name: 'Дать рекомендацию' })).toHaveAttribute(
    'href',
    `/recommendations/new?school=${school.id}`,
  );
});

test('the home page counts mine and leads to exactly that list', async () => {
  server.use(
    http.get('*/api/v1/home', async () => {
      const { home } = await import('@/test/handlers-home');
      const tasks = [
        { kind: 'RecommendationsOverdue', count: 1, list: 'recommendations?mine=true&overdue=true', year: null },
      ];
      return HttpResponse.json({ ...home, tasks });
    }),
  );
  const { user, router } = renderApp('/');
  await user.click(await screen.findByRole('link', { name: /Рекомендации: просрочено/ }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/recommendations'));
  expect(router.state.location.search).toEqual({ mine: 'true', overdue: 'true' });
  expect((await screen.findAllByText(/^Найдено 1\sрекомендация$/))[0]).toBeVisible();
});
