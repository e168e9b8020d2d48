import { screen, waitFor } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { schools } from '@/test/data/schools';
import { refuse } from '@/test/handlers';
import { paged } from '@/test/handlers-schools';
import { renderApp } from '@/test/render-app';
import { server } from '@/test/server';

const actor = '00000000-0000-7000-8000-000000000001';
const [school] = schools;

test('the journal keeps its filters in the address and leads to what changed', async () => {
  const asked: string[] = [];
  server.use(
    http.get('*/api/v1/changes', ({ request }) => {
      const url = new URL(request.url);
      asked.push(url.search);
      const change = {
        id: 'c1',
        at: '2020-02-04T07:12:00Z',
        by: { kind: 'person', id: actor, name: 'Оператор региона' },
        onBehalfOf: { kind: 'person', id: 'p2', name: 'Координатор' },
        thing: 'School',
        thingKey: school?.id,
        thingName: school?.name,
        rootId: null,
        school: null,
        action: 'closed',
        changes: [
          { field: 'state', from: 'Open', to: 'Closed' },
          { field: 'email', from: null, to: null },
        ],
        reason: 'Ликвидация',
      };
      return HttpResponse.json(paged([change], url));
    }),
  );
  const { user, router } = renderApp(`/history?thing=School&from=2020-02-01&actor=${actor}&action=nonsense`);
  expect(await screen.findByText('Школа закрыта')).toBeVisible();
  expect(screen.getByRole('link', { name: school?.name ?? '' })).toHaveAttribute('href', `/schools/${school?.id}`);
  expect(screen.getByText(/по правам, которые передал/)).toBeVisible();
  expect(screen.getByText(/значение не хранится/)).toBeVisible();
  expect(asked[0]).toContain('thing=School');
  expect(asked[0]).toContain('from=2020-02-01');
  expect(asked[0]).toContain(`actor=${actor}`);
  expect(asked[0]).not.toContain('nonsense');
  await user.click(screen.getByRole('button', { name: /С даты: 01.02.2020/ }));
  await screen.findByText('Школа закрыта');
  expect(router.state.location.search).toEqual({ thing: 'School', actor });
});

test('the journal of one person or program is found by name', async () => {
  const asked: string[] = [];
  server.use(
    http.get('*/api/v1/changes', ({ request }) => {
      const url = new URL(request.url);
      asked.push(url.search);
      return HttpResponse.json(paged([], url));
    }),
  );
  const { user, router } = renderApp('/history');
  await user.click(await screen.findByRole('combobox', { name: 'Кто' }));
  const options = await screen.findAllByRole('option');
  const program = options.find((option) => option.textContent?.endsWith('(программа)'));
  expect(options.length).toBeGreaterThan(1);
  await user.click(program as HTMLElement);
  await waitFor(() => expect(asked.at(-1)).toContain('actor='));
  expect(router.state.location.search).toEqual({ actor: expect.stringMatching(/^[0-9a-f-]{36}$/) });
});

test('a school is shown as of a day, and says when there is nothing to show', async () => {
  server.use(
    http.get('*/api/v1/schools/:id/as-of/:date', ({ params }) =>
      params.date === '2019-09-01'
        ? HttpResponse.json({
            ...school,
            id: params.id,
            asOf: params.date,
            name: 'Прежнее название',
            address: null,
            website: null,
            closedOn: null,
            mergedInto: null,
            knownSince: '2018-09-01T07:00:00Z',
          })
        : refuse(404, 'not-found', 'Не найдено'),
    ),
  );
  const { user, router } = renderApp(`/schools/${school?.id}?asOf=2019-09-01`);
  expect(await screen.findByText('Прежнее название')).toBeVisible();
  expect(screen.getByText('Показано состояние на 01.09.2019')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Вернуться к сегодняшнему' }));
  expect(router.state.location.search).toEqual({});

  renderApp(`/schools/${school?.id}?asOf=2001-09-01`);
  expect(await screen.findByText(/школы ещё не было в реестре/)).toBeVisible();
});
