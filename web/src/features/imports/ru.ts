import type { ImportCounts, ImportKind, ImportState } from '@/api/gen/types.gen';
import { formatNumber } from '@/lib/format';
import { plural } from '@/lib/plural';
import { titles } from './titles';

export const kindWords: Record<ImportKind, { title: string; short: string; hint: string }> = {
  'exam-results': {
    title: 'Результаты экзаменов и работ',
    short: 'результаты',
    hint: 'ЕГЭ, ОГЭ, ВПР, КДР: школа, предмет, год, средний балл или отметки',
  },
  schools: {
    title: 'Школы',
    short: 'школы',
    hint: 'Код, название, вид, муниципалитет',
  },
  'cohort-members': {
    title: 'Список поддерживаемых школ',
    short: 'список школ',
    hint: 'Код школы, категория, приказ',
  },
  municipalities: {
    title: 'Муниципалитеты',
    short: 'муниципалитеты',
    hint: 'Код ОКТМО и название',
  },
  'indicator-values': {
    title: 'Значения показателей',
    short: 'показатели',
    hint: 'Показатель, школа или территория, период, значение',
  },
  teachers: {
    title: 'Педагоги',
    short: 'педагоги',
    hint: 'ФИО, школа, предметы, должность, категория, стаж',
  },
};

export const stateWords: Record<ImportState, string> = {
  queued: 'в очереди',
  running: 'выполняется',
  awaitingConfirmation: 'ждёт вас',
  succeeded: 'загружено',
  partiallySucceeded: 'загружено частично',
  failed: 'не загружено',
  cancelled: 'отменено',
  rolledBack: 'откачено',
};

export const ru = {
  onlyWaiting: 'ждут подтверждения',
  onlyTroubled: 'с ошибками за две недели',
  title: titles.list,
  answer:
    'Таблицы Excel или CSV, какими они есть: столбцы сопоставите на следующем шаге, до проверки ничего не загружается.',
  start: 'Новая загрузка',
  past: 'Прежние загрузки',
  lastTitle: 'Последние загрузки',
  none: 'Загрузок ещё не было',
  batch: titles.batch,
  noneText: 'Выберите, что загружаете, и файл. Можно начать с шаблона.',
  print: 'Печать',
  columns: {
    file: 'Файл',
    kind: 'Что',
    state: 'Состояние',
    rows: 'Создано / изменено / отклонено',
    by: 'Кто',
    at: 'Когда',
  },
  all: 'Все виды',
};

export const steps = {
  label: 'Шаги импорта',
  file: 'Файл',
  mapping: 'Лист и столбцы',
  check: 'Проверка',
  load: 'Загрузка',
  outcome: 'Итог',
  of: (at: number, all: number, name: string) => `Шаг ${at} из ${all}: ${name}`,
};

export const fileStep = {
  kind: 'Что загружаем',
  file: 'Файл Excel или CSV',
  choose: 'Выбрать файл',
  drop: 'или перетащите его сюда',
  formats: 'XLSX или CSV в любой кодировке, до 25 МБ. Пароля на файле быть не должно.',
  needed: 'Выберите файл',
  wrongType: 'Нужен файл .xlsx или .csv. Файл .xls сохраните в Excel как «Книга Excel (.xlsx)».',
  tooLarge: (size: string) => `Файл больше 25 МБ (${size}). Разделите таблицу на части.`,
  upload: 'Загрузить и продолжить',
  templates: 'Шаблон таблицы',
  template: 'Скачать шаблон',
  templateHint: 'Если таблицы ещё нет, заполните шаблон: его столбцы распознаются сами.',
};

export const mappingStep = {
  title: 'Лист и столбцы',
  answer: 'Укажите, что означает каждый столбец. Лишние столбцы можно не загружать.',
  guessed: (name: string) => `Столбцы узнаны по сохранённому сопоставлению «${name}». Проверьте и продолжайте.`,
  guessedPlain: 'Столбцы узнаны по заголовкам. Проверьте и продолжайте.',
  sheet: 'Лист',
  sheetRows: (name: string, rows: string, hidden: boolean) => `${name}${hidden ? ' (скрытый)' : ''}, строк: ${rows}`,
  saved: 'Взять сохранённое сопоставление',
  headerNone: '0, если заголовков нет',
  assumed: 'Проверьте догадки',
  headerRow: 'Строка заголовков',
  firstRow: 'Данные начинаются со строки',
  firstRowHint: 'Обычно следующая после заголовков',
  columns: 'Столбцы таблицы',
  column: (letter: string, header: string) => (header ? `Столбец ${letter} «${header}»` : `Столбец ${letter}`),
  role: 'Что в столбце',
  skip: 'Не загружать',
  group: 'К какому результату',
  common: 'общее для строки',
  result: (at: number) => `Результат ${at}`,
  constants: 'Одинаково для всех строк',
  constantsHint: 'Чего нет в таблице, но верно для неё целиком: процедура, класс, год, школа.',
  addConstant: 'Добавить значение',
  field: 'Поле',
  value: 'Значение',
  remove: (what: string) => `Убрать: ${what}`,
  wide: 'В одной строке несколько результатов',
  wideHint:
    'Так бывает, когда рядом стоят столбцы за разные годы, разных показателей, «школа» и «регион», отметки по классам. Каждый такой набор столбцов – отдельный результат.',
  split: 'Разделить строку на результаты',
  addResult: 'Ещё один результат',
  words: 'Что получится из каждой строки',
  wordColumn: (letter: string, header: string) => (header ? `столбец ${letter} «${header}»` : `столбец ${letter}`),
  from: (field: string, column: string) => `${field} – ${column}`,
  always: (field: string, value: string) => `${field}: ${value}`,
  nothing: 'пока ни одного столбца',
  remember: 'Запомнить под названием',
  rememberHint: 'В следующий раз такая таблица узнается сама, у всех сотрудников региона.',
  check: 'Проверить таблицу',
  missingTitle: 'Этого не хватает для проверки',
  missing: (field: string) => `Не указано: «${field}». Выберите столбец или задайте значение для всех строк.`,
  missingIn: (field: string, at: number) => `Не указано: «${field}» для результата ${at}.`,
  missingOf: {
    indicator: 'Не указано, какой это показатель: нужен его код или название.',
    owner: 'Не указано, чьи это результаты: код или название школы, либо код региона или муниципалитета.',
    value:
      'Не указан ни один столбец с результатом: средний, отметки, число не преодолевших порог или значение показателя.',
    person: 'Не указано имя: нужен столбец с ФИО или столбцы с фамилией, именем и отчеством.',
    staff: 'Не указана школа: нужен столбец с её кодом или названием либо одна школа для всей таблицы.',
  } as const,
  preview: 'Первые строки файла',
};

export const checkStep = {
  title: 'Проверка',
  checking: 'Проверяем строки',
  ready: (ready: string, errors: string) => `${ready}, ${errors}`,
  readyOnly: (ready: string) => `${ready}, ошибок нет`,
  errorForms: ['с ошибкой', 'с ошибками', 'с ошибками'] as const,
  /** What loading would come to. */
  comesTo: ({ created, updated, unchanged, rejected }: ImportCounts) =>
    created + updated === 0 && unchanged > 0
      ? `${rejected > 0 ? 'Остальное' : 'Всё это'} уже есть в системе: загрузка ничего не изменит.`
      : `Загрузка создаст записей: ${formatNumber(created)}, изменит: ${formatNumber(updated)}, без изменений: ${formatNumber(unchanged)}.`,
  nothingReady: 'Готовых строк нет',
  errors: 'Ошибки',
  row: 'Строка',
  place: (row: string, column: string) => `Строка ${row}, столбец ${column}`,
  column: 'Столбец',
  value: 'Значение',
  wrong: 'Что не так и что делать',
  repeated: (times: number) =>
    `так в ${formatNumber(times)} ${plural(times, ['результате', 'результатах', 'результатах'])} этой строки`,
  fix: (row: number, column: string) => `Исправить строку ${row}, столбец ${column}`,
  save: 'Исправить',
  byCode: 'Ошибки по видам',
  fixed: 'Исправление принято, таблица перепроверяется',
  allCodes: 'Все ошибки',
  annotated: 'Таблица с пометками (xlsx)',
  csv: 'Список ошибок (csv)',
  corrected: (count: string) => `Исправлено здесь: ${count}. Сам файл не меняется.`,
  back: 'Изменить столбцы',
  mode: 'Что делать с ошибочными строками',
  partial: (rows: string) => `Загрузить ${rows}, ошибочные пропустить`,
  atomic: 'Не загружать ничего, пока не исправлены все ошибки',
  load: (rows: string) => `Загрузить ${rows}`,
  rows: { ready: ['строка готова', 'строки готовы', 'строк готовы'], load: ['строку', 'строки', 'строк'] } as const,
  results: {
    ready: ['результат готов', 'результата готовы', 'результатов готовы'],
    load: ['результат', 'результата', 'результатов'],
  } as const,
  values: {
    ready: ['значение готово', 'значения готовы', 'значений готовы'],
    load: ['значение', 'значения', 'значений'],
  } as const,
  blocked: 'Исправьте ошибки здесь или в файле, либо выберите загрузку без ошибочных строк.',
  cancel: 'Отменить импорт',
};

export const wholeStaff = {
  title: 'Кого в файле нет',
  hint: 'Без этой отметки файл только добавляет педагогов и уточняет сведения о них.',
  check: 'Файл – полный состав школ, которые в нём есть',
  on: 'На какой день',
  onHint: 'С этого дня те, кого в файле нет, будут отмечены как не работающие. Их список покажет проверка.',
  needed: 'Укажите день, на который составлен список',
  expected: (count: string) => `Нет в файле: ${count}`,
  marked: (count: string) => `Отмечены как не работающие: ${count}`,
  expectedHint: (day: string) =>
    `Эти педагоги числятся в школах из файла. Загрузка отметит, что с ${day} они не работают; сведения о них и их курсы останутся.`,
  markedHint: (day: string) => `Не работают с ${day}: в файле их не было. Отметку можно снять в карточке педагога.`,
  confirm: (who: string, day: string) => `Отметить, что с ${day} не ${who}`,
  work: ['работает 1 педагог', 'работают {n} педагога', 'работают {n} педагогов'] as const,
  unconfirmed: 'Подтвердите отметку о тех, кого в файле нет, или вернитесь к столбцам и снимите «полный состав».',
  position: 'Должность',
  name: 'Педагог',
  school: 'Школа',
};

export const loadStep = {
  title: 'Загрузка',
  checking: 'Проверка таблицы',
  loading: 'Загрузка строк',
  safe: 'Страницу можно закрыть: работа идёт на сервере, итог останется в списке загрузок.',
  cancel: 'Остановить',
};

export const outcomeStep = {
  succeeded: 'Таблица загружена',
  partiallySucceeded: 'Таблица загружена без ошибочных строк',
  dryRun: 'Проверка закончена, ничего не загружено',
  failed: 'Таблица не загружена',
  cancelled: 'Импорт отменён, ничего не загружено',
  stopped: 'Импорт остановлен: загруженное до остановки осталось',
  rolledBack: 'Загрузка откачена: данные вернулись к прежним',
  answer: (created: string, updated: string) => `Создано ${created}, обновлено ${updated}.`,
  counts: {
    received: 'Получено',
    created: 'Создано',
    updated: 'Обновлено',
    unchanged: 'Без изменений',
    rejected: 'Отклонено',
  },
  toResults: 'К динамике',
  toSchools: 'К реестру школ',
  toCohorts: 'К спискам школ',
  toIndicators: 'К показателям',
  toTeachers: 'К списку педагогов',
  another: 'Загрузить ещё таблицу',
  rollBack: 'Откатить загрузку',
  rollBackTitle: (name: string) => `Откатить загрузку «${name}»?`,
  rollBackText:
    'Созданные записи исчезнут, изменённые вернутся к прежним значениям. Более поздние изменения останутся.',
  rolledBackNow: 'Загрузка откачена',
  cancelButton: 'Отмена',
  mapping: (name: string) => `Сопоставление запомнено под названием «${name}».`,
  when: (from: string, to: string) => `Начато ${from}, закончено ${to}.`,
};
