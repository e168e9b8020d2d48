import { screen, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { coordinator } from '@/test/data/people';
import { client } from '@/test/handlers-clients';
import { renderApp } from '@/test/render-app';
import { server } from '@/test/server';

test('programs stand with their state, place and last call, and lead to their cards', async () => {
  renderApp('/clients');
  const row = await screen.findByRole('row', { name: /Электронный журнал/ });
  expect(row).toHaveTextContent('действует');
  expect(row).toHaveTextContent('31.08.2020');
  expect(within(row).getByRole('link')).toHaveAttribute('href', `/clients/${client.id}`);
});

test('a new key is shown once, with how to use it', async () => {
  let body: unknown;
  server.use(
    http.post('*/api/v1/clients', async ({ request }) => {
      body = await request.json();
      return HttpResponse.json({ client, key: 'opora_secret' }, { status: 201 });
    }),
  );
  const { user } = renderApp('/clients/new');
  await user.click(await screen.findByRole('button', { name: 'Создать ключ' }));
  expect(await screen.findByText('Заполните поле')).toBeVisible();
  expect(body).toBeUndefined();

  await user.type(screen.getByLabelText(/Название/), 'Витрина');
  await user.click(screen.getByRole('checkbox', { name: /Читать результаты/ }));
  await user.type(screen.getByLabelText(/Откуда можно вызывать/), '10.20.0.0/16, 2001:db8::/32');
  await user.click(screen.getByRole('button', { name: 'Создать ключ' }));
  expect(await screen.findByDisplayValue('opora_secret')).toBeVisible();
  expect(screen.getByRole('alert')).toHaveTextContent('Больше не покажем');
  expect(screen.getByText(/curl -H/)).toHaveTextContent('ВАШ_КЛЮЧ');
  expect(body).toEqual({
    name: 'Витрина',
    kind: 'integration',
    place: 'RU-TA',
    permissions: ['registry:read', 'indicators:read'],
    expiresOn: null,
    networks: ['10.20.0.0/16', '2001:db8::/32'],
  });
});

test('a key is changed with an overlap, in the version that is shown', async () => {
  let sent: unknown;
  server.use(
    http.post('*/api/v1/clients/:id/rotate', async ({ request }) => {
      sent = [request.headers.get('If-Match'), await request.json()];
      return HttpResponse.json({ client: { ...client, version: 4 }, key: 'opora_next' });
    }),
  );
  const { user } = renderApp(`/clients/${client.id}`);
  await user.click(await screen.findByRole('button', { name: 'Сменить ключ' }));
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Выпустить новый ключ' }));
  expect(await screen.findByDisplayValue('opora_next')).toBeVisible();
  expect(sent).toEqual(['"3"', { overlapHours: 24 }]);
});

test('revoking asks to type the name', async () => {
  let body: unknown;
  server.use(
    http.post('*/api/v1/clients/:id/revoke', async ({ request }) => {
      body = await request.json();
      return HttpResponse.json({
        ...client,
        state: 'revoked',
        revokedAt: '2020-02-05T07:00:00Z',
        revokeReason: 'Утечка',
      });
    }),
  );
  const { user } = renderApp(`/clients/${client.id}`);
  await user.click(await screen.findByRole('button', { name: 'Отозвать' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.type(dialog.getByLabelText(/Причина/), 'Утечка');
  await user.type(dialog.getByLabelText(/введите название/), 'Журнал');
  await user.click(dialog.getByRole('button', { name: 'Отозвать навсегда' }));
  expect(await dialog.findByText('Название не совпадает')).toBeVisible();
  expect(body).toBeUndefined();
  await user.clear(dialog.getByLabelText(/введите название/));
  await user.type(dialog.getByLabelText(/введите название/), client.name);
  await user.click(dialog.getByRole('button', { name: 'Отозвать навсегда' }));
  expect(await screen.findByText(/Доступ отозван 05.02.2020/)).toBeVisible();
  expect(body).toEqual({ reason: 'Утечка' });
});

test('only operators see keys', async () => {
  server.use(http.get('*/api/v1/me', () => HttpResponse.json(coordinator)));
  renderApp('/clients');
  expect(await screen.findByRole('heading', { level: 1, name: 'Нет доступа' })).toBeVisible();
});
