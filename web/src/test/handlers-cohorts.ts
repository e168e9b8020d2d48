import { HttpResponse, http } from 'msw';
import type { CohortSummary } from '@/api/gen/types.gen';
import { cohortIds, schools } from './data/schools';
import { missingHere, paged } from './handlers-schools';

export const cohorts: CohortSummary[] = [
  {
    id: cohortIds.y2020,
    regionCode: 'RU-TA',
    period: '2020',
    resultsYear: 2019,
    name: 'Школы поддержки 2020 года',
    orderNumber: 'под-160/20',
    orderDate: '2020-02-03',
    members: 39,
    left: 1,
    byCategory: { LowResults: 14, AdverseConditions: 13, Both: 12 },
    version: 2,
  },
  {
    id: cohortIds.y2019,
    regionCode: 'RU-TA',
    period: '2019',
    resultsYear: 2019,
    name: 'Школы поддержки 2019 года',
    orderNumber: 'пол-247/19',
    orderDate: '2019-02-18',
    members: 71,
    left: 0,
    byCategory: { LowResults: 41, AdverseConditions: 18, Both: 12 },
    version: 5,
  },
];

const find = (id: unknown) => cohorts.find((cohort) => cohort.id === id);

export const cohortHandlers = [
  http.get('*/api/v1/cohorts', () => HttpResponse.json(cohorts)),
  http.post('*/api/v1/cohorts', async ({ request }) =>
    HttpResponse.json({ ...cohorts[0], ...((await request.json()) as object), members: 0 }, { status: 201 }),
  ),
  http.get('*/api/v1/cohorts/:id', ({ params }) => {
    const cohort = find(params.id);
    return cohort ? HttpResponse.json(cohort) : missingHere();
  }),
  http.put('*/api/v1/cohorts/:id', async ({ params, request }) =>
    HttpResponse.json({ ...find(params.id), ...((await request.json()) as object) }),
  ),
  http.get('*/api/v1/cohorts/:id/members', ({ request }) => {
    const url = new URL(request.url);
    const category = url.searchParams.get('category');
    const members = schools
      .filter((school) => school.category && (!category || school.category === category))
      .map(({ id, code, name, municipality, category: kind }, at) => ({
        school: { id, code, name, municipality },
        category: kind,
        enteredOn: '2020-02-03',
        leftOn: at === 4 ? '2020-08-31' : null,
        reason: null,
        exitReason: at === 4 ? 'Достигнуты показатели' : null,
      }));
    return HttpResponse.json(paged(members, url));
  }),
  http.post('*/api/v1/cohorts/:id/members', ({ params }) => HttpResponse.json({ ...find(params.id), version: 6 })),
  http.post('*/api/v1/cohorts/:id/members/:schoolId/exit', ({ params }) =>
    HttpResponse.json({ ...find(params.id), version: 6 }),
  ),
];
