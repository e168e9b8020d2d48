import type { RecommendationKind, RecommendationState } from '@/api/gen/types.gen';
import type { Tone } from '@/ui/status-badge';
import { titles } from './titles';

export const kindNames: Record<RecommendationKind, string> = {
  Recommendation: 'Рекомендация',
  Decision: 'Управленческое решение',
};
export const kinds = Object.keys(kindNames) as [RecommendationKind, ...RecommendationKind[]];

export const stateNames: Record<RecommendationState, string> = {
  Open: 'в работе',
  Done: 'выполнено',
  Cancelled: 'отменено',
};
export const stateTones: Record<RecommendationState, Tone> = { Open: 'progress', Done: 'good', Cancelled: 'neutral' };
export const states = Object.keys(stateNames) as [RecommendationState, ...RecommendationState[]];

export const ru = {
  title: titles.list,
  registry: 'Рекомендации и решения',
  filters: 'Условия отбора',
  add: 'Дать рекомендацию',
  print: 'Печать списка',
  printed: (day: string) => `Составлено ${day}`,
  count: { all: 'В списке', found: 'Найдено' },
  forms: ['рекомендация', 'рекомендации', 'рекомендаций'] as const,
  any: 'Любая',
  anyState: 'Любое',
  anyPlace: 'Любой',
  clear: (field: string) => `Очистить: ${field}`,
  overdue: 'просрочено',
  noDay: 'без срока',
  nobody: 'не назначен',
  fields: {
    text: 'Что нужно сделать',
    to: 'Кому',
    owner: 'Отвечает',
    ownerId: 'Отвечает',
    dueOn: 'Срок',
    state: 'Состояние',
    kind: 'Вид',
    level: 'Кому',
    schoolId: 'Школа',
    municipalityCode: 'Муниципалитет',
    municipality: 'Муниципалитет',
    causes: 'Показатели',
  },
  only: { overdue: 'Только просроченные', mine: 'Только те, за которые отвечаю я' },
  tags: {
    overdue: 'Просрочено',
    mine: 'Отвечаю я',
    school: 'Школа',
    indicator: 'По показателю',
    dueFrom: (day: string) => `Срок с ${day}`,
    dueBy: (day: string) => `Срок по ${day}`,
  },
  nothing: 'По этим условиям рекомендаций нет',
  nothingText: 'Уберите часть условий: например, снимите отбор по состоянию.',
  reset: 'Сбросить условия',
  empty: 'Рекомендаций пока нет',
  emptyText:
    'Рекомендация или решение следует из показателей: кому, что сделать, к какому дню и кто отвечает. Цифры, из-за которых она дана, сохранятся рядом.',
  emptyReader: 'Они появятся здесь, когда их даст оператор региона или координатор муниципалитета.',
};

export const card = {
  text: 'Что нужно сделать',
  about: 'Сведения',
  figures: 'Цифры, из которых это следует',
  figuresNote: 'Так они выглядели, когда рекомендация была дана. Если потом они изменились, здесь остаётся прежнее.',
  noFigures: 'Показатели не указаны.',
  columns: { indicator: 'Показатель', place: 'Чей', period: 'Период', figure: 'Значение', target: 'Цель' },
  title: (kind: string, place: string) => `${kind}: ${place}`,
  school: 'Другая школа',
  another: 'другой человек',
  hidden: 'имена видят оператор, координаторы и школы',
  outcome: { Open: 'Чем завершалось раньше', Done: 'Что получилось', Cancelled: 'Почему отменено' },
  settled: (day: string) => `Записано ${day}`,
  made: 'Дано',
  edit: 'Изменить',
  settle: 'Выполнено',
  cancel: 'Отменить',
  reopen: 'Вернуть в работу',
  reopened: 'Снова в работе',
  readOnly: 'Изменять и завершать может оператор региона или координатор этого муниципалитета.',
  missing: 'нет данных',
};

export const settling = {
  done: {
    title: 'Что получилось?',
    text: 'Запишите итог словами и цифрами: через год его прочтут рядом с показателями.',
    outcome: 'Итог',
    hint: 'Например: «Задания разобраны на двух заседаниях ШМО; доля „2“ и „3“ снизилась с 53 до 41 %»',
    button: 'Отметить выполненным',
    saved: 'Отмечено выполненным',
  },
  cancelled: {
    title: 'Почему отменяется?',
    text: 'Запись останется в списке и в истории. Её можно вернуть в работу.',
    outcome: 'Причина',
    hint: 'Например: «Школа присоединена, работа продолжится в новой»',
    button: 'Отменить рекомендацию',
    saved: 'Рекомендация отменена',
  },
};

export const form = {
  addTitle: titles.add,
  addAnswer:
    'Кому, что сделать, к какому дню и кто отвечает. Цифры, из которых это следует, сохранятся такими, как сейчас.',
  editTitle: titles.edit,
  save: 'Сохранить',
  leaveOpen: 'Не сейчас',
  back: 'Отмена',
  required: 'Заполните поле',
  textHint: 'Одно действие, которое можно проверить',
  ownerHint: 'Имя человека с доступом в систему',
  ownerNothing: 'Никого не нашлось',
  schoolHint: 'Начните вводить название или код',
  schoolNothing: 'Школ не нашлось',
  levels: { school: 'Школе', municipality: 'Муниципалитету', region: 'Всему региону' },
  toFixed: 'Кому адресовано, потом не меняется: отмените эту и дайте новую.',
  figures: 'Цифры, из которых это следует',
  figuresHint: 'Необязательно. До 20 показателей.',
  noFigures: 'У этого места ещё нет значений и целей.',
  choosePlace: 'Сначала выберите, кому адресовано.',
  indicator: 'Показатель',
  indicatorNothing: 'Такого показателя нет',
  periodAndFigure: 'Период и значение',
  addFigure: 'Добавить цифру',
  figureAdded: 'Цифра добавлена',
  enough: 'Больше 20 цифр приложить нельзя.',
  removeFigure: (name: string) => `Убрать: ${name}`,
  target: (target: string) => `при цели ${target}`,
  added: 'Рекомендация дана',
  saved: 'Рекомендация изменена',
  leave: 'Есть несохранённые изменения. Уйти со страницы?',
  summary: 'Исправьте поля',
};

export const ofSchool = {
  title: 'Рекомендации',
  all: (count: string) => `Все: ${count}`,
  empty: 'Рекомендаций этой школе нет.',
};
