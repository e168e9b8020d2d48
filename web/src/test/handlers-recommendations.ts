import { HttpResponse, http } from 'msw';
import type {
  AddRecommendationBody,
  OfferedFigures,
  RecommendationBody,
  RecommendationDetails,
  SettleRecommendationBody,
} from '@/api/gen/types.gen';
import { operator } from './data/people';
import { schools } from './data/schools';
import { missingHere, paged } from './handlers-schools';

const [first] = schools;
if (!first) throw new Error('test data lost its first school');

export const recommendationIds = {
  overdue: '00000000-0000-7000-8000-000000006001',
  municipal: '00000000-0000-7000-8000-000000006002',
  done: '00000000-0000-7000-8000-000000006003',
};
export const watched = '00000000-0000-7000-8000-000000006101';

const bare = {
  kind: 'Recommendation',
  owner: null,
  dueOn: null,
  overdue: false,
  state: 'Open',
  causes: 0,
  version: 1,
  outcome: null,
  settledAt: null,
  madeAt: '2021-06-01T08:00:00Z',
  figures: [],
  editable: true,
} satisfies Partial<RecommendationDetails>;

const toSchool = {
  regionCode: 'RU-TA',
  municipalityCode: first.municipality.code,
  schoolId: first.id,
  name: first.name,
};

export const recommendations: RecommendationDetails[] = [
  {
    ...bare,
    id: recommendationIds.overdue,
    text: 'Разобрать на заседании методического объединения задания ВПР по русскому языку',
    to: toSchool,
    owner: { id: operator.id, name: operator.displayName },
    dueOn: '2021-08-31',
    overdue: true,
    causes: 1,
    figures: [
      {
        indicatorId: watched,
        indicator: 'Доля «2» и «3» по ВПР, русский язык, 5 класс',
        period: '2020',
        schoolId: first.id,
        municipalityCode: first.municipality.code,
        figure: '39 из 73 (53,4\u00a0%)',
        target: '52,0\u00a0%',
      },
    ],
  },
  {
    ...bare,
    id: recommendationIds.municipal,
    kind: 'Decision',
    text: 'Провести семинар для учителей математики',
    to: { regionCode: 'RU-TA', municipalityCode: '92626000', schoolId: null, name: 'Елабужский муниципальный район' },
    dueOn: '2021-09-20',
  },
  {
    ...bare,
    id: recommendationIds.done,
    text: 'Заключить договор о наставничестве',
    to: toSchool,
    state: 'Done',
    outcome: 'Договор заключён',
    settledAt: '2021-05-20T08:00:00Z',
  },
];

export const offered: OfferedFigures[] = [
  {
    indicatorId: watched,
    indicator: 'Доля «2» и «3» по ВПР, русский язык, 5 класс',
    group: 'Успеваемость',
    figures: [
      { period: '2020', figure: '39 из 73 (53,4\u00a0%)', target: '52,0\u00a0%' },
      { period: '2019', figure: '41 из 70 (58,6\u00a0%)', target: null },
    ],
  },
];

const find = (id: unknown) => recommendations.find((one) => one.id === id);

/** A card after a change: the next version of it, with what changed. */
const changed = (id: unknown, more: Partial<RecommendationDetails>) => {
  const one = find(id);
  return one ? HttpResponse.json({ ...one, version: one.version + 1, ...more }) : missingHere();
};

export const recommendationHandlers = [
  http.get('*/api/v1/recommendations', ({ request }) => {
    const url = new URL(request.url);
    const wanted = (name: string) => url.searchParams.get(name);
    const found = recommendations.filter(
      (one) =>
        (!wanted('state') || one.state === wanted('state')) &&
        (!wanted('kind') || one.kind === wanted('kind')) &&
        (!wanted('school') || one.to.schoolId === wanted('school')) &&
        (!wanted('municipality') || one.to.municipalityCode === wanted('municipality')) &&
        (!wanted('overdue') || one.overdue) &&
        (!wanted('mine') || one.owner?.id === operator.id),
    );
    return HttpResponse.json(paged(found, url));
  }),
  http.get('*/api/v1/recommendations/figures', () => HttpResponse.json(offered)),
  http.post('*/api/v1/recommendations', async ({ request }) => {
    const { says } = (await request.json()) as AddRecommendationBody;
    const { causes: _, ownerId: __, ...more } = says;
    return HttpResponse.json({ ...bare, ...more, id: recommendationIds.overdue, to: toSchool }, { status: 201 });
  }),
  http.get('*/api/v1/recommendations/:id', ({ params }) => {
    const one = find(params.id);
    return one ? HttpResponse.json(one) : missingHere();
  }),
  http.put('*/api/v1/recommendations/:id', async ({ params, request }) => {
    const { kind, text, dueOn = null } = (await request.json()) as RecommendationBody;
    return changed(params.id, { kind, text, dueOn });
  }),
  http.post('*/api/v1/recommendations/:id/settle', async ({ params, request }) => {
    const { cancelled, outcome } = (await request.json()) as SettleRecommendationBody;
    return changed(params.id, { state: cancelled ? 'Cancelled' : 'Done', outcome, settledAt: '2021-09-01T08:00:00Z' });
  }),
  http.post('*/api/v1/recommendations/:id/reopen', ({ params }) =>
    changed(params.id, { state: 'Open', settledAt: null }),
  ),
];
