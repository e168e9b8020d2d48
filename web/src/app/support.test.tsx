import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import type { SpecialistRequestDetails, SupportLoad, SupportOverview } from '@/api/gen/types.gen';
import { sessionBody, sessionValues } from '@/features/support/session-values';
import { operator } from '@/test/data/people';
import { schools } from '@/test/data/schools';
import { renderApp } from '@/test/render-app';
import { server } from '@/test/server';

const [school] = schools;
if (!school) throw new Error('test data lost its first rows');
const id = '00000000-0000-7000-8000-0000000e0001';
const card = `/support/specialists/${id}`;

const request: SpecialistRequestDetails = {
  id,
  specialist: 'SpeechTherapist',
  school: {
    id: school.id,
    name: school.name,
    municipalityCode: school.municipality.code,
    municipality: school.municipality.name,
  },
  children: 20,
  requestedOn: '2020-09-21',
  neededFromOn: '2020-10-05',
  state: 'InWork',
  late: false,
  organisation: { id: '00000000-0000-7000-8000-0000000e0002', name: 'МОЦ' },
  person: null,
  nextOn: null,
  held: 1,
  reached: 14,
  version: 3,
  reason: 'Нарушения письма',
  outcome: null,
  assignedOn: '2020-09-25',
  settledOn: null,
  sessions: [
    {
      id: '00000000-0000-7000-8000-0000000e0003',
      on: '2020-10-12',
      held: true,
      organisation: { id: '00000000-0000-7000-8000-0000000e0002', name: 'МОЦ' },
      person: null,
      counts: { children: 14, returning: 0, examined: 14, consulted: 9, teachers: 2, parents: 0 },
      note: null,
    },
  ],
  doubts: [{ code: 'children-above-pupils', message: 'В заявке детей: 20, а в школе учится 12. Проверьте число.' }],
  editable: true,
  assignable: true,
};

const load = (children: number): SupportLoad => ({
  waiting: 1,
  active: 2,
  requested: 3,
  planned: 0,
  held: 8,
  children,
  examined: children,
  consulted: children,
  teachers: 4,
  parents: 5,
});
const overview: SupportOverview = {
  from: null,
  to: null,
  total: load(864),
  specialists: [{ specialist: 'Psychologist', load: load(864) }],
  municipalities: [],
  organisations: [],
  visits: 2,
  lessons: 9,
  visitedTeachers: 21,
  consultations: 3,
  consultedTeachers: 10,
  consultedParents: 24,
  consultedHeads: 2,
};

const allowed = (...rights: string[]) =>
  http.get('*/api/v1/me', () => HttpResponse.json({ ...operator, permissions: [...operator.permissions, ...rights] }));

beforeEach(() =>
  server.use(
    allowed('support:read', 'support:write', 'requests:write'),
    http.get('*/api/v1/specialist-requests', () =>
      HttpResponse.json({ items: [request], page: 1, pageSize: 50, total: 1 }),
    ),
    http.get(`*/api/v1/specialist-requests/${id}`, () => HttpResponse.json(request, { headers: { ETag: '"3"' } })),
    http.get('*/api/v1/support/overview', () => HttpResponse.json(overview)),
  ),
);

test('the list says who waits for whom, and its file follows the filter', async () => {
  renderApp('/support/specialists?state=open&specialist=SpeechTherapist');
  const row = await screen.findByRole('row', { name: /Учитель-логопед/ });
  expect(row).toHaveTextContent(school.name);
  expect(row).toHaveTextContent('14 из 20');
  expect(row).toHaveTextContent('в работе');
  expect(within(row).getByRole('link')).toHaveAttribute('href', card);
  expect(screen.getByRole('link', { name: 'Выгрузить в Excel' })).toHaveAttribute(
    'href',
    '/api/v1/specialist-requests/file?state=Requested&state=Assigned&state=InWork&specialist=SpeechTherapist',
  );
});

test('the card counts children, doubts aloud, and writes a session down', async () => {
  let sent: unknown;
  server.use(
    http.post(`*/api/v1/specialist-requests/${id}/sessions`, async ({ request: call }) => {
      sent = await call.json();
      return HttpResponse.json({ ...request, version: 4 });
    }),
    http.get('*/api/v1/organisations/:id', () => HttpResponse.json({ people: [] })),
  );
  const { user } = renderApp(card);
  expect(await screen.findByText(/14\sдетей: обследовано и проконсультировано за 1\sзанятие/)).toBeVisible();
  expect(screen.getByText(/а в школе учится 12/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Записать занятие' }));
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByLabelText(/Детей на занятии/), '6');
  await user.type(within(dialog).getByLabelText('Обследовано'), '6');
  await user.click(within(dialog).getByRole('button', { name: 'Сохранить' }));
  await waitFor(() =>
    expect(sent).toMatchObject({
      counts: { children: 6, returning: 0, examined: 6, consulted: 0, teachers: 0, parents: 0 },
    }),
  );
});

test('the overview says how many children, and counts lead to their sessions', async () => {
  renderApp('/support/specialists/overview?year=2020');
  expect(await screen.findByText(/^864\sребёнка обследовано и проконсультировано$/)).toBeVisible();
  const row = screen.getByRole('row', { name: /Педагог-психолог/ });
  expect(within(row).getByRole('link').getAttribute('href')).toContain('from=2020-09-01&to=2021-08-31');
});

test('a planned session sends no counts, and nobody is zero once it is held', () => {
  const values = { ...sessionValues(undefined), on: '2020-10-12', children: '5' };
  expect(sessionBody(values, false).counts).toBeNull();
  expect(sessionBody(values, true).counts).toMatchObject({ children: 5, parents: 0 });
});
