import { screen, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { expect, test, vi } from 'vitest';
import { refuse } from '@/test/handlers';
import { personIds, preview } from '@/test/handlers-people';
import { renderApp } from '@/test/render-app';
import { server } from '@/test/server';

test('people are listed with their roles and states, and filtered in the address', async () => {
  const { router } = renderApp('/people?state=Invited');
  expect(await screen.findByRole('heading', { level: 1, name: 'Люди и доступ' })).toBeVisible();
  expect(await screen.findByText('Директор второй школы')).toBeVisible();
  expect(screen.getByText('Школа: СОШ № 2')).toBeVisible();
  expect(screen.queryByText('coord@example.org')).toBeNull();
  expect(router.state.location.search).toEqual({ state: 'Invited' });
});

test('a pasted list is checked, confirmed, and answered with links shown once', async () => {
  const sent: unknown[] = [];
  server.use(
    http.post('*/api/v1/people/invitations/preview', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json(preview);
    }),
  );
  const { user } = renderApp('/people/invite');
  await user.click(await screen.findByRole('button', { name: 'Проверить список' }));
  expect(screen.getByText('Вставьте список или выберите файл')).toBeVisible();
  await user.click(screen.getByRole('textbox', { name: 'Список' }));
  await user.paste('Директор второй школы\t\tшкола\t160312002');
  await user.click(screen.getByRole('button', { name: 'Проверить список' }));
  expect(await screen.findByText('Новый человек')).toBeVisible();
  expect(sent).toEqual([{ text: 'Директор второй школы\t\tшкола\t160312002' }]);
  await user.click(screen.getByRole('button', { name: /Пригласить: 1/ }));
  const sheet = await screen.findByRole('list', { name: 'Лист приглашений' });
  expect(within(sheet).getByText(/\/join#one-time-secret$/)).toBeVisible();
  expect(screen.getByText('Ссылки показаны один раз')).toBeVisible();
  const print = vi.fn();
  vi.stubGlobal('print', print);
  await user.click(screen.getByRole('button', { name: 'Печать' }));
  expect(print).toHaveBeenCalledOnce();
  vi.unstubAllGlobals();
});

test('errors of a list are told row by row, and nobody can be invited', async () => {
  server.use(
    http.post('*/api/v1/people/invitations/preview', () =>
      HttpResponse.json({
        ...preview,
        rows: [],
        new: 0,
        errors: [
          {
            row: 3,
            column: 'роль',
            code: 'role-unknown',
            message: 'Такой роли нет.',
            value: 'завуч',
            allowed: 'школа, координатор',
          },
        ],
      }),
    ),
  );
  const { user } = renderApp('/people/invite');
  await user.click(await screen.findByRole('textbox', { name: 'Список' }));
  await user.paste('Кто-то\t\tзавуч\t1');
  await user.click(screen.getByRole('button', { name: 'Проверить список' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Исправьте список');
  expect(screen.getByText(/Такой роли нет\. Допустимо: школа, координатор/)).toBeVisible();
  expect(screen.queryByRole('button', { name: /^Пригласить/ })).toBeNull();
});

test('a role is taken back after a question that names it', async () => {
  const { user } = renderApp(`/people/${personIds.director}`);
  expect(await screen.findByRole('heading', { level: 1, name: 'Директор второй школы' })).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Отозвать роль «Школа», СОШ № 2?' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: 'Отозвать' }));
  expect(await screen.findByText('Отозвана')).toBeVisible();
});

test('a school tells who can do what, and through which role', async () => {
  renderApp('/schools/00000000-0000-7000-8000-000000001002/access');
  expect(await screen.findByRole('heading', { level: 2, name: 'Кто что может' })).toBeVisible();
  expect(screen.getByRole('link', { name: 'Директор второй школы' })).toBeVisible();
  expect(screen.queryByRole('link', { name: 'Коллега' })).toBeNull();
  expect(screen.getByText('Вносит данные')).toBeVisible();
});

test('a new link is shown once, and blocking closes the way in', async () => {
  const { user } = renderApp(`/people/${personIds.director}`);
  await user.click(await screen.findByRole('button', { name: 'Новая ссылка' }));
  await user.click(await screen.findByRole('button', { name: 'Показать ссылку' }));
  expect(await screen.findByDisplayValue(/\/join#another-secret$/)).toBeVisible();
  const dialog = screen.getByRole('dialog');
  await user.click(within(dialog).getAllByRole('button', { name: 'Закрыть' })[1] as HTMLElement);
  await user.click(await screen.findByRole('button', { name: 'Заблокировать' }));
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Заблокировать' }));
  expect(await screen.findByText('Заблокирован')).toBeVisible();
});

test('a refusal of the server stays in the dialog', async () => {
  server.use(
    http.post('*/api/v1/people/:id/block', () =>
      refuse(409, 'last-operator', 'Действие невозможно', { detail: 'Это последний оператор региона.' }),
    ),
  );
  const { user } = renderApp(`/people/${personIds.director}`);
  await user.click(await screen.findByRole('button', { name: 'Заблокировать' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: 'Заблокировать' }));
  expect(await within(dialog).findByRole('alert')).toHaveTextContent('последний оператор');
});

test('a link greets its person, wants one password twice, and leads in', async () => {
  const { user, router } = renderApp('/join#one-time-secret');
  expect(await screen.findByRole('heading', { level: 1, name: 'Здравствуйте, Директор второй школы!' })).toBeVisible();
  expect(screen.getByText(/ваша школа — СОШ № 2/)).toBeVisible();
  await user.type(screen.getByLabelText('Придумайте пароль'), 'четыре простых слова');
  await user.type(screen.getByLabelText('Повторите пароль'), 'другие слова совсем');
  await user.click(screen.getByRole('button', { name: 'Сохранить и войти' }));
  expect(await screen.findByText('Пароли не совпадают')).toBeVisible();
  await user.clear(screen.getByLabelText('Повторите пароль'));
  await user.type(screen.getByLabelText('Повторите пароль'), 'четыре простых слова');
  await user.click(screen.getByRole('button', { name: 'Сохранить и войти' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Мой день' })).toBeVisible();
  expect(router.state.location.hash).toBe('');
});

test('a used link says so and leads to the sign-in', async () => {
  server.use(http.post('*/api/v1/links/look', () => refuse(404, 'link-used', 'Ссылка уже использована')));
  renderApp('/join#one-time-secret');
  expect(await screen.findByRole('heading', { level: 1, name: 'Ссылка уже использована' })).toBeVisible();
  expect(screen.getByRole('link', { name: 'Ко входу' })).toBeVisible();
});

test('while mail is off a forgotten password says who hands out the link; with mail it asks for the name', async () => {
  const first = renderApp('/forgot');
  expect(await screen.findByText(/выдаст ваш координатор/)).toBeVisible();
  first.unmount();
  server.use(http.get('*/api/v1/setup', () => HttpResponse.json({ needed: false, mail: true })));
  const { user } = renderApp('/forgot');
  await user.type(await screen.findByLabelText('Имя пользователя или почта'), 'school@example.org');
  await user.click(screen.getByRole('button', { name: 'Прислать ссылку' }));
  expect(await screen.findByText(/письмо уже в пути/)).toBeVisible();
});
