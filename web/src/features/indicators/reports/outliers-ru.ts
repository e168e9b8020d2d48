export const ru = {
  /** «Просмотрено 120 значений, стоит проверить 5.» */
  answer: (found: string, values: string) => `Просмотрено ${values}, стоит проверить: ${found}.`,
  answerNone: (values: string) => `Просмотрено ${values}, необычных нет.`,
  kind: 'Что необычно',
  anyKind: 'Всё необычное',
  kinds: {
    High: 'намного больше, чем у других',
    Low: 'намного меньше, чем у других',
    Change: 'резко изменилось за год',
  } as const,
  indicator: 'Показатель',
  anyIndicator: 'Все показатели',
  caption: 'Значения, которые стоит проверить',
  columns: { school: 'Школа', indicator: 'Показатель', value: 'Значение', why: 'Почему стоит проверить' },
  said: (comment: string) => `Пояснение школы: ${comment}`,
  unsaid: 'Школа не пояснила',
  nothing: 'Необычных значений нет',
  nothingYet: 'За этот период школы ещё ничего не внесли.',
  nothingText: (values: string) => `Просмотрено ${values}: все близки к значениям других школ и к прошлому году.`,
  nothingFiltered: 'По этим условиям необычных значений нет',
  reset: 'Сбросить условия',
  cut: (shown: string, all: string) =>
    `Показаны первые ${shown} из ${all}. Выберите показатель, чтобы увидеть все его значения.`,
};
