import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { describe, expect, test } from 'vitest';
import { observer } from '@/test/data/people';
import { refuse } from '@/test/handlers';
import { indicatorIds, indicators, recomputation, setId, takenSet } from '@/test/handlers-indicators';
import { renderApp } from '@/test/render-app';
import { server } from '@/test/server';

const card = `/indicators/definitions/${indicatorIds.quality}`;

describe('list', () => {
  test('shows indicators under their set and heading; filters stand in the address', async () => {
    const { user, router } = renderApp('/indicators/definitions?enteredBy=Formula');
    expect(await screen.findByRole('heading', { level: 1, name: 'Определения показателей' })).toBeVisible();
    const group = await screen.findByRole('region', { name: 'ВПР' });
    expect(within(group).getByText('Чем меньше, тем лучше')).toBeVisible();
    expect(within(group).getByText('значений нет')).toBeVisible();
    expect(screen.queryByText(/Качество успеваемости/)).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Убрать условие: Считается по формуле' }));
    expect(await screen.findByRole('link', { name: /Качество успеваемости/ })).toHaveAttribute('href', card);
    expect(screen.getByText('значения: 2019, 2020')).toBeVisible();
    expect(router.state.location.search).toEqual({});
  });

  test('without any set an operator is offered the ready ones', async () => {
    server.use(http.get('*/api/v1/indicator-sets', () => HttpResponse.json([])));
    const { user } = renderApp('/indicators/definitions');
    expect(await screen.findByText('Показателей пока нет')).toBeVisible();
    const ready = await screen.findByRole('region', { name: /Елабуга/ });
    expect(ready).toHaveTextContent('38 показателей, по формулам: 10');
    await user.click(within(ready).getByRole('button', { name: /^Принять набор/ }));
    expect(await screen.findByText(/Набор «Целевые показатели школьной программы \(Елабуга\)» принят/)).toBeVisible();
  });

  test('formulas are computed anew when asked, and their way is seen until they are done', async () => {
    const states = [{ ...recomputation, runs: true, done: 40, finishedAt: null }, recomputation];
    server.use(
      http.post('*/api/v1/indicator-recomputation', () =>
        HttpResponse.json({ ...recomputation, waits: true, done: 0, total: 0 }),
      ),
    );
    const { user } = renderApp('/indicators/definitions');
    expect(await screen.findByText('Формулы посчитаны: 03.02.2020 13:00')).toBeVisible();
    server.use(http.get('*/api/v1/indicator-recomputation', () => HttpResponse.json(states.shift() ?? recomputation)));
    await user.click(screen.getByRole('button', { name: 'Пересчитать всё' }));
    expect(await screen.findByRole('progressbar', { name: 'Пересчёт формул' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Пересчитать всё' })).toBeDisabled();
    expect(await screen.findByText(/^Посчитано 40 из 93/, undefined, { timeout: 5_000 })).toBeVisible();
    expect(await screen.findByText('Формулы посчитаны: 03.02.2020 13:00', undefined, { timeout: 5_000 })).toBeVisible();
  });

  test('an observer reads and changes nothing', async () => {
    server.use(
      http.get('*/api/v1/me', () => HttpResponse.json(observer)),
      http.get('*/api/v1/indicators/:id', () => HttpResponse.json({ ...indicators[0], editable: false })),
    );
    const { router } = renderApp('/indicators/definitions');
    expect(await screen.findByRole('link', { name: /Качество успеваемости/ })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Наборы' })).toBeNull();
    await router.navigate({ to: card });
    expect(await screen.findByText('Определения меняет оператор региона.')).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Изменить' })).toBeNull();
  });
});

describe('file', () => {
  test('is shown before it is taken, and not taken with a fault', async () => {
    const asked: string[] = [];
    const fault = {
      pointer: '/indicators/0/formula',
      code: 'formula-cycle',
      message: 'Показатели считаются друг по другу: a → b → a',
    };
    let refused = 1;
    server.use(
      http.post('*/api/v1/indicator-sets/file', ({ request }) => {
        const dryRun = new URL(request.url).searchParams.get('dryRun') === 'true';
        asked.push(String(dryRun));
        const item = { index: 0, code: 'a', name: 'Показатель а', newDefinition: false };
        return HttpResponse.json({
          ...takenSet,
          dryRun,
          created: 1 - refused,
          refused,
          items: [{ ...item, outcome: refused ? 'Refused' : 'Created', errors: refused ? [fault] : [] }],
        });
      }),
    );
    const { user } = renderApp('/indicators/definitions');
    await user.click(await screen.findByRole('button', { name: 'Наборы' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Загрузить из файла' }));
    const dialog = await screen.findByRole('dialog', { name: 'Загрузить набор из файла' });
    const choose = () => dialog.ownerDocument.querySelector<HTMLInputElement>('input[type=file]') as HTMLInputElement;
    await user.upload(choose(), new File(['нет'], 'набор.json', { type: 'application/json' }));
    expect(await within(dialog).findByText(/Это не файл набора/)).toBeVisible();
    await user.upload(choose(), new File(['{}'], 'набор.json', { type: 'application/json' }));
    expect(await within(dialog).findByText(fault.message)).toBeVisible();
    expect(within(dialog).queryByRole('button', { name: 'Принять' })).toBeNull();
    refused = 0;
    await user.upload(choose(), new File(['{"a":1}'], 'набор.json', { type: 'application/json' }));
    await user.click(await within(dialog).findByRole('button', { name: 'Принять' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(asked).toEqual(['true', 'true', 'false']);
  });
});

describe('card', () => {
  test('tells the definition in words and what changed between versions', async () => {
    renderApp(card);
    expect(await screen.findByRole('heading', { level: 1, name: /Качество успеваемости/ })).toBeVisible();
    expect(screen.getByText('01.01.2018 – 31.12.2019')).toBeVisible();
    expect(screen.getByText('Направление: Только наблюдаем → Чем больше, тем лучше')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Удалить' })).toBeNull();
  });

  test('a formula is told in words', async () => {
    renderApp(`/indicators/definitions/${indicatorIds.computed}`);
    expect(await screen.findByText('marks(VPR, russian, 5, 2, 3)')).toBeVisible();
    expect(screen.getByText(/Словами: доля учеников с отметками «2» и «3»/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Удалить' })).toBeVisible();
  });

  test('is retired with a day and a reason, and restored', async () => {
    const { user } = renderApp(card);
    await user.click(await screen.findByRole('button', { name: 'Вывести из наблюдения' }));
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByLabelText(/С какого дня/), '01.01.2021');
    await user.type(within(dialog).getByLabelText(/Причина/), 'Нет в программе');
    server.use(
      http.get('*/api/v1/indicators/:id', () =>
        HttpResponse.json({ ...indicators[0], version: 4, retiredFromOn: '2021-01-01' }),
      ),
    );
    await user.click(within(dialog).getByRole('button', { name: 'Вывести из наблюдения' }));
    expect(await screen.findByText(/за периоды с 01\.01\.2021 значения не принимаются/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Вернуть в наблюдение' })).toBeVisible();
  });
});

describe('changing', () => {
  test('words are sent without a day; another meaning asks for one', async () => {
    const sent: { validFromOn: string | null; direction: string }[] = [];
    server.use(
      http.put('*/api/v1/indicators/:id', async ({ request }) => {
        sent.push((await request.json()) as never);
        return HttpResponse.json({ ...indicators[0], version: 4 });
      }),
    );
    const { user } = renderApp(`${card}/edit`);
    await user.click(await screen.findByRole('combobox', { name: /^Направление/ }));
    await user.click(await screen.findByRole('option', { name: 'Чем меньше, тем лучше' }));
    expect(await screen.findByText('Меняется смысл показателя')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Сохранить' }));
    expect(await screen.findByText('Заполните поле')).toBeVisible();
    await user.type(screen.getByRole('textbox', { name: /^Действует с/ }), '01.01.2021');
    await user.click(screen.getByRole('button', { name: 'Сохранить' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({ validFromOn: '2021-01-01', direction: 'LowerIsBetter' });
  });

  test('a wrong formula is told at its field', async () => {
    server.use(
      http.post('*/api/v1/indicators', () => {
        const errors = [{ pointer: '/formula', code: 'formula-unknown-name', message: 'Предмета «rusian» нет.' }];
        return refuse(400, 'validation', 'Проверьте данные', { errors });
      }),
    );
    const { user } = renderApp(`/indicators/definitions/new?set=${setId}`);
    await user.type(await screen.findByRole('textbox', { name: /^Код/ }), 'vpr-low');
    await user.type(screen.getByRole('textbox', { name: /^Действует с/ }), '01.01.2019');
    await user.type(screen.getByRole('textbox', { name: /^Название/ }), 'Доля двоек');
    await user.type(screen.getByRole('textbox', { name: /^Раздел/ }), 'ВПР');
    await user.click(screen.getByRole('combobox', { name: /^Откуда значение/ }));
    await user.click(await screen.findByRole('option', { name: 'Считается по формуле' }));
    await user.type(screen.getByRole('textbox', { name: /^Формула/ }), 'marks(VPR, rusian, 5, 2)');
    await user.click(screen.getByRole('button', { name: 'Создать показатель' }));
    expect(await screen.findByText('Предмета «rusian» нет.')).toBeVisible();
    expect(screen.getByRole('textbox', { name: /^Формула/ })).toHaveFocus();
  });
});
