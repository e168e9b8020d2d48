import type { ImportDetails, ImportError, ImportPreview } from '@/api/gen/types.gen';

const base: ImportDetails = {
  id: '00000000-0000-7000-8000-0000000000a1',
  kind: 'exam-results',
  source: 'file',
  state: 'awaitingConfirmation',
  step: 'mapping',
  fileName: 'ЕГЭ школы № 2.csv',
  size: 912,
  mode: 'partial',
  dryRun: false,
  rowsTotal: 14,
  rowsDone: 0,
  counts: { received: 0, created: 0, updated: 0, unchanged: 0, rejected: 0 },
  ready: 0,
  errorsTotal: 0,
  errorsByCode: [],
  errors: [],
  createdAt: '2020-02-03T09:10:00Z',
  finishedAt: null,
  by: { kind: 'Person', id: 'p1', name: 'Оператор региона' },
  canRollBack: false,
  message: null,
  mapping: null,
  mappingName: null,
  corrections: [],
  errorsUrl: '',
  version: 1,
};

export const rowErrors: ImportError[] = [
  {
    index: 3,
    row: 5,
    column: 'C',
    sheet: null,
    allowed: null,
    code: 'number-invalid',
    pointer: '/items/3/mean',
    value: '73,4 б.',
    message: 'Ожидается число, например 73,4.',
  },
  {
    index: 7,
    row: 9,
    column: 'A',
    sheet: null,
    allowed: null,
    code: 'subject-unknown',
    pointer: '/items/7/subject',
    value: 'Черчение',
    message: 'Такого предмета нет в справочнике. Выберите предмет из списка или уберите строку.',
  },
  {
    index: 7,
    row: 9,
    column: 'C',
    sheet: null,
    allowed: null,
    code: 'out-of-range',
    pointer: '/items/7/mean',
    value: '512',
    message: 'Средний балл ЕГЭ – от 0 до 100.',
  },
  {
    index: 11,
    row: 13,
    column: 'F',
    sheet: null,
    allowed: null,
    code: 'marks-percent-sum',
    pointer: '/items/11/marksPercent',
    value: '107',
    message: 'Доли отметок в сумме дают 107 %. Допустимо от 99,5 до 100,5.',
  },
];

export const mappingJob = base;

export const checkedJob: ImportDetails = {
  ...base,
  id: '00000000-0000-7000-8000-0000000000a2',
  fileName: 'ВПР Елабуга 2019.xlsx',
  size: 48_211,
  step: 'checked',
  rowsTotal: 421,
  rowsDone: 421,
  ready: 412,
  counts: { received: 416, created: 380, updated: 20, unchanged: 12, rejected: 4 },
  errorsTotal: 4,
  errorsByCode: [
    { code: 'number-invalid', count: 1 },
    { code: 'subject-unknown', count: 1 },
    { code: 'out-of-range', count: 1 },
    { code: 'marks-percent-sum', count: 1 },
  ],
  errors: rowErrors,
  version: 4,
};

export const loadingJob: ImportDetails = {
  ...checkedJob,
  id: '00000000-0000-7000-8000-0000000000a3',
  fileName: 'Результаты региона 2019.csv',
  state: 'running',
  step: 'loading',
  rowsTotal: 120_000,
  rowsDone: 46_000,
  errorsTotal: 0,
  errorsByCode: [],
  errors: [],
};

export const doneJob: ImportDetails = {
  ...base,
  id: '00000000-0000-7000-8000-0000000000a4',
  fileName: 'ЕГЭ школы № 2.csv',
  state: 'succeeded',
  step: 'done',
  rowsDone: 14,
  counts: { received: 46, created: 44, updated: 0, unchanged: 2, rejected: 0 },
  finishedAt: '2020-02-03T09:12:00Z',
  canRollBack: true,
  mappingName: 'ЕГЭ школы № 2',
  version: 7,
};

export const failedJob: ImportDetails = {
  ...base,
  id: '00000000-0000-7000-8000-0000000000a5',
  fileName: 'школы.xlsx',
  kind: 'schools',
  state: 'failed',
  step: 'done',
  rowsTotal: null,
  message: 'Файл защищён паролем. Сохраните его без пароля и загрузите снова.',
  finishedAt: '2020-02-02T09:12:00Z',
};

export const pastImports = [base, checkedJob, loadingJob, doneJob, failedJob];

const header = [
  'subject',
  'school_mean_2018',
  'school_mean_2019',
  'region_mean_2018',
  'region_mean_2019',
  'dynamics_printed',
];
const rows = [
  ['Русский язык', '73.4', '71.1', '74.1', '73.9', '-2.31'],
  ['Математика базовая', '4.33', '4.3', '4.40', '4.48', '-0.03'],
  ['Математика профиль', '49.6', '61', '57.7', '63.7', '11.37'],
  ['Физика', '54', '68.5', '57.0', '60.0', '14.5'],
  ['География', '', '60', '64.34', '64.82', ''],
];

export const preview: ImportPreview = {
  encoding: 'UTF-8',
  delimiter: ',',
  sheets: [{ name: '', rows: 15, hidden: false }],
  sheet: '',
  headerRow: 1,
  firstRow: 2,
  columnsTotal: 6,
  rowNumbers: [1, 2, 3, 4, 5, 6],
  assumed: [],
  columns: header.map((name, at) => ({
    letter: 'ABCDEF'[at] ?? '',
    header: name,
    samples: rows
      .map((row) => row[at] ?? '')
      .filter(Boolean)
      .slice(0, 3),
  })),
  rows: [header, ...rows],
  guess: {
    sheet: null,
    headerRow: 1,
    firstRow: 2,
    constants: { assessment: 'EGE', grade: '11' },
    columns: { subject: 'A' },
    series: [
      { constants: { schoolCode: '160312002', year: '2018' }, columns: { mean: 'B' } },
      { constants: { schoolCode: '160312002', year: '2019' }, columns: { mean: 'C' } },
      { constants: { placeCode: 'RU-TA', year: '2018' }, columns: { mean: 'D' } },
      { constants: { placeCode: 'RU-TA', year: '2019' }, columns: { mean: 'E' } },
    ],
  },
  guessedFrom: 'ЕГЭ школы № 2',
  fields: [
    {
      name: 'schoolCode',
      label: 'Код школы',
      required: false,
      hint: 'Код школы, её название или код места',
      example: '',
    },
    { name: 'schoolName', label: 'Название школы', required: false, hint: '', example: '' },
    {
      name: 'placeCode',
      label: 'Код региона или муниципалитета',
      required: false,
      hint: 'Для опубликованных средних',
      example: '',
    },
    { name: 'year', label: 'Год', required: true, hint: 'Календарный год процедуры', example: '' },
    { name: 'assessment', label: 'Процедура', required: true, hint: 'ЕГЭ, ОГЭ, ВПР, REGIONAL, NATIONAL', example: '' },
    { name: 'subject', label: 'Предмет', required: true, hint: '', example: '' },
    { name: 'grade', label: 'Класс', required: true, hint: '', example: '' },
    { name: 'sitting', label: 'Этап', required: false, hint: '', example: '' },
    { name: 'participants', label: 'Участников', required: false, hint: '', example: '' },
    { name: 'mean', label: 'Средний балл или отметка', required: false, hint: '', example: '' },
    { name: 'belowThreshold', label: 'Ниже порога', required: false, hint: '', example: '' },
    { name: 'mark2', label: 'Отметок «2»', required: false, hint: '', example: '' },
    { name: 'mark3', label: 'Отметок «3»', required: false, hint: '', example: '' },
    { name: 'mark4', label: 'Отметок «4»', required: false, hint: '', example: '' },
    { name: 'mark5', label: 'Отметок «5»', required: false, hint: '', example: '' },
    { name: 'percent2', label: '«2», %', required: false, hint: '', example: '' },
    { name: 'percent3', label: '«3», %', required: false, hint: '', example: '' },
    { name: 'percent4', label: '«4», %', required: false, hint: '', example: '' },
    { name: 'percent5', label: '«5», %', required: false, hint: '', example: '' },
  ],
};
