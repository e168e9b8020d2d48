import { HttpResponse, http } from 'msw';
import type { HomeDetails, NotificationDetails, SavedViewDetails } from '@/api/gen/types.gen';
import { cohortIds, schools } from './data/schools';

const [first] = schools;
if (!first) throw new Error('test data lost its first school');

export const home: HomeDetails = {
  role: 'Operator',
  schools: schools.length,
  cohort: { id: cohortIds.y2020, name: 'Школы поддержки 2020 года', resultsYear: 2020, members: 71 },
  tasks: [
    { kind: 'ImportsWaiting', count: 1, list: 'imports?state=awaitingConfirmation', year: null },
    {
      kind: 'SchoolsWithoutResults',
      count: 3,
      list: `schools?cohort=${cohortIds.y2020}&withoutResults=2020`,
      year: 2020,
    },
    {
      kind: 'SchoolsFallen',
      count: 4,
      list: 'dynamics/schools?assessment=VPR&subject=main&year=2020&base=cohort&direction=falling',
      year: 2020,
    },
    { kind: 'UnusedInvitations', count: 2, list: 'people?state=Expired', year: null },
    { kind: 'KeysEnding', count: 1, list: 'clients?state=active&expiresBy=2021-09-15', year: null },
  ],
  starred: [
    {
      id: first.id,
      name: first.name,
      municipality: first.municipality.name,
      latest: { year: 2020, rising: 5, falling: 2, comparable: 7 },
    },
  ],
  region: null,
  guide: { municipalities: 8, schools: schools.length, hasResults: true, listedSchools: 71, people: 0 },
};

export const notifications: NotificationDetails[] = [
  {
    id: '00000000-0000-7000-8000-0000000000a1',
    kind: 'SchoolMoved',
    at: '2021-09-01T08:00:00Z',
    readAt: null,
    school: { id: first.id, name: first.name, reachable: true },
    import: null,
    cohort: null,
    report: null,
    courseRun: null,
  },
];

export const views: SavedViewDetails[] = [
  {
    id: '00000000-0000-7000-8000-0000000000b1',
    screen: 'Schools',
    name: 'Сельские школы',
    query: 'locality=Rural',
    shared: true,
    own: true,
    editable: true,
    version: 1,
  },
];

export const homeHandlers = [
  http.get('*/api/v1/home', () => HttpResponse.json(home)),
  http.get('*/api/v1/schools/:id/star', () => HttpResponse.json({ starred: false })),
  http.put('*/api/v1/schools/:id/star', () => new HttpResponse(null, { status: 204 })),
  http.delete('*/api/v1/schools/:id/star', () => new HttpResponse(null, { status: 204 })),
  http.get('*/api/v1/schools/:id/standing', () => HttpResponse.json({ list: null, work: null })),
  http.get('*/api/v1/notifications/count', () => HttpResponse.json({ unread: 1 })),
  http.get('*/api/v1/notifications', () =>
    HttpResponse.json({ items: notifications, page: 1, pageSize: 25, total: notifications.length }),
  ),
  http.post('*/api/v1/notifications/read-all', () => new HttpResponse(null, { status: 204 })),
  http.post('*/api/v1/notifications/:id/read', () => new HttpResponse(null, { status: 204 })),
  http.get('*/api/v1/saved-views', () => HttpResponse.json(views)),
];
