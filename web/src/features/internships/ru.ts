import type { InternshipResult, InternshipState } from '@/api/gen/types.gen';
import type { Tone } from '@/ui/status-badge';
import { titles } from './titles';

export const stateNames: Record<InternshipState, string> = {
  Planned: 'запланирована',
  Going: 'идёт',
  Due: 'ждёт итога',
  Completed: 'завершена',
  NotCompleted: 'не завершена',
  Cancelled: 'отменена',
};
export const stateTones: Record<InternshipState, Tone> = {
  Planned: 'info',
  Going: 'progress',
  Due: 'attention',
  Completed: 'good',
  NotCompleted: 'bad',
  Cancelled: 'neutral',
};
export const states = Object.keys(stateNames) as InternshipState[];

export const resultNames: Record<InternshipResult, string> = {
  Completed: 'Завершена',
  NotCompleted: 'Не завершена',
  Cancelled: 'Отменена',
};

export const views = { label: 'Что показать', list: 'Кто стажируется', sites: 'Площадки' };

const list = {
  filters: 'Условия отбора',
  excel: 'Excel',
  print: 'Печать',
  printed: (day: string) => `Составлено ${day}`,
  count: { all: 'В списке', found: 'Найдено' },
  any: 'Любой',
  anyState: 'Любое',
  clear: (field: string) => `Очистить: ${field}`,
  reset: 'Сбросить условия',
  nothingText: 'Уберите часть условий.',
};

export const ru = {
  ...list,
  title: titles.list,
  registry: 'Педагоги на стажировках',
  forms: ['стажировка', 'стажировки', 'стажировок'] as const,
  fields: {
    teacher: 'Педагог',
    sending: 'Школа',
    host: 'Где',
    site: 'Чему учится',
    days: 'Дни',
    hours: 'Часов',
    state: 'Состояние',
    municipality: 'Муниципалитет',
    startsOn: 'Первый день',
    endsOn: 'Последний день',
  },
  erased: 'обезличен',
  hidden: 'педагог',
  nothing: 'По этим условиям стажировок нет',
  empty: 'Стажировок пока нет',
  emptyText: 'Откройте площадку и направьте на неё педагогов.',
  toSites: 'К площадкам',
  tags: { school: 'Школа', site: 'Площадка' },
  conclude: 'Внести итог',
  days: 'Изменить дни',
  reopen: 'Снять итог',
  reopened: 'Итог снят',
  outcome: 'Итог',
  noOutcome: 'Итог ещё не внесён.',
  about: 'Сведения',
  readOnly: 'Дни и итог вносит школа, которая направила педагога, её координатор или оператор региона.',
};

export const sites = {
  ...list,
  title: titles.sites,
  registry: 'Школы и организации, которые принимают стажёров',
  forms: ['площадка', 'площадки', 'площадок'] as const,
  add: 'Открыть площадку',
  search: 'Чему учатся',
  fields: {
    title: 'Чему учатся',
    host: 'Где',
    subjects: 'Предметы',
    free: 'Свободно сегодня',
    interns: 'Прошли стажировку',
    municipality: 'Муниципалитет',
    subject: 'Предмет',
    capacity: 'Мест одновременно',
    contact: 'К кому обращаться',
    note: 'Подробнее',
    hostKind: 'Кто принимает',
    school: 'Школа',
    organisation: 'Организация',
  },
  closedOnly: 'Только закрытые',
  general: 'для всех',
  places: (free: string, all: string) => `${free} из ${all}`,
  closed: (day: string) => `закрыта с ${day}`,
  open: 'принимает стажёров',
  nothing: 'По этим условиям площадок нет',
  empty: 'Площадок пока нет',
  emptyText:
    'Отметьте школы и организации, которые принимают педагогов на стажировку: чему учат и сколько мест одновременно.',
  emptyReader: 'Площадки появятся здесь, когда их откроют школы или операторы.',
};

export const card = {
  about: 'Сведения',
  edit: 'Изменить',
  close: 'Больше не принимает',
  reopen: 'Снова принимает',
  closed: 'Площадка закрыта для новых стажёров',
  reopened: 'Площадка снова принимает стажёров',
  send: 'Направить педагогов',
  interns: 'Стажёры',
  noInterns: 'Из ваших школ на этой площадке пока никто не стажировался.',
  all: 'Все стажировки площадки',
};

export const dialogs = {
  required: 'Заполните поле',
  noNames: 'Без фамилий',
  whole: 'Целое число от 1',
  site: {
    add: 'Новая площадка',
    edit: 'Изменить площадку',
    button: 'Сохранить',
    contactHint: 'Должность, без фамилии',
    subjectsHint: 'Пусто – для всех',
    schoolHint: 'Начните вводить название или код',
    nothing: 'Ничего не нашлось',
    kinds: { school: 'Школа', organisation: 'Организация' },
    saved: 'Площадка сохранена',
  },
  send: {
    title: 'Направить педагогов',
    text: 'Если мест на все дни не хватит, не будет направлен никто.',
    button: 'Направить',
    teachers: 'Педагоги',
    teacherHint: 'Начните вводить фамилию',
    saved: 'Педагоги направлены',
  },
  days: {
    title: 'Изменить дни',
    button: 'Сохранить',
    saved: 'Дни изменены',
    wrongOrder: 'Последний день раньше первого',
  },
  result: {
    title: 'Итог стажировки',
    button: 'Сохранить',
    result: 'Итог',
    outcome: 'Что получилось или почему не получилось',
    saved: 'Итог внесён',
  },
};

export const ofSchool = {
  title: 'Стажировки',
  empty: 'Стажировок с участием школы пока нет.',
  all: 'Все стажировки школы',
};
