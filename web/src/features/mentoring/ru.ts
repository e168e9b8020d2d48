import type { MentoringForm, MentoringKind, MentoringReached, MentoringState } from '@/api/gen/types.gen';
import type { Tone } from '@/ui/status-badge';
import { titles } from './titles';

export const kindNames: Record<MentoringKind, string> = {
  Teachers: 'Наставник педагогов',
  Directors: 'Директор – директор',
  SchoolTeam: 'Тьютор команды школы',
};
export const kinds = Object.keys(kindNames) as MentoringKind[];

export const stateNames: Record<MentoringState, string> = {
  Planned: 'запланировано',
  Active: 'идёт',
  Ending: 'скоро завершится',
  Ended: 'завершено',
  Terminated: 'прекращено досрочно',
};
export const stateTones: Record<MentoringState, Tone> = {
  Planned: 'info',
  Active: 'good',
  Ending: 'attention',
  Ended: 'neutral',
  Terminated: 'bad',
};
export const states = Object.keys(stateNames) as MentoringState[];

export const formNames: Record<MentoringForm, string> = {
  Lesson: 'Посещение урока',
  JointLesson: 'Совместный урок',
  Consultation: 'Консультация',
  Workshop: 'Семинар, практикум',
  Online: 'Онлайн-встреча',
  Other: 'Другое',
};

export const reachedNames: Record<MentoringReached, string> = {
  Yes: 'Цель достигнута',
  Partly: 'Достигнута частично',
  No: 'Не достигнута',
};
export const reachedTones: Record<MentoringReached, Tone> = { Yes: 'good', Partly: 'attention', No: 'bad' };

export const ru = {
  title: titles.list,
  registry: 'Наставники, директора и тьюторы',
  filters: 'Условия отбора',
  add: 'Создать пару',
  excel: 'Excel',
  print: 'Печать',
  printed: (day: string) => `Составлено ${day}`,
  count: { all: 'В списке', found: 'Найдено' },
  forms: ['пара', 'пары', 'пар'] as const,
  any: 'Любой',
  anyState: 'Любое',
  clear: (field: string) => `Очистить: ${field}`,
  search: 'Слова цели или приказа',
  fields: {
    kind: 'Вид',
    aim: 'Цель',
    mentor: 'Кто помогает',
    supported: 'Кому помогают',
    startsOn: 'Первый день',
    endsOn: 'Последний день',
    term: 'Срок',
    basis: 'Приказ',
    partnershipId: 'Договор',
    state: 'Состояние',
    visits: 'Встреч',
    municipality: 'Муниципалитет',
    mentorTeacher: 'Педагог-наставник',
    mentorSchool: 'Школа, которая помогает',
    mentorOrganisation: 'Организация',
    mentorPerson: 'Кто именно',
    teachers: 'Педагоги',
    schools: 'Школы',
  },
  until: (day: string) => `по ${day}`,
  from: (day: string) => `с ${day}`,
  endless: 'без срока',
  unnamed: 'не назван',
  meetings: (visits: string, hours: string) => `${visits}, ${hours} ч`,
  nothing: 'По этим условиям пар нет',
  nothingText: 'Уберите часть условий: например, снимите отбор по состоянию.',
  reset: 'Сбросить условия',
  empty: 'Наставников пока нет',
  emptyText:
    'Соедините того, кто помогает, с теми, кому нужна помощь: наставника с педагогами, директора с директором, тьютора с командой школы. Пару увидят обе стороны.',
  emptyReader: 'Пары появятся здесь, когда их создадут школы или координаторы.',
  tags: { school: 'Школа', search: (text: string) => `«${text}»` },
};

export const card = {
  sides: 'Кто с кем',
  roles: { Mentor: 'Помогает', Supported: 'Получает помощь' },
  aim: 'Цель',
  about: 'Сведения',
  outcome: 'Итог',
  noOutcome: 'Итог ещё не внесён.',
  conclude: 'Внести итог',
  changeOutcome: 'Изменить итог',
  terminated: (day: string) => `Прекращено досрочно ${day}`,
  edit: 'Изменить',
  terminate: 'Прекратить',
  resume: 'Возобновить',
  resumed: 'Работа возобновлена',
  remove: 'Удалить',
  removed: 'Пара удалена',
  nameMentor: 'Назвать наставника',
  readOnly: 'Записи ведёт та сторона, которой помогают: сама школа, её координатор или оператор региона.',
  erased: 'имя стёрто',
};

export const visits = {
  title: 'Встречи',
  total: (count: string, hours: string) => `${count}, ${hours} ч`,
  forms: ['встреча', 'встречи', 'встреч'] as const,
  empty: 'Встреч пока нет.',
  add: 'Записать встречу',
  change: 'Изменить',
  remove: 'Удалить',
  removeTitle: 'Удалить встречу?',
  removeText: 'Запись исчезнет из списка. В истории останется, что она была.',
  button: 'Сохранить',
  on: 'День',
  form: 'Форма',
  text: 'Что сделано',
  hours: 'Академических часов',
  saved: 'Встреча записана',
  removed: 'Встреча удалена',
  noNames: 'Без фамилий',
  hoursWrong: 'Целое число от 1 до 24',
};

export const dialogs = {
  required: 'Заполните поле',
  terminate: {
    title: 'Прекратить досрочно?',
    text: 'Пара останется в списке и в истории. Работу можно возобновить.',
    button: 'Прекратить',
    on: 'С какого дня',
    reason: 'Причина',
    saved: 'Работа прекращена',
  },
  outcome: { title: 'Итог работы', button: 'Сохранить', text: 'Что получилось', reached: 'Цель', saved: 'Итог внесён' },
  mentor: {
    title: 'Кто будет наставником',
    text: 'Имя увидят обе стороны этой пары, и больше никто.',
    button: 'Назвать',
    teacher: 'Педагог',
    saved: 'Наставник назван',
  },
  remove: {
    title: 'Удалить пару?',
    text: 'Удаляют пару, созданную по ошибке. Если работа шла, её прекращают с причиной.',
    button: 'Удалить',
  },
};

export const form = {
  addTitle: titles.add,
  addAnswer: 'Кто помогает, кому и до какого дня.',
  editTitle: titles.edit,
  save: 'Сохранить',
  back: 'Отмена',
  required: 'Заполните поле',
  needTeachers: 'Выберите хотя бы одного педагога',
  needSchools: 'Выберите хотя бы одну школу',
  needMentor: 'Выберите, кто помогает',
  wrongOrder: 'Последний день раньше первого',
  source: 'Наставник из',
  sources: { teacher: 'своих педагогов', school: 'другой школы', organisation: 'организации' },
  schoolHint: 'Эта школа сама назовёт, кто именно',
  directorHint: 'Школа, директор которой помогает',
  teacherHint: 'Начните вводить фамилию',
  find: 'Начните вводить название или код',
  aimHint: 'Чего нужно достичь, без фамилий',
  basisHint: 'Например: «Приказ № 54 от 28.08.2020»',
  endsHint: 'Пусто – без срока',
  nobody: 'Не выбран',
  nothingFound: 'Ничего не нашлось',
  added: 'Пара создана',
  saved: 'Пара изменена',
  leave: 'Есть несохранённые изменения. Уйти со страницы?',
  summary: 'Исправьте поля',
};

export const ofSchool = {
  title: 'Наставники и тьюторы',
  empty: 'Пар с участием школы пока нет.',
  all: 'Все пары школы',
};
