import type {
  Achievement,
  CellFault,
  CellResult,
  CellTarget,
  CellWrite,
  GridCell,
  GridColumn,
  GridIndicator,
  GridRow,
  IndicatorGrid,
  TargetPoint,
  TargetTrajectory,
  TargetWrite,
} from '@/api/gen/types.gen';

/** The one set of the test server: it is told by the handlers of definitions. */
export const setId = '00000000-0000-7000-8000-000000006001';
const schoolId = '00000000-0000-7000-8000-000000001002';

const emptyCell: GridCell = {
  valueId: null,
  version: 0,
  numerator: null,
  denominator: null,
  number: null,
  text: null,
  input: null,
  small: false,
  suppressed: false,
  origin: null,
  changedAt: null,
  comment: null,
  warning: null,
  yearBefore: null,
  target: null,
  achievement: 'NoTarget',
  lock: null,
  targetLock: null,
};

export const cellOf = (change: Partial<GridCell>): GridCell => ({ ...emptyCell, ...change });

/** A cell that holds «12/43» or «73,4», as the server would tell it. */
export function valueCell(input: string, change: Partial<GridCell> = {}): GridCell {
  const [numerator, denominator] = input.split('/').map((text) => Number(text.replace(',', '.')));
  const ratio = denominator !== undefined;
  const number = ratio ? Math.round(((numerator ?? 0) * 100_000) / denominator) / 1000 : (numerator ?? 0);
  return cellOf({
    valueId: `value-${input}`,
    version: 1,
    numerator: ratio ? (numerator ?? 0) : null,
    denominator: denominator ?? null,
    number,
    text: input.replace('/', ' из '),
    input,
    origin: 'Entered',
    changedAt: '2020-05-18T09:30:00Z',
    ...change,
  });
}

const lock = (code: string, message: string): CellFault => ({ code, message, allowed: null });

export const targetOf = (number: number, text: string) => ({
  id: `target-${number}`,
  version: 1,
  number,
  text,
  baseline: number + 10,
  baselineText: `${number + 10} %`,
  baselinePeriod: '2019',
  note: 'Программа школы',
  doubts: [] as CellFault[],
});

let made = 0;
export function indicatorOf(change: Partial<GridIndicator>): GridIndicator {
  made += 1;
  return {
    id: `00000000-0000-7000-8000-0000000b${String(made).padStart(4, '0')}`,
    code: `yel-${String(made).padStart(2, '0')}`,
    number: made,
    name: `Показатель ${made}`,
    group: 'Результаты ВПР',
    unit: 'Share',
    direction: 'LowerIsBetter',
    periodKind: 'CalendarYear',
    enteredBy: 'School',
    aggregation: 'RatioOfSums',
    decimals: 1,
    minimum: 0,
    maximum: 100,
    range: '0–100',
    method: 'По протоколам работы',
    formula: null,
    warnChangePercent: 40,
    versionNo: 1,
    retiredFromOn: null,
    ...change,
  };
}

const columnOf = (period: string, change: Partial<GridColumn> = {}): GridColumn => ({
  id: `column-${period}`,
  period,
  dueOn: null,
  closed: false,
  reportId: null,
  reportState: null,
  reportVersion: null,
  returnReason: null,
  ...change,
});

const row = (change: Partial<GridIndicator>, ...cells: GridCell[]): GridRow => ({
  indicator: indicatorOf(change),
  parts: [{ breakdown: '', name: '', cells }],
});

const closed = lock('period-closed', 'Период 2019 закрыт');
const computed = lock('indicator-computed', 'Показатель считается по формуле: вводить его не нужно');
const ofWhole = lock('target-of-whole', 'Цель ставят только показателю целиком, а не его частям');
const other = lock('entered-by-other', 'Этот показатель вводит муниципальный координатор');

const rows: GridRow[] = [
  row(
    { name: 'Доля обучающихся 5 классов с отметками «2» и «3» по русскому языку', enteredBy: 'Formula' },
    valueCell('20/43', { lock: computed, origin: 'Computed', achievement: 'NoTarget' }),
    valueCell('12/43', { lock: computed, origin: 'Computed', target: targetOf(30, '30 %'), achievement: 'Achieved' }),
  ),
  row(
    { name: 'Доля обучающихся 6 классов с отметками «2» и «3» по математике' },
    valueCell('30/50', { lock: closed }),
    valueCell('27/50', {
      target: targetOf(50, '50 %'),
      achievement: 'NotAchieved',
      comment: 'Новый учитель',
      version: 3,
    }),
  ),
  row(
    { name: 'Доля учителей, прошедших повышение квалификации', group: 'Кадры', direction: 'HigherIsBetter' },
    valueCell('10/20', { lock: closed }),
    cellOf({ target: targetOf(70, '70 %'), achievement: 'NoValue' }),
  ),
  row(
    { name: 'Число договоров с партнёрами', group: 'Кадры', unit: 'Count', maximum: null, range: 'от 0' },
    cellOf({ lock: closed }),
    cellOf({}),
  ),
  row(
    { name: 'Школа участвует в сетевом проекте', group: 'Кадры', unit: 'YesNo', enteredBy: 'Municipality' },
    cellOf({ lock: closed, target: targetOf(1, 'да'), achievement: 'NoValue' }),
    cellOf({ lock: other }),
  ),
];
const parted = rows[1];
if (parted)
  parted.parts.push({
    breakdown: 'grade=6',
    name: '6 класс',
    cells: [cellOf({ lock: closed, targetLock: ofWhole }), cellOf({ targetLock: ofWhole })],
  });
for (const { parts } of rows) {
  const [first] = parts[0]?.cells ?? [];
  if (first) first.targetLock = closed;
}

export const entryGrid: IndicatorGrid = {
  setId,
  setName: 'Целевые показатели программы',
  regionCode: 'RU-TA',
  municipalityCode: '92626000',
  schoolId,
  level: 'School',
  placeName: 'СОШ № 2',
  mayWrite: true,
  maySetTargets: true,
  mayDecide: true,
  columns: [columnOf('2019', { closed: true }), columnOf('2020', { dueOn: '2021-01-20' })],
  rows,
};

/** A grid as large as people make them: so many indicators by so many periods. */
export function bigGrid(indicators: number, periods: number): IndicatorGrid {
  const columns = Array.from({ length: periods }, (_, at) => columnOf(`${2000 + Math.floor(at / 4)}-Q${(at % 4) + 1}`));
  return {
    ...entryGrid,
    columns,
    rows: Array.from({ length: indicators }, (_, at) =>
      row(
        { group: `Раздел ${Math.floor(at / 10) + 1}`, periodKind: 'Quarter' },
        ...columns.map((_, period) =>
          (at + period) % 3 === 0
            ? cellOf({})
            : valueCell(`${at}/${at + period + 9}`, { target: targetOf(50, '50 %'), achievement: 'Achieved' }),
        ),
      ),
    ),
  };
}

const judged = (direction: GridIndicator['direction'], number: number | null, aim: number): Achievement => {
  if (number === null) return 'NoValue';
  return (direction === 'HigherIsBetter' ? number >= aim : number <= aim) ? 'Achieved' : 'NotAchieved';
};

/** What became of cells, as the server would say: over 900 is refused, everything else is kept. */
export function saved(writes: readonly CellWrite[], grid: IndicatorGrid = entryGrid): CellResult[] {
  return writes.map((write, index) => {
    const found = grid.rows.find(({ indicator }) => indicator.id === write.indicatorId);
    const at = grid.columns.findIndex(({ period }) => period === write.period);
    const part = found?.parts.find(({ breakdown }) => breakdown === (write.breakdown ?? ''));
    const was = part?.cells[at] ?? emptyCell;
    const input = write.value?.text ?? null;
    const change: Partial<GridCell> = {
      target: was.target,
      version: write.version + 1,
      comment: write.comment === undefined ? was.comment : write.comment || null,
    };
    const cell = input === null ? cellOf({ ...change, version: 0 }) : valueCell(input, change);
    if (cell.target)
      cell.achievement = judged(found?.indicator.direction ?? 'Neutral', cell.number, cell.target.number);
    return { index, outcome: 'Saved', faults: [], cell, changedById: null, changedByName: null };
  });
}

/** What became of targets, as the server would say: all are kept. */
export function savedTargets(writes: readonly TargetWrite[], grid: IndicatorGrid = entryGrid): CellResult[] {
  const number = (text: string | null | undefined) =>
    text == null || text === '–' ? null : Number(text.replace(/\s*%$/, '').replace(',', '.'));
  return writes.map((write, index) => {
    const at = grid.columns.findIndex(({ period }) => period === write.period);
    const was = grid.rows.find(({ indicator }) => indicator.id === write.indicatorId)?.parts[0]?.cells[at] ?? emptyCell;
    const aim = number(write.target?.text);
    const start = write.baseline == null ? (was.target?.baseline ?? null) : number(write.baseline.text);
    const target: CellTarget | null =
      aim === null
        ? null
        : {
            ...targetOf(aim, `${aim} %`),
            version: write.version + 1,
            baseline: start,
            baselineText: start === null ? null : `${start} %`,
            baselinePeriod: write.baselinePeriod ?? null,
            note: write.note ?? was.target?.note ?? null,
          };
    return { index, outcome: 'Saved', faults: [], cell: { ...was, target }, changedById: null, changedByName: null };
  });
}

/** A server that keeps everything at once. */
export const keeper = (grid: IndicatorGrid = entryGrid) => ({
  values: async (cells: CellWrite[]) => saved(cells, grid),
  targets: async (targets: TargetWrite[]) => savedTargets(targets, grid),
});

const point = (period: string, expected: number, value: number | null): TargetPoint => ({
  period,
  expected,
  expectedText: `${expected} %`,
  value,
  valueText: value === null ? null : `${value} %`,
  onTrack: value === null ? null : value <= expected,
});

/** From 60 % in 2018 down to 50 % in 2020, the less the better: 58 % in 2019 is behind. */
export const trajectory: TargetTrajectory = {
  targetId: 'target-50',
  indicatorId: rows[1]?.indicator.id ?? '',
  indicatorName: rows[1]?.indicator.name ?? '',
  target: targetOf(50, '50 %'),
  points: [point('2018', 60, 60), point('2019', 55, 58), point('2020', 50, null)],
  onTrack: false,
  achievement: 'NoValue',
};
