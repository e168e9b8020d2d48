import type { CentreFunction, OrganisationKind } from '@/api/gen/types.gen';
import { titles } from './titles';

export const kindNames: Record<OrganisationKind, string> = {
  Institute: 'Институт развития образования',
  University: 'Вуз или колледж',
  Authority: 'Орган управления',
  EducationCentre: 'Образовательный центр (МОЦ)',
  Enterprise: 'Предприятие',
  Other: 'Другая организация',
};

export const functionNames: Record<CentreFunction, string> = {
  Analytical: 'Аналитическая',
  Coordinating: 'Координационная',
  Methodical: 'Методическая',
  Informational: 'Информационная',
};
export const functionHints: Record<CentreFunction, string> = {
  Analytical: 'следит за результатами и разбирает их',
  Coordinating: 'сводит школы, партнёров и регион',
  Methodical: 'помогает учителям с методикой',
  Informational: 'рассказывает школам и жителям о программе',
};
export const centreFunctions = Object.keys(functionNames) as [CentreFunction, ...CentreFunction[]];

export const organisationForms = ['организация', 'организации', 'организаций'] as const;
export const staffForms = ['сотрудник', 'сотрудника', 'сотрудников'] as const;

export const ru = {
  title: titles.list,
  registry: 'Список организаций',
  filters: 'Условия отбора',
  search: 'Найти организацию',
  searchPlaceholder: 'Название',
  add: 'Добавить организацию',
  print: 'Печать списка',
  printed: (day: string) => `Составлено ${day}`,
  count: { all: 'В списке', found: 'Найдено' },
  any: 'Любой',
  anyState: 'Любое',
  clear: (field: string) => `Очистить: ${field}`,
  fields: {
    search: 'Поиск',
    name: 'Название',
    shortName: 'Краткое название',
    kind: 'Вид',
    municipality: 'Муниципалитет',
    municipalityCode: 'Муниципалитет',
    closed: 'Состояние',
    functions: 'Функции',
    staff: 'Сотрудников',
    address: 'Адрес',
    website: 'Сайт',
  },
  closed: { no: 'работает', yes: 'закрыта' },
  wholeRegion: 'весь регион',
  nothing: 'По этим условиям организаций нет',
  nothingText: 'Уберите часть условий или проверьте написание.',
  reset: 'Сбросить условия',
  empty: 'Организаций пока нет',
  emptyText:
    'Добавьте институт развития образования, муниципальные образовательные центры и тех, кто отвечает за мероприятия или учит.',
  emptyReader: 'Организации появятся здесь, когда их добавит оператор региона или координатор.',
};

export const card = {
  about: 'Об организации',
  functions: 'Функции центра',
  noFunctions: 'Функции центра не указаны.',
  actions: 'Действия',
  edit: 'Изменить сведения',
  close: 'Закрыть организацию',
  reopen: 'Снова открыть',
  reopened: 'Организация снова открыта',
  closedOn: (day: string) => `Закрыта ${day}. Сведения и сотрудники сохранены.`,
  readOnlyOther: 'Изменять может оператор региона или координатор этого муниципалитета.',
  readOnlyRegion: 'Организация работает на весь регион: изменять её может оператор региона.',
};

export const staff = {
  title: 'Сотрудники',
  hidden: 'Имена сотрудников видят оператор, координаторы и школы региона.',
  hiddenCount: (count: string) => `В программе занято: ${count}.`,
  empty: 'Сотрудников пока нет',
  emptyText: 'Добавьте тех, к кому школы обращаются по программе.',
  emptyReader: 'Их добавит оператор региона или координатор муниципалитета.',
  add: 'Добавить сотрудника',
  added: 'Сотрудник добавлен',
  editOf: (name: string) => `Изменить: ${name}`,
  saved: 'Сведения о сотруднике сохранены',
  remove: 'Удалить',
  removeOf: (name: string) => `Удалить: ${name}`,
  removeTitle: (name: string) => `Удалить сотрудника «${name}»?`,
  removeText:
    'Имя, должность и контакт будут стёрты. Вернуть их нельзя; в журнале останется только то, что запись была.',
  removed: 'Сотрудник удалён, имя стёрто',
  fields: { name: 'Имя', position: 'Должность', functions: 'Функции', contact: 'Контакт' },
  nameHint: 'Фамилия, имя, отчество',
  contactHint: 'Рабочий телефон или почта',
};

export const form = {
  addTitle: titles.add,
  addAnswer: 'Организации отвечают за мероприятия, учат и помогают школам. Школы сюда добавлять не нужно.',
  editTitle: titles.edit,
  save: 'Сохранить',
  cancel: 'Отмена',
  required: 'Заполните поле',
  nameHint: 'Полностью, как в уставе',
  kindHint: 'Функции указывают только у МОЦ',
  shortNameHint: 'Для списков, например «ИРО»',
  municipalityHint: 'Не указан – организация работает на весь регион',
  centreMunicipalityHint: 'Школам какого муниципалитета помогает центр',
  ownMunicipalityHint: 'Организацию всего региона добавляет оператор',
  municipalityFixed: 'Муниципалитет задаётся при добавлении и потом не меняется.',
  centreNeedsPlace: 'Образовательный центр относится к муниципалитету: выберите его',
  kindOfRegion: 'Организация всего региона не может быть муниципальным образовательным центром.',
  functionsHint: 'Что центр делает для школ своего муниципалитета',
  websiteHint: 'Начинается с https://',
  websiteWrong: 'Адрес начинается с http:// или https://',
  added: 'Организация добавлена',
  saved: 'Сведения сохранены',
  leave: 'Есть несохранённые изменения. Уйти со страницы?',
  summary: 'Исправьте поля',
};

export const closing = {
  title: (name: string) => `Закрыть «${name}»?`,
  text: 'Организация останется в прошлых мероприятиях и отчётах, но её больше не предложат для новых. Закрытие можно отменить.',
  on: 'Дата закрытия',
  reason: 'Причина',
  reasonHint: 'Например, «функции переданы институту»',
  done: 'Организация закрыта',
};
