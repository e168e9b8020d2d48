import { screen, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import type { PartnershipDetails } from '@/api/gen/types.gen';
import { renderApp } from '@/test/render-app';
import { server } from '@/test/server';

const agreement: PartnershipDetails = {
  id: '0193a5c0-5b1e-7000-8000-00000000c001',
  subject: 'Сопровождение учителей математики',
  number: '12/2020',
  signedOn: '2020-04-20',
  startsOn: null,
  endsOn: '2021-08-31',
  state: 'Expiring',
  parties: [
    {
      role: 'Supported',
      schoolId: '0193a5c0-5b1e-7000-8000-00000000c002',
      organisationId: null,
      name: 'СОШ № 2',
      municipalityCode: '92626000',
      municipalityName: 'Елабужский муниципальный район',
    },
    {
      role: 'Partner',
      schoolId: null,
      organisationId: '0193a5c0-5b1e-7000-8000-00000000c003',
      name: 'ИРО',
      municipalityCode: null,
      municipalityName: null,
    },
  ],
  actions: 2,
  actionsDone: 1,
  version: 3,
  terminatedOn: null,
  terminationReason: null,
  scan: null,
  jointActions: [
    {
      id: '0193a5c0-5b1e-7000-8000-00000000c004',
      number: 1,
      text: 'Открытый урок',
      dueOn: null,
      doneOn: '2020-10-28',
      outcome: 'Были 9 учителей',
    },
    {
      id: '0193a5c0-5b1e-7000-8000-00000000c005',
      number: 2,
      text: 'Семинар',
      dueOn: '2020-11-30',
      doneOn: null,
      outcome: null,
    },
  ],
  editable: true,
};

const page = (items: PartnershipDetails[]) => HttpResponse.json({ items, page: 1, pageSize: 50, total: items.length });

test('the list tells both sides, the term and the state; a state is asked of the server and stands in the address', async () => {
  const asked: string[] = [];
  server.use(
    http.get('*/api/v1/partnerships', ({ request }) => {
      asked.push(new URL(request.url).searchParams.get('state') ?? '');
      return page([agreement]);
    }),
  );
  const { router } = renderApp('/support/partnerships?state=Expiring');
  const row = within(await screen.findByRole('row', { name: /СОШ № 2/ }));
  expect(row.getByText('ИРО')).toBeVisible();
  expect(row.getByText('истекает')).toBeVisible();
  expect(row.getByText('1 из 2')).toBeVisible();
  expect(asked).toContain('Expiring');
  expect(router.state.location.search).toMatchObject({ state: 'Expiring' });
});

test('an agreement ends under the version seen, with a day and a reason', async () => {
  let sent: { on?: string; reason?: string; version?: string | null } = {};
  server.use(
    http.get('*/api/v1/partnerships/:id', () => HttpResponse.json(agreement)),
    http.post('*/api/v1/partnerships/:id/terminate', async ({ request }) => {
      sent = { ...((await request.json()) as object), version: request.headers.get('If-Match') };
      return HttpResponse.json({
        ...agreement,
        state: 'Terminated',
        terminatedOn: '2020-12-01',
        terminationReason: 'Реорганизация',
      });
    }),
  );
  const { user } = renderApp(`/support/partnerships/${agreement.id}`);
  await user.click(await screen.findByRole('button', { name: 'Расторгнуть' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.type(dialog.getByRole('textbox', { name: 'Причина' }), 'Реорганизация');
  await user.click(dialog.getByRole('button', { name: 'Расторгнуть' }));
  expect(await screen.findByText('Реорганизация')).toBeVisible();
  expect(sent).toMatchObject({ reason: 'Реорганизация', version: '"3"' });
});

test('who only reads it is told who may change it', async () => {
  server.use(http.get('*/api/v1/partnerships/:id', () => HttpResponse.json({ ...agreement, editable: false })));
  renderApp(`/support/partnerships/${agreement.id}`);
  expect(await screen.findByText(/Изменяет договор поддерживаемая сторона/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Расторгнуть' })).toBeNull();
});

test('a scan goes with its name under the version seen, and is offered to both sides', async () => {
  let sent: { name?: string | null; version?: string | null; type?: string | null } = {};
  server.use(
    http.get('*/api/v1/partnerships/:id', () => HttpResponse.json(agreement)),
    http.put('*/api/v1/partnerships/:id/scan', ({ request }) => {
      const { headers } = request;
      sent = {
        name: new URL(request.url).searchParams.get('name'),
        version: headers.get('If-Match'),
        type: headers.get('Content-Type'),
      };
      const scan = { name: 'Договор.pdf', size: 2048, sentAt: '2020-09-01T08:00:00Z' };
      return HttpResponse.json({ ...agreement, version: 4, scan });
    }),
  );
  const { user } = renderApp(`/support/partnerships/${agreement.id}`);
  await screen.findByRole('button', { name: 'Приложить скан' });
  const input = document.querySelector('input[type=file]') as HTMLInputElement;
  await user.upload(input, new File(['%PDF'], 'Договор.pdf', { type: 'application/pdf' }));
  expect(await screen.findByRole('link', { name: 'Договор.pdf' })).toHaveAttribute(
    'href',
    `/api/v1/partnerships/${agreement.id}/scan`,
  );
  expect(sent).toEqual({ name: 'Договор.pdf', version: '"3"', type: 'application/pdf' });
});
