import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { describe, expect, test } from 'vitest';
import { coordinator, observer } from '@/test/data/people';
import { refuse } from '@/test/handlers';
import { organisationIds, organisations } from '@/test/handlers-organisations';
import { renderApp } from '@/test/render-app';
import { server } from '@/test/server';

const card = `/organisations/${organisationIds.centre}`;
const [centre] = organisations;
if (!centre) throw new Error('test data lost the centre');

describe('list', () => {
  test('is filtered by the address; chosen conditions are tags that can be removed', async () => {
    const { user, router } = renderApp('/organisations?kind=EducationCentre&closed=no');
    expect(await screen.findByRole('heading', { level: 1, name: 'Организации' })).toBeVisible();
    const row = await screen.findByRole('row', { name: /Елабужский муниципальный образовательный центр \(МОЦ\)/ });
    expect(within(row).getByRole('link')).toHaveAttribute('href', card);
    expect(screen.getAllByText(/^Найдено 1\sорганизация$/)[0]).toBeVisible();
    expect(screen.queryByText(/Институт развития образования \(ИРО\)/)).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Убрать условие: Образовательный центр (МОЦ)' }));
    expect(await screen.findByRole('row', { name: /Институт развития образования \(ИРО\)/ })).toBeVisible();
    expect(screen.queryByText('Городской методический кабинет')).toBeNull();
    expect(router.state.location.search).toEqual({ closed: 'no' });
  });

  test('says why nothing is found, and how to find something', async () => {
    const { user } = renderApp('/organisations?search=чего-нет');
    expect(await screen.findByText('По этим условиям организаций нет')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Сбросить условия' }));
    expect(await screen.findByRole('row', { name: /закрыта 31\.08\.2020/ })).toBeVisible();
  });

  test('without any organisation an operator is asked to add the first', async () => {
    server.use(
      http.get('*/api/v1/organisations', () => HttpResponse.json({ items: [], page: 1, pageSize: 50, total: 0 })),
    );
    renderApp('/organisations');
    expect(await screen.findByText('Организаций пока нет')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Добавить организацию' })).toHaveAttribute('href', '/organisations/new');
  });
});

describe('card', () => {
  test('tells functions in words and who works there', async () => {
    renderApp(card);
    expect(await screen.findByRole('heading', { level: 1, name: centre.name })).toBeVisible();
    expect(screen.getByText('сводит школы, партнёров и регион')).toBeVisible();
    const row = await screen.findByRole('row', { name: /Первый методист/ });
    expect(row).toHaveTextContent('методист по математике');
    expect(row).toHaveTextContent('moc@example.org');
  });

  test('an observer reads that names are hidden and who may change the card', async () => {
    server.use(
      http.get('*/api/v1/me', () => HttpResponse.json(observer)),
      http.get('*/api/v1/organisations/:id', () => HttpResponse.json({ ...centre, people: null, editable: false })),
    );
    renderApp(card);
    expect(await screen.findByText(/Имена сотрудников видят оператор, координаторы и школы/)).toBeVisible();
    expect(screen.getByText(/Изменять может оператор региона или координатор этого муниципалитета/)).toBeVisible();
    expect(screen.queryByRole('table')).toBeNull();
    expect(screen.queryByRole('link', { name: 'Изменить сведения' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Закрыть организацию' })).toBeNull();
  });

  test('removing somebody asks by name and says that the name is erased', async () => {
    const sent: (string | null)[] = [];
    server.use(
      http.delete('*/api/v1/organisations/:id/staff/:memberId', ({ request }) => {
        sent.push(request.headers.get('If-Match'));
        return HttpResponse.json({ ...centre, version: 3, people: centre.people?.slice(1) });
      }),
    );
    const { user } = renderApp(card);
    await user.click(await screen.findByRole('button', { name: 'Удалить: Первый методист' }));
    const dialog = await screen.findByRole('dialog', { name: 'Удалить сотрудника «Первый методист»?' });
    expect(dialog).toHaveTextContent('Имя, должность и контакт будут стёрты');
    await user.click(within(dialog).getByRole('button', { name: 'Удалить' }));
    await waitFor(() => expect(screen.queryByRole('row', { name: /Первый методист/ })).toBeNull());
    expect(sent).toEqual(['"2"']);
  });

  test('somebody is added with the functions of a centre', async () => {
    const { user } = renderApp(card);
    await user.click(await screen.findByRole('button', { name: 'Добавить сотрудника' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Добавить сотрудника' }));
    expect(within(dialog).getAllByText('Заполните поле')).toHaveLength(2);
    await user.type(within(dialog).getByLabelText(/^Имя/), 'Второй методист');
    await user.type(within(dialog).getByLabelText(/^Должность/), 'методист');
    await user.click(within(dialog).getByRole('checkbox', { name: /^Методическая/ }));
    await user.click(within(dialog).getByRole('button', { name: 'Добавить сотрудника' }));
    expect(await screen.findByRole('row', { name: /Второй методист/ })).toHaveTextContent('методическая');
  });

  test('closing needs a day and a reason; a closed one is opened again', async () => {
    const { user } = renderApp(card);
    await user.click(await screen.findByRole('button', { name: 'Закрыть организацию' }));
    const dialog = await screen.findByRole('dialog', { name: `Закрыть «${centre.name}»?` });
    await user.click(within(dialog).getByRole('button', { name: 'Закрыть организацию' }));
    expect(within(dialog).getAllByText('Заполните поле')).toHaveLength(2);
    await user.type(within(dialog).getByLabelText(/Дата закрытия/), '01.09.2020');
    await user.type(within(dialog).getByLabelText(/Причина/), 'Функции переданы институту');
    await user.click(within(dialog).getByRole('button', { name: 'Закрыть организацию' }));
    expect(await screen.findByText(/Закрыта 01\.09\.2020/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Снова открыть' }));
    expect(await screen.findByRole('button', { name: 'Закрыть организацию' })).toBeVisible();
  });
});

describe('changing', () => {
  test('functions are asked for centres only, and a centre needs its municipality', async () => {
    const sent: unknown[] = [];
    server.use(
      http.post('*/api/v1/organisations', async ({ request }) => {
        sent.push(await request.json());
        const errors = [{ pointer: '/facts/website', code: 'invalid', message: 'Сайт — адрес вида https://…' }];
        return refuse(422, 'validation', 'Проверьте поля', { errors });
      }),
    );
    const { user } = renderApp('/organisations/new');
    await user.type(await screen.findByLabelText(/^Название/), 'Вуз');
    await user.click(screen.getByRole('button', { name: 'Добавить организацию' }));
    expect(await screen.findByText('Образовательный центр относится к муниципалитету: выберите его')).toBeVisible();
    expect(screen.getByRole('group', { name: 'Функции' })).toBeVisible();
    await user.click(screen.getByRole('combobox', { name: /^Вид/ }));
    await user.click(await screen.findByRole('option', { name: 'Вуз или колледж' }));
    expect(screen.queryByRole('group', { name: 'Функции' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Добавить организацию' }));
    expect(await screen.findByText('Сайт — адрес вида https://…')).toBeVisible();
    expect(sent).toEqual([
      {
        facts: { name: 'Вуз', shortName: null, kind: 'University', functions: [], address: null, website: null },
        municipalityCode: null,
        regionCode: 'RU-TA',
      },
    ]);
  });

  test('a coordinator adds to the own municipality', async () => {
    server.use(http.get('*/api/v1/me', () => HttpResponse.json(coordinator)));
    renderApp('/organisations/new');
    expect(await screen.findByRole('combobox', { name: /^Муниципалитет/ })).toHaveValue(
      'Елабужский муниципальный район',
    );
  });

  test('a newer version is shown beside mine, and mine is saved only when I say so', async () => {
    const sent: (string | null)[] = [];
    const theirs = { ...centre, version: 3, address: 'г. Елабуга, ул. Новая, 7' };
    server.use(
      http.put('*/api/v1/organisations/:id', async ({ request }) => {
        const version = request.headers.get('If-Match');
        sent.push(version);
        if (version !== '"3"') return refuse(412, 'version-mismatch', 'Версия устарела');
        return HttpResponse.json({ ...theirs, ...((await request.json()) as object), version: 4 });
      }),
    );
    const { user, router } = renderApp(`${card}/edit`);
    const shortName = await screen.findByLabelText('Краткое название');
    server.use(http.get('*/api/v1/organisations/:id', () => HttpResponse.json(theirs)));
    await user.clear(shortName);
    await user.type(shortName, 'ЕМОЦ');
    await user.click(screen.getByRole('button', { name: 'Сохранить' }));
    const dialog = await screen.findByRole('dialog', { name: 'Пока вы работали, сведения изменили' });
    expect(within(dialog).getByRole('row', { name: /Краткое название/ })).toHaveTextContent('ЕМОЦМОЦ');
    expect(within(dialog).getByRole('row', { name: /Адрес/ })).toHaveTextContent('ул. Новая, 7');
    await user.click(within(dialog).getByRole('button', { name: 'Сохранить мою версию' }));
    await waitFor(() => expect(router.state.location.pathname).toBe(card));
    expect(sent).toEqual(['"2"', '"3"']);
  });
});
