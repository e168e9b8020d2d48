import type {
  FigureDetails,
  IndicatorAggregateDetails,
  IndicatorFigures,
  IndicatorPanel,
  IndicatorRanking,
  IndicatorTrend,
  PanelIndicator,
  PanelOption,
  SchoolIndicators,
} from '@/api/gen/types.gen';
import { schools } from './schools';

const id = (n: number) => `0193a5c0-5b1e-7000-8000-0000000009${String(n).padStart(2, '0')}`;
export const setId = id(0);

export const panelChoices: PanelOption[] = [
  { id: setId, name: 'Целевые показатели (Елабуга)', periods: ['2020', '2019'] },
  { id: id(99), name: 'Мониторинг', periods: ['2018'] },
];

const share = (numerator: number, denominator: number): FigureDetails => ({
  value: Math.round((numerator * 100_000) / denominator) / 1000,
  kind: 'RatioOfSums',
  numerator,
  denominator,
});

export const panelIndicators: PanelIndicator[] = [
  {
    id: id(1),
    setId,
    code: 'yel-01',
    number: 1,
    name: 'Доля обучающихся 5 классов с результатом ниже среднего по русскому языку',
    group: 'Качество образования',
    unit: 'Share',
    direction: 'LowerIsBetter',
    level: 'School',
    aggregation: 'RatioOfSums',
    decimals: 1,
  },
  {
    id: id(2),
    setId,
    code: 'yel-02',
    number: 2,
    name: 'Количество партнёрских договоров',
    group: 'Партнёрство',
    unit: 'Count',
    direction: 'HigherIsBetter',
    level: 'School',
    aggregation: 'Sum',
    decimals: 0,
  },
];

const figures = (figure: FigureDetails | null, more: Partial<IndicatorFigures> = {}): IndicatorFigures => ({
  figure,
  mean: figure ? 33.3 : null,
  least: figure ? 20 : null,
  greatest: figure ? 60 : null,
  registered: 5,
  schools: figure ? 4 : 0,
  withBase: figure ? 4 : 0,
  aboveZero: figure ? 4 : 0,
  withoutValue: figure ? 1 : 5,
  achieved: 0,
  missed: 0,
  awaitingValue: 0,
  withoutTarget: 5,
  withheld: 0,
  ...more,
});

const none = { figure: null, schools: 0, achieved: 0, missed: 0, withheld: 0 };

export const panel: IndicatorPanel = {
  set: { id: setId, name: 'Целевые показатели (Елабуга)' },
  period: '2020',
  indicators: panelIndicators,
  rows: [
    {
      municipality: { code: '92626000', name: 'Елабужский муниципальный район' },
      schools: 3,
      cells: [{ figure: share(30, 90), schools: 3, achieved: 2, missed: 1, withheld: 0 }, none],
    },
    {
      municipality: { code: '92629000', name: 'Зеленодольский муниципальный район' },
      schools: 2,
      cells: [
        { figure: share(12, 20), schools: 1, achieved: 0, missed: 1, withheld: 0 },
        {
          figure: { value: 3, kind: 'Sum', numerator: null, denominator: null },
          schools: 2,
          achieved: 0,
          missed: 0,
          withheld: 0,
        },
      ],
    },
  ],
  total: [
    figures(share(42, 110), { achieved: 2, missed: 2 }),
    figures({ value: 3, kind: 'Sum', numerator: null, denominator: null }),
  ],
  schools: 5,
};

const [first] = panelIndicators;
if (!first) throw new Error('No indicator.');
const spread = { count: 4, least: 20, lowerQuartile: 27.5, median: 31.7, upperQuartile: 39.6, greatest: 60 };

export const ranking: IndicatorRanking = {
  indicator: first,
  period: '2020',
  figures: figures(share(42, 110), { achieved: 2, missed: 2 }),
  spread,
  values: [20, 30, 33.333, 60],
  items: schools.slice(0, 5).map((school, i) => ({
    id: school.id,
    code: school.code,
    name: school.name,
    municipality: { code: school.municipality.code, name: school.municipality.name },
    category: i === 0 ? 'Both' : null,
    place: [1, 2, 2, 4, null][i] ?? null,
    figure: i < 4 ? share(10 + i, 30 + i) : null,
    target: i < 3 ? 35 : null,
    achievement: (['Achieved', 'Achieved', 'NotAchieved', 'NoTarget', 'NoTarget'] as const)[i] ?? null,
    small: i === 1,
    withheld: false,
  })),
  page: 1,
  pageSize: 50,
  total: 5,
};

export const aggregate: IndicatorAggregateDetails = {
  indicator: first,
  period: '2020',
  groupBy: 'municipality',
  groups: panel.rows.map(({ municipality, cells }) => ({
    key: municipality.code,
    name: municipality.name,
    figures: figures(cells[0]?.figure ?? null),
    spread,
  })),
};

export const trend: IndicatorTrend = {
  indicator: first,
  place: null,
  points: (['2019', '2020'] as const).map((period, i) => ({
    period,
    own: i === 0 ? share(55, 110) : share(42, 110),
    municipality: null,
    region: null,
    target: i === 0 ? null : 35,
    baseline: null,
    baselinePeriod: null,
    achievement: i === 0 ? 'NoTarget' : 'NotAchieved',
    withheld: false,
  })),
};

export const schoolIndicators: SchoolIndicators = {
  set: { id: setId, name: 'Целевые показатели (Елабуга)' },
  period: '2020',
  indicators: panelIndicators.map((indicator, i) => ({
    indicator,
    figure: i === 0 ? share(10, 30) : null,
    target: 35,
    achievement: i === 0 ? 'Achieved' : 'NoValue',
    municipality: null,
    region: i === 0 ? { figure: share(42, 110), schools: 4 } : null,
    small: false,
    withheld: false,
  })),
};
