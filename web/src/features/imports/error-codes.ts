/** Kinds of row errors in words, for the summary above the table. */
const words: Record<string, string> = {
  required: 'не заполнено',
  'unknown-column': 'неизвестный столбец',
  'number-invalid': 'не число',
  'decimals-too-many': 'лишние знаки после запятой',
  'out-of-range': 'вне допустимых границ',
  'subject-unknown': 'неизвестный предмет',
  'assessment-unknown': 'неизвестная процедура',
  'school-unknown': 'школа не найдена',
  'school-ambiguous': 'подходит несколько школ',
  'place-unknown': 'неизвестный регион или муниципалитет',
  'marks-sum': 'сумма отметок не равна числу участников',
  'marks-percent-sum': 'сумма долей не 100 %',
  'below-exceeds-participants': 'ниже порога больше, чем участников',
  'duplicate-in-payload': 'повтор в том же файле',
  'unknown-property': 'лишнее поле',
  'value-missing': 'нет ни одного результата',
};

export const codeWords = (code: string) => words[code] ?? code;
