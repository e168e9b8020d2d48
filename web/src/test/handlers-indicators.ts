import { HttpResponse, http } from 'msw';
import type {
  DefineIndicatorBody,
  IndicatorDetails,
  IndicatorSetImport,
  IndicatorSetSummary,
  ReadySetSummary,
  RecomputationDetails,
  ReviseIndicatorBody,
} from '@/api/gen/types.gen';
import { fold } from '@/lib/fold';
import { missingHere, paged } from './handlers-schools';

export const setId = '00000000-0000-7000-8000-000000006001';
export const indicatorIds = {
  quality: '00000000-0000-7000-8000-000000006101',
  computed: '00000000-0000-7000-8000-000000006102',
};

export const indicatorSet: IndicatorSetSummary = {
  id: setId,
  regionCode: 'RU-TA',
  code: 'programme',
  name: 'Целевые показатели программы',
  note: 'По программе 2020 года',
  indicators: 2,
  retired: 0,
  version: 1,
  editable: true,
};

const now = {
  no: 2,
  validFromOn: '2020-01-01',
  validToOn: null,
  name: 'Качество успеваемости: начальная школа',
  group: 'Успеваемость',
  unit: 'Share',
  direction: 'HigherIsBetter',
  level: 'School',
  periodKind: 'CalendarYear',
  enteredBy: 'School',
  aggregation: 'RatioOfSums',
  breakdown: 'None',
  range: '0–100',
  formula: null,
  method: 'По итогам года',
} satisfies IndicatorDetails['definitions'][number];

const quality: IndicatorDetails = {
  id: indicatorIds.quality,
  regionCode: 'RU-TA',
  set: { id: setId, code: indicatorSet.code, name: indicatorSet.name },
  code: 'quality',
  number: 1,
  name: now.name,
  group: now.group,
  unit: 'Share',
  direction: 'HigherIsBetter',
  level: 'School',
  periodKind: 'CalendarYear',
  enteredBy: 'School',
  aggregation: 'RatioOfSums',
  breakdown: 'None',
  decimals: 1,
  definitionNo: 2,
  validFromOn: '2020-01-01',
  retiredFromOn: null,
  formula: null,
  formulaInWords: null,
  periods: ['2019', '2020'],
  version: 3,
  method: now.method,
  warnChangePercent: 40,
  min: null,
  max: null,
  range: now.range,
  definitions: [now, { ...now, no: 1, validFromOn: '2018-01-01', validToOn: '2019-12-31', direction: 'Neutral' }],
  usedBy: [],
  editable: true,
};

export const indicators: IndicatorDetails[] = [
  quality,
  {
    ...quality,
    id: indicatorIds.computed,
    code: 'vpr-5-russian',
    number: 2,
    name: 'Доля отметок «2» и «3» по ВПР по русскому языку',
    group: 'ВПР',
    direction: 'LowerIsBetter',
    enteredBy: 'Formula',
    formula: 'marks(VPR, russian, 5, 2, 3)',
    formulaInWords: 'доля учеников с отметками «2» и «3» по ВПР, русский язык, 5 класс',
    periods: [],
    definitions: [{ ...now, no: 1, enteredBy: 'Formula', formula: 'marks(VPR, russian, 5, 2, 3)' }],
    usedBy: [{ code: 'quality', name: now.name }],
  },
];

export const readySets: ReadySetSummary[] = [
  {
    code: 'yelabuga-2020',
    name: 'Целевые показатели школьной программы (Елабуга)',
    note: '38 показателей в 7 разделах.',
    indicators: 38,
    computed: 10,
    groups: ['Успеваемость', 'Профессиональный рост педагогов'],
    adopted: [],
  },
];

export const takenSet: IndicatorSetImport = {
  dryRun: false,
  setId,
  code: 'yelabuga-2020',
  name: 'Целевые показатели школьной программы (Елабуга)',
  set: 'Created',
  created: 38,
  changed: 0,
  unchanged: 0,
  refused: 0,
  items: [],
};

const find = (id: unknown) => indicators.find((one) => one.id === id);

/** A card after a change: the next version of it, with what changed. */
const changed = (id: unknown, more: object) => {
  const one = find(id);
  return one ? HttpResponse.json({ ...one, version: one.version + 1, ...more }) : missingHere();
};

export const recomputation: RecomputationDetails = {
  regionCode: 'RU-TA',
  waits: false,
  runs: false,
  done: 93,
  total: 93,
  startedAt: '2020-02-03T09:59:00Z',
  finishedAt: '2020-02-03T10:00:00Z',
};

export const indicatorHandlers = [
  http.get('*/api/v1/indicator-sets', () => HttpResponse.json([indicatorSet])),
  http.get('*/api/v1/indicator-sets/ready', () => HttpResponse.json(readySets)),
  http.post('*/api/v1/indicator-sets/ready/:code', () => HttpResponse.json(takenSet)),
  http.post('*/api/v1/indicator-formulas/check', () =>
    HttpResponse.json({ isRight: true, words: 'доля учеников с отметкой «2»', uses: null, errors: [] }),
  ),
  http.get('*/api/v1/indicator-recomputation', () => HttpResponse.json(recomputation)),
  http.get('*/api/v1/indicators', ({ request }) => {
    const url = new URL(request.url);
    const search = fold(url.searchParams.get('search') ?? '');
    const source = url.searchParams.get('enteredBy');
    const found = indicators.filter(
      (one) => fold(`${one.name} ${one.code}`).includes(search) && (!source || one.enteredBy === source),
    );
    return HttpResponse.json(paged(found, url));
  }),
  http.post('*/api/v1/indicators', async ({ request }) => {
    const body = (await request.json()) as DefineIndicatorBody;
    return HttpResponse.json({ ...quality, ...body, definitions: [now] }, { status: 201 });
  }),
  http.get('*/api/v1/indicators/:id', ({ params }) => {
    const one = find(params.id);
    return one ? HttpResponse.json(one) : missingHere();
  }),
  http.put('*/api/v1/indicators/:id', async ({ params, request }) =>
    changed(params.id, (await request.json()) as ReviseIndicatorBody),
  ),
  http.post('*/api/v1/indicators/:id/retirement', async ({ params, request }) =>
    changed(params.id, { retiredFromOn: ((await request.json()) as { fromOn: string }).fromOn }),
  ),
  http.delete('*/api/v1/indicators/:id/retirement', ({ params }) => changed(params.id, { retiredFromOn: null })),
];
