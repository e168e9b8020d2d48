import type {
  DeficitKind,
  DeficitOutcome,
  DiagnosticForm,
  DiagnosticLevel,
  DiagnosticTime,
  KnownResult,
} from '@/api/gen/types.gen';
import type { Tone } from '@/ui/status-badge';
import { titles } from './titles';

export const kindNames: Record<DeficitKind, string> = {
  Subject: 'предметная',
  Methodical: 'методическая',
  PsychologicalPedagogical: 'психолого-педагогическая',
};

export const deficitKinds: Record<DeficitKind, string> = {
  Subject: 'предметный',
  Methodical: 'методический',
  PsychologicalPedagogical: 'психолого-педагогический',
};

export const formNames: Record<DiagnosticForm, string> = {
  External: 'внешняя диагностика',
  SelfDiagnosis: 'самодиагностика',
};

export const levelNames: Record<DiagnosticLevel, string> = { Low: 'низкий', Middle: 'средний', High: 'высокий' };

export const timeNames: Record<DiagnosticTime, { word: string; tone: Tone }> = {
  Ahead: { word: 'впереди', tone: 'neutral' },
  Now: { word: 'идёт', tone: 'progress' },
  Over: { word: 'завершена', tone: 'good' },
};

export const outcomeNames: Record<DeficitOutcome, { word: string; tone: Tone }> = {
  NoCourse: { word: 'курс не назначен', tone: 'attention' },
  OnCourse: { word: 'учится на курсе', tone: 'progress' },
  NotMeasured: { word: 'курс пройден, не измерен', tone: 'info' },
  Closed: { word: 'закрыт после курса', tone: 'good' },
  Remains: { word: 'остаётся после курса', tone: 'bad' },
  ClosedWithoutCourse: { word: 'закрыт без курса', tone: 'good' },
};

export const knownNames: Record<KnownResult, string> = {
  Refuse: 'не записывать, показать такие строки',
  Replace: 'исправить прежний результат',
  Again: 'записать новую попытку',
};

/** After «из»: «из 1 педагога», «из 412 педагогов». */
export const ofPeople = ['педагога', 'педагогов', 'педагогов'] as const;
export const people = ['педагог', 'педагога', 'педагогов'] as const;
const deficitForms = ['дефицит', 'дефицита', 'дефицитов'] as const;

export const views = {
  label: 'Разделы диагностики',
  list: 'Диагностики',
  counts: 'Дефициты',
  chains: 'После курсов',
  dictionary: 'Справочник',
};

export const ru = {
  title: titles.list,
  print: 'Печать списка',
  printed: (day: string) => `Составлено ${day}`,
  count: { all: 'Объявлено', found: 'Найдено' },
  forms: ['диагностика', 'диагностики', 'диагностик'] as const,
  empty: 'Диагностик пока нет',
  emptyText: 'Объявите диагностику: какие дефициты она измеряет и где порог. Потом внесите результаты таблицей.',
  nothing: 'По этим условиям диагностик нет',
  nothingText: 'Проверьте слова из названия или уберите часть условий.',
  reset: 'Сбросить условия',
  registry: 'Диагностики профессиональных дефицитов',
  filters: 'Условия отбора',
  search: 'Поиск по названию',
  searchPlaceholder: 'Слова из названия',
  add: 'Объявить диагностику',
  any: 'Любой',
  clear: (field: string) => `Очистить: ${field}`,
  region: 'Весь регион',
  noResults: 'результатов нет',
  deficient: (deficient: string, all: string) => `${deficient} из ${all}`,
  deficitForms,
  fields: {
    title: 'Название',
    kind: 'Вид',
    subject: 'Предмет',
    time: 'Когда',
    dates: 'Даты',
    fromOn: 'Первый день',
    untilOn: 'Последний день',
    form: 'Кто оценивает',
    provider: 'Кто проводит',
    providerId: 'Кто проводит',
    municipality: 'Чьи педагоги',
    municipalityCode: 'Чьи педагоги',
    measures: 'Какие дефициты измеряет',
    teachers: 'Прошли',
    deficient: 'С дефицитами',
  },
};

export const form = {
  summary: 'Исправьте поля',
  required: 'Заполните поле',
  order: 'Последний день раньше первого',
  measures: 'Выберите хотя бы один дефицит',
  number: 'Число больше 0 и до 1000',
  threshold: 'Порог больше 0 и не больше высшего балла',
  answer: 'Что измеряем, когда и где порог. Результаты внесёте таблицей.',
  measuresHint: 'Из справочника дефицитов региона. Порядок – порядок столбцов в таблице результатов.',
  scored: 'Результат – балл',
  maximum: 'Высший балл',
  thresholdOf: 'Дефицит, если балл ниже',
  scale: (name: string) => `Шкала: ${name}`,
  locked: 'По этой диагностике уже есть результаты: дефициты, баллы и пороги больше не меняются.',
  providerHint: 'Организация из реестра; можно не указывать',
  providerNothing: 'Такой организации нет в реестре',
  addButton: 'Объявить',
  save: 'Сохранить',
  back: 'Отмена',
  added: 'Диагностика объявлена',
  saved: 'Диагностика сохранена',
  leave: 'Введённое не сохранено. Уйти со страницы?',
};

export const card = {
  edit: 'Изменить',
  remove: 'Удалить',
  removed: 'Диагностика удалена',
  about: 'О диагностике',
  unknown: 'не указано',
  all: 'все',
  measures: 'Что измеряет',
  scale: (most: string, threshold: string) => `балл до ${most}; дефицит, если ниже ${threshold}`,
  yesNo: 'да или нет',
  results: 'Результаты',
  addResults: 'Внести результаты',
  file: 'Скачать Excel',
  noResults: 'Результатов пока нет',
  noResultsText: 'Вставьте таблицу: ФИО и значения по столбцам. Каждое имя сверим с реестром педагогов.',
  noneFound: 'По этим условиям результатов нет',
  answer: (deficient: string, all: string) => `Дефициты у ${deficient} из ${all}`,
  search: 'Поиск по фамилии',
  found: 'Дефициты',
  foundAny: 'Все',
  foundYes: 'Есть дефициты',
  foundNo: 'Нет дефицитов',
  anonymous: 'Обезличен',
  columns: { name: 'ФИО', school: 'Школа', on: 'Дата', level: 'Уровень', findings: 'Выявлено', attempt: 'Попытка' },
  attempt: (number: number) => `попытка ${number}`,
  noDeficits: 'дефицитов нет',
  actions: 'Действия',
  change: 'Исправить',
  changeOf: (name: string) => `Исправить результат: ${name}`,
  strike: 'Удалить результат',
  struck: 'Результат удалён',
};

export const record = {
  title: 'Результаты диагностики',
  text: 'Вставьте строки из Excel: ФИО и дальше значения по столбцам. Пустая ячейка или «н/д» – не измеряли.',
  columns: (names: string) => `Столбцы: ФИО; ${names}`,
  table: 'Таблица',
  on: 'День диагностики',
  known: 'Если результат уже есть',
  find: 'Сверить с реестром',
  again: 'Изменить таблицу',
  save: (count: string) => `Записать: ${count}`,
  nobody: 'Выберите педагогов',
  found: (exact: number, candidates: number, none: number) =>
    `Нашли точно: ${exact}, нужно выбрать: ${candidates}, не нашли: ${none}. Строки, которым никто не выбран, не запишутся.`,
  states: { Exact: 'найден', Candidates: 'выберите', None: 'нет в реестре' },
  skip: 'Не записывать',
  which: (name: string) => `Кто это: ${name}`,
  value: (name: string, column: string) => `${name}: ${column}`,
  wrong: 'Ничего не записано: исправьте отмеченное и запишите ещё раз',
  row: (number: number, name: string) => `Строка ${number}, ${name}`,
  got: (value: string) => `Указано «${value}»`,
  allowed: (allowed: string) => `можно: ${allowed}`,
  done: (added: number, replaced: number) =>
    [added > 0 ? `Записано: ${added}` : '', replaced > 0 ? `исправлено: ${replaced}` : ''].filter(Boolean).join(', '),
  level: 'Уровень в целом',
  noLevel: 'не указан',
  cancel: 'Отмена',
  one: 'Результат педагога',
  saveOne: 'Сохранить',
  saved: 'Результат исправлен',
};

export const counts = {
  title: titles.counts,
  file: 'Скачать Excel',
  year: 'Год',
  by: 'Показать',
  bys: { municipality: 'по муниципалитетам', school: 'по школам', subject: 'по предметам', deficit: 'по дефицитам' },
  name: { municipality: 'Муниципалитет', school: 'Школа', subject: 'Предмет', deficit: 'Дефицит' },
  municipality: 'Муниципалитет',
  cohort: 'Список школ',
  subject: 'Предмет',
  kind: 'Вид диагностики',
  all: 'Все',
  deficient: 'С дефицитами',
  measured: 'С этим дефицитом',
  diagnosed: 'Прошли диагностику',
  staff: 'Педагогов',
  share: 'Доля с дефицитами',
  reached: 'Доля прошедших',
  caption: 'Педагоги с дефицитами, прошедшие диагностику и все',
  empty: 'Педагогов по этим условиям нет',
  emptyText: 'Уберите часть условий или внесите педагогов в реестр.',
  answer: (deficient: string, diagnosed: string) => `Дефициты у ${deficient} из ${diagnosed}, прошедших диагностику`,
  reachedAnswer: (diagnosed: string, staff: string, share: string) =>
    `Диагностику прошли ${diagnosed} из ${staff} (${share})`,
  nobody: (staff: string) => `Диагностику за год не прошёл никто из ${staff}`,
  staffOn: (day: string) =>
    `Педагоги – кто работал ${day}, по основному месту, каждый один раз. Дефицит считается по последнему измерению за год.`,
  onSubject: 'Кто ведёт два предмета, стоит в обоих.',
  onDeficit: 'У кого два дефицита, стоит в обоих; «прошли» – кого измеряли на этот дефицит.',
};

export const chains = {
  title: titles.chains,
  answer: 'Выявлен дефицит, пройден курс, измерено снова: что изменилось.',
  file: 'Скачать Excel',
  byDeficit: 'По дефицитам',
  byCourse: 'По курсам',
  deficit: 'Дефицит',
  course: 'Курс',
  found: 'Выявлен у',
  noCourse: 'Нет курса',
  onCourse: 'Учатся',
  completed: 'Прошли курс',
  notMeasured: 'Не измерены',
  closed: 'Закрыт',
  remains: 'Остаётся',
  effect: 'Закрыли из измеренных',
  effectOf: (closed: string, measured: string) => `${closed} из ${measured}`,
  noEffect: 'Пока никто не прошёл курс, который закрывает выявленный у него дефицит',
  none: 'Дефициты пока не выявлены',
  noneText: 'Внесите результаты диагностики: здесь появится, у кого что закрылось после курсов.',
  list: 'Педагоги',
  caption: 'Дефицит, курс и результат по педагогам',
  nothing: 'По этим условиям никого нет',
  columns: { teacher: 'ФИО', foundOn: 'Выявлен', course: 'Курс', measuredOn: 'Измерен снова', outcome: 'Итог' },
  until: (day: string) => `до ${day}`,
  outcome: 'Итог',
  search: 'Поиск по фамилии',
  courses: 'Подобрать курс',
  cohort: 'Список школ',
};

export const dictionary = {
  title: titles.dictionary,
  answer: 'Один список на регион: по этим кодам диагностики и курсы узнают друг друга.',
  add: 'Добавить дефицит',
  actions: 'Действия',
  change: 'Изменить',
  changeOf: (name: string) => `Изменить: ${name}`,
  added: 'Дефицит добавлен',
  saved: 'Дефицит сохранён',
  empty: 'Справочник пуст',
  emptyText: 'Добавьте дефициты, которые измеряют диагностики и закрывают курсы.',
  emptyReader: 'Его ведёт региональный оператор.',
  fields: {
    code: 'Код',
    name: 'Название',
    kind: 'Вид',
    subject: 'Предмет',
    courses: 'Курсы',
    retired: 'Не используется',
  },
  codeHint: 'Буквы, цифры, точка и дефис. Потом не изменить.',
  noSubject: 'нет',
  noCourses: 'курса нет',
  courses: ['курс', 'курса', 'курсов'] as const,
  retired: 'не используется',
  retiredCheck: 'Больше не использовать в новых диагностиках и курсах',
  save: 'Сохранить',
  required: 'Заполните поле',
  code: 'Только буквы, цифры, точка и дефис, до 30 знаков',
};

export const ofTeacher = {
  title: 'Профессиональные дефициты',
  none: 'Диагностику педагог не проходил.',
  noDeficits: 'Диагностика дефицитов не выявила.',
  found: (day: string) => `выявлен ${day}`,
  course: (day: string) => `курс до ${day}:`,
  measured: (day: string) => `измерен снова ${day}`,
  recommended: 'Поможет:',
  next: (day: string, free: number) => `с ${day}, ${free > 0 ? `мест ${free}` : 'мест нет'}`,
  noRun: 'поток не объявлен',
  noCourse: 'Курса, который закрывает этот дефицит, пока нет.',
  noOther: 'Другого курса, который закрывает этот дефицит, пока нет.',
  results: 'Результаты диагностик',
};

export const ofSchool = {
  title: 'Дефициты педагогов',
  none: (year: number) => `За ${year} год диагностики нет.`,
  open: 'Что изменилось после курсов',
  caption: 'Дефициты педагогов школы за год',
};
