import { HttpResponse, http } from 'msw';
import { fold } from '@/lib/fold';
import { details, municipalities, schools, subjects } from './data/schools';

export const missingHere = () =>
  HttpResponse.json(
    { type: '/problems/not-found', title: 'Не найдено', status: 404, code: 'not-found' },
    { status: 404 },
  );

export function paged<T>(items: T[], url: URL) {
  const page = Number(url.searchParams.get('page') ?? 1);
  const pageSize = Number(url.searchParams.get('pageSize') ?? 50);
  return { items: items.slice((page - 1) * pageSize, page * pageSize), page, pageSize, total: items.length };
}

const ofSchool = {
  thing: 'School',
  thingKey: 's2',
  thingName: 'СОШ № 2',
  rootId: null,
  school: null,
  onBehalfOf: null,
};

const sortable = { name: 'name', code: 'code', pupils: 'pupils', teachers: 'teachers' } as const;

export const schoolHandlers = [
  http.get('*/api/v1/regions', () => HttpResponse.json([{ code: 'RU-TA', name: 'Республика Татарстан' }])),
  http.get('*/api/v1/municipalities', () => HttpResponse.json(municipalities)),
  http.get('*/api/v1/subjects', () => HttpResponse.json(subjects)),
  http.get('*/api/v1/schools', ({ request }) => {
    const url = new URL(request.url);
    const wanted = (name: string) => url.searchParams.get(name);
    const search = fold(wanted('search') ?? '');
    const found = schools.filter(
      (school) =>
        (!search || fold(`${school.name} ${school.code}`).includes(search)) &&
        (!wanted('municipality') || school.municipality.code === wanted('municipality')) &&
        (!wanted('kind') || school.kind === wanted('kind')) &&
        (!wanted('locality') || school.locality === wanted('locality')) &&
        (!wanted('state') || school.state === wanted('state')) &&
        (!wanted('category') || school.category === wanted('category')),
    );
    const sort = wanted('sort') ?? 'name';
    const key = sortable[sort.replace('-', '') as keyof typeof sortable] ?? 'name';
    const sign = sort.startsWith('-') ? -1 : 1;
    found.sort((a, b) => sign * String(a[key] ?? '').localeCompare(String(b[key] ?? ''), 'ru', { numeric: true }));
    return HttpResponse.json(paged(found, url));
  }),
  http.post('*/api/v1/schools', async ({ request }) => {
    const body = (await request.json()) as { code: string; name: string };
    const school = schools[0];
    return school ? HttpResponse.json({ ...details(school), ...body }, { status: 201 }) : missingHere();
  }),
  http.get('*/api/v1/schools/:id', ({ params }) => {
    const school = schools.find(({ id }) => id === params.id);
    return school ? HttpResponse.json(details(school), { headers: { ETag: `"${school.version}"` } }) : missingHere();
  }),
  http.put('*/api/v1/schools/:id', async ({ params, request }) => {
    const school = schools.find(({ id }) => id === params.id);
    const body = (await request.json()) as object;
    return school ? HttpResponse.json({ ...details(school), ...body, version: school.version + 1 }) : missingHere();
  }),
  http.post('*/api/v1/schools/:id/:action', ({ params }) => {
    const school = schools.find(({ id }) => id === params.id);
    return school ? HttpResponse.json({ ...details(school), state: 'Closed', editable: false }) : missingHere();
  }),
  http.get('*/api/v1/schools/:id/history', ({ request }) =>
    HttpResponse.json(
      paged(
        [
          {
            id: '00000000-0000-7000-8000-00000000c002',
            at: '2020-02-04T07:12:00Z',
            ...ofSchool,
            by: { kind: 'person', id: 'p1', name: 'Оператор региона' },
            action: 'revised',
            changes: [
              { field: 'pupils', from: '712', to: '735' },
              { field: 'website', from: null, to: 'https://school2.example.org' },
            ],
            reason: null,
          },
          {
            id: '00000000-0000-7000-8000-00000000c001',
            at: '2020-02-03T11:40:00Z',
            ...ofSchool,
            by: { kind: 'import', id: 'i1', name: 'Школы Елабуги.xlsx' },
            action: 'registered',
            changes: [{ field: 'name', from: null, to: 'СОШ № 2' }],
            reason: null,
          },
        ],
        new URL(request.url),
      ),
    ),
  ),
];
