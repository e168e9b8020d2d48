import type { FormulaFault } from '@/api/gen/types.gen';
import { formatNumber } from '@/lib/format';
import { type Forms, plural } from '@/lib/plural';

const results: Forms = ['результат', 'результата', 'результатов'];
const schools: Forms = ['школа', 'школы', 'школ'];

export const formulaRu = {
  title: 'Как посчитано',
  of: (place: string, period: string) => `${place}, ${period}`,
  noData: 'Нет данных',
  because: (reason: string) => `Нет данных: ${reason}`,
  withheld:
    'За этим значением стоит слишком мало учеников или их число неизвестно: за пределы программы такие значения не передаются.',
  entered: 'Значение не считается по формуле: его вводят или загружают.',
  fromRow: (word: string, row: number) => `${word}, строка ${row} файла`,
  enteredOrigin: { Entered: 'Введено', Imported: 'Загружено', Computed: 'Посчитано' },
  otherLevel: 'Своего значения здесь нет: показатель измеряют у других территорий или школ и собирают по ним.',
  stale: 'Сейчас формула даёт другое значение: данные изменились после расчёта или период закрыт.',
  formula: 'Формула',
  words: 'Что считается',
  method: 'Методика',
  value: 'Значение',
  origin: 'Источник',
  small: 'мало учеников',
  smallTitle: 'Меньше учеников, чем нужно для надёжного вывода',
  parts: 'Из чего',
  openIndicator: 'Как посчитан этот показатель',
  back: 'Назад',
  results: 'Результаты',
  schools: 'Школы',
  resultsCount: (count: number) => `${formatNumber(count)} ${plural(count, results)}`,
  schoolsCount: (count: number) => `${formatNumber(count)} ${plural(count, schools)}`,
  more: (shown: number, total: number) => `Показано ${formatNumber(shown)} из ${formatNumber(total)}`,
  columns: {
    school: 'Школа',
    year: 'Год',
    subject: 'Предмет',
    grade: 'Класс',
    participants: 'Участников',
    mean: 'Среднее',
    below: 'Ниже порога',
    marks: '«2» / «3» / «4» / «5»',
    value: 'Значение',
    counts: 'Учтено',
  },
  counted: 'да',
  derived: 'Отметки пришли в процентах, число учеников посчитано',
  field: {
    label: 'Формула',
    hint: 'Например: marks(VPR, russian, 5, 2, 3) — доля отметок «2» и «3» по ВПР, русский язык, 5 класс',
    checking: 'Проверяем формулу…',
    right: 'Считается',
    uses: 'Зависит от показателей',
    wrong: (count: number) => `${plural(count, ['Ошибка', 'Ошибки', 'Ошибки'])} в формуле`,
    at: (fault: FormulaFault) => (fault.length === 0 ? 'в конце' : `знак ${fault.position + 1}`),
    put: (name: string) => `Заменить на «${name}»`,
    failed: 'Проверить формулу не удалось',
    reference: 'Что можно написать в формуле',
  },
} as const;

/** What may stand in a formula, by examples. */
export const formulaExamples: readonly (readonly [example: string, meaning: string])[] = [
  ['marks(VPR, russian, 5, 2, 3)', 'доля учеников с этими отметками; класс — число или all'],
  ['below(EGE, mathematics-profile)', 'доля участников ниже минимального порога; у ЕГЭ и ОГЭ класс можно не писать'],
  ['participants(OGE, russian)', 'число участников'],
  ['mean(OGE, russian)', 'средний результат; по территории — с учётом числа участников'],
  ['rising(OGE, mathematics, of: listed)', 'доля школ с положительной динамикой; для муниципалитета или региона'],
  ['rising(VPR, main, base: cohort)', 'то же по двум основным предметам, от всех школ перечня'],
  ['indicator("код")', 'другой показатель той же школы или территории за тот же период'],
  ['previous("код")', 'показатель за предыдущий период'],
  ['sum("код"), count_yes("код"), count_known("код")', 'по школам территории: сумма, ответы «да», школы со значением'],
  ['pupils(), teachers(), schools(), listed()', 'обучающиеся, педагоги, школы, школы перечня'],
  ['share(числитель, знаменатель)', 'доля из двух целых чисел'],
  ['+  -  *  /  ( )', 'действия; доля в них считается в процентах'],
  ['>=  <=  >  <  =', 'сравнение для показателя «да — нет», например below(EGE, russian) >= 30'],
];
