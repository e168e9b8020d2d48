import type { Me } from '@/api/session';

const region = {
  code: 'RU-TA',
  name: 'Республика Татарстан',
  lowResultsLabel: 'ШНОР',
  adverseConditionsLabel: 'ШНСУ',
  timeZone: 'Europe/Moscow',
  schoolYear: '2020/2021',
};

const everything = [
  'schools:read',
  'schools:write',
  'results:read',
  'results:write',
  'cohorts:read',
  'cohorts:write',
  'imports:read',
  'imports:write',
  'places:write',
  'clients:read',
  'clients:write',
  'history:read',
  'registry:read',
  'people:read',
  'people:write',
  'organisations:read',
  'organisations:write',
  'settings:write',
  'indicators:read',
  'indicators:write',
  'definitions:write',
  'targets:write',
  'reviews:write',
  'recommendations:read',
  'recommendations:write',
  'training:read',
  'partnerships:read',
  'partnerships:write',
];

export const operator: Me = {
  id: '00000000-0000-7000-8000-000000000001',
  userName: 'operator',
  displayName: 'Оператор региона',
  role: 'Operator',
  grants: [{ role: 'Operator', place: { kind: 'region', code: 'RU-TA', name: region.name, schoolId: null } }],
  permissions: everything,
  region,
  version: 1,
  preferences: { density: 'normal', singleLetterKeys: true, theme: 'auto' },
  secondFactor: false,
  mustSetUpSecondFactor: false,
};

export const coordinator: Me = {
  ...operator,
  userName: 'coordinator',
  displayName: 'Координатор Елабуги',
  role: 'Coordinator',
  grants: [
    {
      role: 'Coordinator',
      place: { kind: 'municipality', code: '92626000', name: 'Елабужский район', schoolId: null },
    },
  ],
  permissions: [
    'schools:read',
    'results:read',
    'results:write',
    'cohorts:read',
    'imports:read',
    'imports:write',
    'people:read',
    'people:write',
    'organisations:read',
    'organisations:write',
    'indicators:read',
    'indicators:write',
    'targets:write',
    'reviews:write',
    'recommendations:read',
    'recommendations:write',
    'partnerships:read',
    'partnerships:write',
  ],
};

export const schoolPerson: Me = {
  ...operator,
  userName: 'school',
  displayName: 'Школа № 2',
  role: 'School',
  grants: [
    {
      role: 'School',
      place: { kind: 'school', code: '160312002', name: 'СОШ № 2', schoolId: '00000000-0000-7000-8000-000000001002' },
    },
  ],
  permissions: [
    'schools:read',
    'results:read',
    'cohorts:read',
    'organisations:read',
    'indicators:read',
    'indicators:write',
    'recommendations:read',
  ],
};

export const observer: Me = {
  ...operator,
  userName: 'observer',
  displayName: 'Наблюдатель',
  role: 'Observer',
  grants: [{ role: 'Observer', place: { kind: 'region', code: 'RU-TA', name: region.name, schoolId: null } }],
  permissions: [
    'schools:read',
    'results:read',
    'cohorts:read',
    'imports:read',
    'organisations:read',
    'indicators:read',
    'recommendations:read',
  ],
};

export const sessions = [
  {
    id: '00000000-0000-4000-8000-000000000001',
    client: 'Chrome на Windows',
    startedAt: '2020-02-04T07:12:00Z',
    lastSeenAt: '2020-02-04T09:30:00Z',
    current: true,
  },
  {
    id: '00000000-0000-4000-8000-000000000002',
    client: 'Firefox на Linux',
    startedAt: '2020-02-03T07:12:00Z',
    lastSeenAt: '2020-02-03T08:00:00Z',
    current: false,
  },
];
