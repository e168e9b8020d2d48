import { HttpResponse, http } from 'msw';
import type {
  IndicatorPeriodDetails,
  ReportSummary,
  SaveIndicatorCellsBody,
  SaveIndicatorTargetsBody,
  ValueStep,
} from '@/api/gen/types.gen';
import { entryGrid, saved, savedTargets, setId, trajectory } from './data/grid';
import { paged } from './handlers-schools';

export const indicatorPeriods: IndicatorPeriodDetails[] = [
  { id: 'column-2019', setId, period: '2019', dueOn: '2020-01-20', closedAt: '2020-02-01T08:00:00Z', version: 2 },
  { id: 'column-2020', setId, period: '2020', dueOn: '2021-01-20', closedAt: null, version: 1 },
];

const report = (at: number, change: Partial<ReportSummary>): ReportSummary => ({
  schoolId: `00000000-0000-7000-8000-00000000${1000 + at}`,
  schoolCode: `16031200${at}`,
  schoolName: `СОШ № ${at}`,
  municipalityCode: '92626000',
  setId,
  period: '2020',
  state: 'Draft',
  reportId: null,
  version: null,
  submittedAt: null,
  decidedAt: null,
  note: null,
  returnReason: null,
  filled: 0,
  required: 4,
  ...change,
});

export const reports: ReportSummary[] = [
  report(1, { filled: 1 }),
  report(2, {
    state: 'Submitted',
    reportId: 'report-2',
    version: 1,
    filled: 3,
    submittedAt: '2020-12-20T10:00:00Z',
    note: 'В школе нет 11 класса',
  }),
  report(3, { state: 'Returned', reportId: 'report-3', version: 2, filled: 4, returnReason: 'Проверьте математику' }),
  report(4, { state: 'Accepted', reportId: 'report-4', version: 2, filled: 4, submittedAt: '2020-12-18T10:00:00Z' }),
];

const step: ValueStep = {
  at: '2020-05-18T09:30:00Z',
  byId: null,
  byName: 'СОШ № 2',
  origin: 'Entered',
  importId: null,
  row: null,
  takenBack: false,
  from: null,
  to: null,
  comment: null,
};

export const gridHandlers = [
  http.get('*/api/v1/indicator-grid', () => HttpResponse.json(entryGrid)),
  http.get('*/api/v1/indicator-periods', () => HttpResponse.json(indicatorPeriods)),
  http.put('*/api/v1/indicator-values/cells', async ({ request }) => {
    const { cells } = (await request.json()) as SaveIndicatorCellsBody;
    return HttpResponse.json({ written: cells.length, unchanged: 0, refused: 0, cells: saved(cells) });
  }),
  http.put('*/api/v1/indicator-targets/cells', async ({ request }) => {
    const { targets } = (await request.json()) as SaveIndicatorTargetsBody;
    return HttpResponse.json({ written: targets.length, unchanged: 0, refused: 0, cells: savedTargets(targets) });
  }),
  http.get('*/api/v1/indicator-values/history', () =>
    HttpResponse.json({
      indicatorId: entryGrid.rows[1]?.indicator.id,
      indicatorName: entryGrid.rows[1]?.indicator.name,
      period: '2020',
      breakdown: '',
      items: [
        { ...step, from: '25 из 50', to: '27 из 50', comment: 'Новый учитель' },
        { ...step, at: '2020-05-11T08:00:00Z', byName: 'Координатор района', from: null, to: '25 из 50' },
      ],
    }),
  ),
  http.get('*/api/v1/indicator-targets/:id/trajectory', () => HttpResponse.json(trajectory)),
  http.get('*/api/v1/indicator-targets/lint', () => HttpResponse.json({ indicators: 5, targets: 3, items: [] })),
  http.get('*/api/v1/indicator-reports/check', () =>
    HttpResponse.json({
      required: 3,
      filled: 1,
      mayBeSubmitted: true,
      items: [entryGrid.rows[2], entryGrid.rows[3]].map((row) => ({
        indicatorId: row?.indicator.id,
        code: row?.indicator.code,
        name: row?.indicator.name,
        breakdown: '',
        finding: 'Missing',
        fault: { code: 'value-missing', message: 'Значение не введено', allowed: null },
      })),
    }),
  ),
  http.get('*/api/v1/indicator-reports', ({ request }) => {
    const url = new URL(request.url);
    const state = url.searchParams.get('state');
    return HttpResponse.json(
      paged(
        reports.filter((row) => !state || row.state === state),
        url,
      ),
    );
  }),
];
