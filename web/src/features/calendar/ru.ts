import type { CalendarKind } from '@/api/gen/types.gen';
import { titles } from './titles';

export const kindNames: Record<CalendarKind, string> = {
  Event: 'Мероприятия',
  AssociationMeeting: 'Заседания методобъединений',
  CourseRun: 'Потоки курсов',
  SpecialistSession: 'Занятия специалистов',
  SupportVisit: 'Выезды в школы',
};

/** Of one thing. */
export const oneNames: Record<CalendarKind, string> = {
  Event: 'Мероприятие',
  AssociationMeeting: 'Заседание',
  CourseRun: 'Поток курса',
  SpecialistSession: 'Занятие специалиста',
  SupportVisit: 'Выезд в школу',
};

export const thingForms = ['событие', 'события', 'событий'] as const;

export const ru = {
  title: titles.calendar,
  answer: (month: string, things: string) => `${month}: ${things}`,
  nothing: (month: string) => `${month}: событий нет`,
  previous: 'Предыдущий месяц',
  next: 'Следующий месяц',
  today: 'Сегодня',
  subscribe: 'Подписаться',
  kind: 'Что показывать',
  all: 'Всё',
  municipality: 'Муниципалитет',
  anyMunicipality: 'Все муниципалитеты',
  clear: (field: string) => `Очистить: ${field}`,
  grid: (month: string) => `Календарь, ${month}`,
  weekdays: ['Пн', 'Вт', 'Ср', 'Чт', 'Пт', 'Сб', 'Вс'],
  dayLabel: (day: string, things: string) => `${day}: ${things}`,
  noThings: 'нет событий',
  more: (count: number) => `ещё ${count}`,
  dayTitle: (day: string) => day,
  dayEmpty: 'В этот день событий нет.',
  monthEmpty: 'В этом месяце событий нет.',
  monthEmptyText: 'Выберите другой месяц или уберите условия.',
  full: 'Событий больше, чем помещается: выберите муниципалитет или вид.',
  cancelled: 'отменено',
  held: 'состоялось',
  wholeRegion: 'весь регион',
  until: (day: string) => `по ${day}`,
};

export const feed = {
  title: 'Календарь в телефоне и почте',
  text: 'Личная ссылка показывает в вашей программе-календаре то же, что вы видите здесь, и обновляется сама. Имён людей в ней нет. Кто знает ссылку, тот видит календарь без входа, поэтому никому её не передавайте.',
  none: 'Ссылки пока нет.',
  made: (when: string) => `Ссылка создана ${when}.`,
  used: (when: string) => `Последнее обращение: ${when}.`,
  unused: 'Ею ещё не пользовались.',
  lost: 'Сама ссылка нигде не хранится: если вы её потеряли, создайте новую – прежняя перестанет работать.',
  make: 'Создать ссылку',
  replace: 'Создать новую вместо прежней',
  revoke: 'Отозвать ссылку',
  revoked: 'Ссылка отозвана',
  once: 'Скопируйте ссылку сейчас: больше она показана не будет.',
  address: 'Адрес календаря',
  copy: 'Скопировать',
  copied: 'Скопировано',
  how: 'Как подключить: в Google Календаре – «Добавить календарь по URL», в Яндекс Календаре – «Подписка», на iPhone – «Подписной календарь».',
  close: 'Закрыть',
};
