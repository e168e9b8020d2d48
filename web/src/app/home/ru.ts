import type { Assessment, HomeMovement, HomeNumber } from '@/api/gen/types.gen';
import { assessmentNames } from '@/api/terms';
import { formatNumber } from '@/lib/format';

export const ru = {
  today: (day: string, schoolYear: string) => (schoolYear ? `${day} · учебный год ${schoolYear}` : day),
  inSystem: 'В системе',
  supported: 'под поддержкой',
  emptyReader: 'Здесь появится динамика школ, когда оператор региона загрузит первые таблицы.',
  empty: 'Данных пока нет',
  noDynamics: 'Сравнивать пока нечего',
  noDynamicsText: 'Динамика списка появится, когда загружены результаты за два года подряд.',
  noCohort: 'Списка поддерживаемых школ ещё нет',
  noCohortText: 'Когда он появится, здесь будет его динамика по русскому языку и математике.',
  tasks: 'Нужно моё участие',
  allDone: 'На сегодня всё.',
  starred: 'Отмеченные школы',
  allStarred: 'Все',
  noStarred: 'Нажмите звёздочку в списке школ или «Отметить» в карточке: школа появится здесь.',
  supportedBy: 'Школы под поддержкой',
  both: 'в обеих категориях сразу',
  overlap: (members: string, both: string) =>
    `Всего школ: ${members}. Школы в обеих категориях (${both}) входят и в первое, и во второе число.`,
  roseAt: 'Рост у',
  fellAt: 'снижение у',
  of: 'из',
  base: (comparable: number, all: number) =>
    comparable === all
      ? 'Сравнимы все школы списка.'
      : `Сравнимы ${formatNumber(comparable)} из ${formatNumber(all)} школ списка: у остальных нет результатов за оба года.`,
  top: 'Где рост чаще',
  bottom: 'Где рост реже',
  roseOf: (rising: number, comparable: number) => `рост у ${formatNumber(rising)} из ${formatNumber(comparable)}`,
};

const tasks: Partial<Record<HomeNumber['kind'], (year: string) => string>> = {
  RecommendationsOverdue: () => 'Рекомендации: просрочено',
  RecommendationsThisWeek: () => 'Рекомендации: срок на этой неделе',
  ImportsWaiting: () => 'Импорт ждёт подтверждения',
  ImportsTroubled: () => 'Импорт с ошибками за последние две недели',
  SchoolsWithoutResults: (year) => `Школы списка без результатов за ${year} год`,
  SchoolsFallen: (year) => `Школы списка, снизившиеся по русскому языку и математике ВПР в ${year} году`,
  EmptyLists: () => 'Списки без школ',
  ReportsWaiting: () => 'Сданные периоды показателей ждут приёмки',
  ReportsReturned: () => 'Периоды показателей возвращены на доработку',
  UnusedInvitations: () => 'Приглашения, которыми не воспользовались в срок',
  KeysEnding: () => 'Ключи программ, срок которых истекает в ближайшие две недели',
};

export const taskWords = ({ kind, year }: HomeNumber) => tasks[kind]?.(String(year ?? '')) ?? kind;

export function movementWords(latest: HomeMovement | null | undefined): string {
  if (!latest) return 'результатов нет';
  const { year, rising, falling, comparable } = latest;
  if (comparable === 0) return `${year}: сравнить не с чем`;
  return `${year}: рост в ${rising} из ${comparable} работ${falling > 0 ? `, снижение в ${falling}` : ''}`;
}

const subjects: Record<string, string> = {
  russian: 'русский язык',
  mathematics: 'математика',
  'mathematics-profile': 'профильная математика',
  main: 'два основных предмета',
};

export const workName = (assessment: Assessment, subject: string) =>
  `${assessmentNames[assessment]}, ${subjects[subject] ?? subject}`;

export const guide = {
  title: 'С чего начать',
  hide: 'Скрыть',
  done: 'Сделано',
  open: 'Ещё не сделано',
  progress: (done: string, all: string) => `Сделано ${done} из ${all}`,
  help: 'С чего начать: шаги для нового региона',
  municipalities: {
    title: 'Загрузить муниципалитеты',
    text: 'Таблица Excel или CSV, как есть: код ОКТМО и название.',
    has: (municipalities: string) => `Муниципалитетов: ${municipalities}.`,
  },
  schools: {
    title: 'Загрузить школы',
    text: 'Реестр школ таблицей: код, название, муниципалитет.',
    has: (schools: string) => `Школ: ${schools}.`,
  },
  results: {
    title: 'Загрузить результаты экзаменов',
    text: 'ЕГЭ, ОГЭ и ВПР за два года подряд: тогда видна динамика.',
  },
  list: {
    title: 'Утвердить перечень школ',
    text: 'Загрузите школы из приказа таблицей или составьте перечень вручную.',
    has: (schools: string) => `В перечне школ: ${schools}.`,
  },
  people: {
    title: 'Пригласить людей',
    text: 'Координаторы и школы получат одноразовые ссылки для входа.',
    has: (people: string) => `Есть доступ, кроме вас: ${people}.`,
  },
};
