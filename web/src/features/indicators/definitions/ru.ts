import type {
  BreakdownKind,
  IndicatorAggregation,
  IndicatorDirection,
  IndicatorLevel,
  IndicatorPeriodKind,
  IndicatorSource,
  IndicatorUnit,
} from '@/api/gen/types.gen';
import { titles } from './titles';

export const unitNames: Record<IndicatorUnit, string> = {
  Share: 'Доля, %',
  Count: 'Количество',
  Mean: 'Среднее',
  Points: 'Баллы',
  YesNo: 'Да / нет',
};
export const directionNames: Record<IndicatorDirection, string> = {
  HigherIsBetter: 'Чем больше, тем лучше',
  LowerIsBetter: 'Чем меньше, тем лучше',
  Neutral: 'Только наблюдаем',
};
export const levelNames: Record<IndicatorLevel, string> = {
  School: 'Школа',
  Municipality: 'Муниципалитет',
  Region: 'Регион',
};
export const periodNames: Record<IndicatorPeriodKind, string> = {
  CalendarYear: 'Календарный год',
  SchoolYear: 'Учебный год',
  HalfYear: 'Полугодие',
  Quarter: 'Квартал',
};
export const sourceNames: Record<IndicatorSource, string> = {
  School: 'Вносит школа',
  Municipality: 'Вносит муниципалитет',
  Operator: 'Вносит оператор',
  Formula: 'Считается по формуле',
};
export const aggregationNames: Record<IndicatorAggregation, string> = {
  RatioOfSums: 'Сумма числителей к сумме знаменателей',
  Sum: 'Сумма',
  MeanOfSchools: 'Среднее по школам',
  Last: 'Последнее значение года',
};
export const breakdownNames: Record<BreakdownKind, string> = {
  None: 'Без частей',
  Grade: 'По классам',
  Subject: 'По предметам',
  Stage: 'По уровням образования',
};

/** Which totals make sense of a unit; the first one is usual. The server refuses the others. */
export const aggregationsOf: Record<IndicatorUnit, readonly IndicatorAggregation[]> = {
  Share: ['RatioOfSums', 'MeanOfSchools', 'Last'],
  Count: ['Sum', 'MeanOfSchools', 'Last'],
  YesNo: ['Sum', 'Last'],
  Mean: ['MeanOfSchools'],
  Points: ['MeanOfSchools'],
};

export const indicatorForms = ['показатель', 'показателя', 'показателей'] as const;
export const setForms = ['наборе', 'наборах', 'наборах'] as const;

export const ru = {
  title: titles.list,
  filters: 'Условия отбора',
  search: 'Найти показатель',
  searchPlaceholder: 'Слова названия или код',
  any: 'Любой',
  clear: (field: string) => `Очистить: ${field}`,
  fields: {
    search: 'Поиск',
    set: 'Набор',
    level: 'Чей показатель',
    enteredBy: 'Откуда значение',
    retired: 'Наблюдение',
  },
  retired: { no: 'ведётся', yes: 'выведен' },
  count: { all: 'Всего', found: 'Найдено' },
  inSets: (count: string) => `в ${count}`,
  add: 'Новый показатель',
  more: 'Наборы',
  nothing: 'По этим условиям показателей нет',
  nothingText: 'Уберите часть условий или проверьте написание.',
  reset: 'Сбросить условия',
  emptySet: 'В наборе пока нет показателей.',
  noValues: 'значений нет',
  values: (periods: string) => `значения: ${periods}`,
  retiredFrom: (day: string) => `выведен с ${day}`,
  empty: 'Показателей пока нет',
  emptyText: 'Начните с готового набора: его показатели, разделы и формулы можно потом менять.',
  emptyReader: 'Показатели появятся здесь, когда их определит оператор региона.',
};

export const sets = {
  add: 'Новый набор',
  rename: 'Изменить название',
  download: 'Выгрузить файл',
  upload: 'Загрузить из файла',
  ready: 'Готовые наборы',
  remove: 'Удалить набор',
  actions: (name: string) => `Действия: ${name}`,
  removeTitle: (name: string) => `Удалить набор «${name}»?`,
  removeText:
    'Вместе с набором исчезнут определения его показателей и открытые периоды. Набор с внесёнными значениями удалить нельзя.',
  removed: 'Набор удалён',
  added: 'Набор создан',
  saved: 'Название сохранено',
  fields: { code: 'Код', name: 'Название', note: 'Примечание' },
  codeHint: 'Строчные латинские буквы, цифры и дефисы: programme-2026',
  noteHint: 'По какой программе или приказу',
};

export const taking = {
  uploadTitle: 'Загрузить набор из файла',
  uploadText:
    'Файл выгружают в этом же разделе, здесь или в другом регионе. Сначала покажем, что изменится; без вашего согласия ничего не запишется.',
  choose: 'Выбрать файл',
  notJson: 'Это не файл набора: выберите файл .json, выгруженный из раздела «Определения».',
  tooLarge: 'Файл больше 8 МБ: это не файл набора.',
  take: 'Принять',
  other: 'Другой файл',
  cancel: 'Отмена',
  readyTitle: 'Готовые наборы',
  readyText: 'Наборы из программ и мониторингов регионов. Принятый набор становится вашим: его можно менять.',
  adopt: 'Принять набор',
  adoptOf: (name: string) => `Принять набор: ${name}`,
  adopted: 'Уже в регионе',
  open: 'Открыть',
  done: (name: string) => `Набор «${name}» принят`,
  computed: (count: number) => (count === 0 ? 'все вносятся вручную' : `по формулам: ${count}`),
  same: 'Файл не изменит ничего: всё уже так.',
  counts: { created: 'новых', changed: 'изменится', unchanged: 'без изменений', refused: 'с ошибками' },
  refused: 'Набор не принять: исправьте ошибки в файле. Частями он не принимается.',
  outcome: { Created: 'новый', Changed: 'изменится', Unchanged: 'без изменений', Refused: 'ошибка' },
  newDefinition: 'новое определение с указанного дня, прежние периоды – по старому',
  row: (index: number) => `Запись ${index + 1}`,
};

export const card = {
  about: 'Определение',
  formula: 'Формула',
  inWords: 'Словами',
  method: 'Как получают значение',
  noMethod: 'Не описано.',
  versions: 'Версии определения',
  since: (day: string) => `С ${day}`,
  from: (day: string, to: string) => `${day} – ${to}`,
  now: 'действует',
  changed: 'Что изменилось',
  sameMeaning: 'Изменены только слова.',
  usedBy: 'От него зависят',
  edit: 'Изменить',
  retire: 'Вывести из наблюдения',
  restore: 'Вернуть в наблюдение',
  restored: 'Показатель снова ведётся',
  remove: 'Удалить',
  removeTitle: (name: string) => `Удалить показатель «${name}»?`,
  removeText: 'Удалить можно только показатель без значений и целей. Вернуть его нельзя.',
  removed: 'Показатель удалён',
  retiredNote: (day: string) =>
    `Выведен из наблюдения: за периоды с ${day} значения не принимаются. Прежние значения сохранены.`,
  readOnly: 'Определения меняет оператор региона.',
  facts: {
    code: 'Код',
    group: 'Раздел',
    unit: 'Единица',
    direction: 'Направление',
    level: 'Чей показатель',
    periodKind: 'Период',
    enteredBy: 'Откуда значение',
    aggregation: 'Свод по школам',
    breakdown: 'Части',
    range: 'Допустимо',
    warn: 'Переспросить',
    periods: 'Есть значения',
  },
  warn: (percent: number) => `если отличается от прошлого года больше чем на ${percent} %`,
};

export const retiring = {
  title: (name: string) => `Вывести «${name}» из наблюдения?`,
  text: 'Внесённые значения, цели и история останутся. Новые периоды этот показатель больше не принимают; решение можно отменить.',
  fields: { fromOn: 'С какого дня', reason: 'Причина' },
  fromHint: 'Первый день периода, за который он уже не нужен',
  reasonHint: 'Например, «нет в новой программе»',
  done: 'Показатель выведен из наблюдения',
};

export const form = {
  addTitle: titles.add,
  addAnswer: 'Определите показатель один раз: дальше он считается сам или его вносят школы.',
  editTitle: titles.edit,
  save: 'Сохранить',
  add: 'Создать показатель',
  cancel: 'Отмена',
  required: 'Заполните поле',
  number: 'Число: цифры и запятая, до трёх знаков после неё',
  whole: (least: number, most: number) => `Целое число от ${least} до ${most}`,
  codeWrong: 'Строчные латинские буквы, цифры и дефисы между ними',
  added: 'Показатель создан',
  saved: 'Определение сохранено',
  leave: 'Есть несохранённые изменения. Уйти со страницы?',
  summary: 'Исправьте поля',
  what: 'Что это',
  how: 'Откуда значение',
  limits: 'Проверка и вид',
  meaningTitle: 'Меняется смысл показателя',
  meaningText:
    'Слова правятся на месте, а другой смысл – новая версия. Уже заполненные периоды останутся по прежнему определению.',
  fields: {
    setId: 'Набор',
    code: 'Код',
    number: 'Номер в наборе',
    validFromOn: 'Действует с',
    name: 'Название',
    group: 'Раздел',
    unit: 'Единица',
    direction: 'Направление',
    level: 'Чей показатель',
    periodKind: 'Период',
    enteredBy: 'Откуда значение',
    aggregation: 'Свод по школам',
    breakdown: 'Части',
    formula: 'Формула',
    method: 'Как получают значение',
    min: 'Не меньше',
    max: 'Не больше',
    decimals: 'Знаков после запятой',
    warnChangePercent: 'Переспросить при изменении, %',
  },
  hints: {
    code: 'По нему показатель называют формулы и файлы; потом не меняется',
    number: 'Пусто – в конец набора',
    validFromOn: 'Первый день периодов, за которые ведётся показатель',
    group: 'Заголовок, под которым он стоит в наборе',
    unit: 'Доля хранится как «сколько из скольких»',
    direction: 'От него зависит «достигнут» или «не достигнут»',
    aggregation: 'Как из значений школ получается значение района и региона',
    method: 'Что считать, по каким документам, на какую дату',
    limits: 'Пусто – обычный предел: доля от 0 до 100, количество от 0',
    warnChangePercent: 'Пусто – не переспрашивать',
  },
};

export const recomputation = {
  title: 'Пересчёт формул',
  done: (at: string) => `Формулы посчитаны: ${at}`,
  never: 'Формулы ещё не считались',
  starting: 'Начинаем считать…',
  progress: (done: string, total: string) => `Посчитано ${done} из ${total} (школы и периоды)`,
  again: 'Пересчитать всё',
};
