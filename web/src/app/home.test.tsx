import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { schoolSearch, toQuery } from '@/features/schools/search';
import { readSearch } from '@/lib/search-params';
import { observer } from '@/test/data/people';
import { schools } from '@/test/data/schools';
import { home } from '@/test/handlers-home';
import { renderApp } from '@/test/render-app';
import { server } from '@/test/server';
import { screenOf } from './home/address';
import { guideSteps } from './home/guide-steps';

const [first] = schools;

test('each number of the day leads to the list that it names', async () => {
  renderApp('/');
  const tasks = await screen.findByRole('region', { name: 'Нужно моё участие' });
  const links = within(tasks).getAllByRole('link');
  expect(links.map((link) => link.getAttribute('href'))).toEqual([
    '/imports?state=awaitingConfirmation',
    `/schools?cohort=${home.cohort?.id}&withoutResults=2020`,
    '/indicators/dynamics/schools?assessment=VPR&subject=main&year=2020&base=cohort&direction=falling',
    '/people?state=Expired',
    '/clients?state=active&expiresBy=2021-09-15',
  ]);
  expect(links[1]).toHaveTextContent('3Школы списка без результатов за 2020 год');
});

test('the day and the school year of the region stand above the title', async () => {
  renderApp('/');
  expect(await screen.findByText(/^\S+, \d+ \S+ · учебный год 2020\/2021$/)).toBeVisible();
});

test('the screen asks the server for exactly what the number counted', () => {
  for (const { list } of home.tasks.filter((task) => task.list.startsWith('schools'))) {
    const asked = toQuery(schoolSearch.parse(screenOf(list).search));
    for (const [name, value] of Object.entries(readSearch(list.split('?')[1] ?? '')))
      expect(String(asked[name as keyof typeof asked])).toBe(value);
  }
});

test('starred schools tell where they went; nothing to do is said so', async () => {
  server.use(http.get('*/api/v1/home', () => HttpResponse.json({ ...home, tasks: [] })));
  renderApp('/');
  expect(await screen.findByText('На сегодня всё.')).toBeVisible();
  const starred = screen.getByRole('region', { name: 'Отмеченные школы' });
  expect(starred).toHaveTextContent('2020: рост в 5 из 7 работ, снижение в 2');
});

test('the guide is ticked by data and can be hidden', async () => {
  const { user } = renderApp('/');
  const guide = await screen.findByRole('region', { name: 'С чего начать' });
  expect(guide).toHaveTextContent('Сделано 4 из 5');
  expect(within(guide).getByRole('link', { name: 'Пригласить людей' })).toHaveAttribute('href', '/people/invite');
  await user.click(within(guide).getByRole('button', { name: 'Скрыть' }));
  expect(screen.queryByRole('region', { name: 'С чего начать' })).toBeNull();
  window.localStorage.clear();
  const empty = { municipalities: 0, schools: 0, hasResults: false, listedSchools: 0, people: 0 };
  expect(guideSteps(empty).map((step) => step.done)).toEqual([false, false, false, false, false]);
});

test('a school in both categories is said to count twice', async () => {
  const list = `schools?cohort=${home.cohort?.id}&category=`;
  const categories = [
    { kind: 'LowResults', count: 65, list: `${list}LowResults`, year: null },
    { kind: 'AdverseConditions', count: 20, list: `${list}AdverseConditions`, year: null },
    { kind: 'Both', count: 14, list: `${list}Both`, year: null },
  ];
  const region = { categories, headlines: [], municipalities: null };
  server.use(
    http.get('*/api/v1/me', () => HttpResponse.json(observer)),
    http.get('*/api/v1/home', () => HttpResponse.json({ ...home, role: 'Observer', region, guide: null })),
  );
  renderApp('/');
  const card = await screen.findByRole('region', { name: 'Школы под поддержкой' });
  expect(within(card).getByRole('link', { name: '14 в обеих категориях сразу' })).toBeVisible();
  expect(card).toHaveTextContent('Всего школ: 71. Школы в обеих категориях (14) входят и в первое, и во второе число.');
});

test('a star is set at once, by button or key', async () => {
  const asked: string[] = [];
  server.use(
    http.put('*/api/v1/schools/:id/star', ({ params }) => {
      asked.push(String(params.id));
      return new HttpResponse(null, { status: 204 });
    }),
  );
  const { user } = renderApp(`/schools/${first?.id}`);
  const star = await screen.findByRole('button', { name: 'Отметить' });
  expect(star).toHaveAttribute('aria-pressed', 'false');
  await user.keyboard('s');
  await waitFor(() => expect(screen.getByRole('button', { name: 'Отмечена' })).toHaveAttribute('aria-pressed', 'true'));
  expect(asked).toEqual([first?.id]);
});

test('the bell counts, tells and takes note', async () => {
  let read = 0;
  server.use(
    http.post('*/api/v1/notifications/read-all', () => {
      read += 1;
      return new HttpResponse(null, { status: 204 });
    }),
    http.get('*/api/v1/notifications/count', () => HttpResponse.json({ unread: read === 0 ? 1 : 0 })),
  );
  const { user } = renderApp('/schools');
  await user.click(await screen.findByRole('button', { name: 'Уведомления, новых: 1' }));
  expect(await screen.findByRole('link', { name: `«${first?.name}»: школа сменила муниципалитет` })).toHaveAttribute(
    'href',
    `/schools/${first?.id}`,
  );
  await user.click(screen.getByRole('button', { name: 'Прочитать все' }));
  expect(await screen.findByText('Новых уведомлений нет')).toBeVisible();
  expect(read).toBe(1);
});

test('the palette knows municipalities and words of the glossary', async () => {
  const { user, router } = renderApp('/schools');
  await screen.findByRole('heading', { level: 1, name: 'Школы' });
  await user.keyboard('{Control>}k{/Control}');
  await user.type(await screen.findByPlaceholderText('Название или код школы, действие'), 'елабуж');
  await user.click(await screen.findByText('Елабужский муниципальный район', { selector: '[role="dialog"] *' }));
  await waitFor(() => expect(router.state.location.search).toEqual({ municipality: '92626000' }));
});
