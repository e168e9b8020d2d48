import { expect, test } from 'vitest';
import { isBlock, parseBlock } from './clipboard-grid';

test('rows and cells come apart at newlines and tabs, whatever the system', () => {
  expect(parseBlock('12,5\t13\r\n–\t12/43\r\n')).toEqual([
    ['12,5', '13'],
    ['–', '12/43'],
  ]);
  expect(parseBlock('1\r2\r')).toEqual([['1'], ['2']]);
  expect(parseBlock('73,4')).toEqual([['73,4']]);
});

test('empty cells and empty rows stay where they are; only the ending newline is no row', () => {
  expect(parseBlock('1\t\t3\n\n4\n')).toEqual([
    ['1', '', '3'],
    ['', '', ''],
    ['4', '', ''],
  ]);
  expect(parseBlock('1\n\n')).toEqual([['1'], ['']]);
  expect(parseBlock('\t')).toEqual([['', '']]);
});

test('quotes of a spreadsheet go, quotes of a text stay', () => {
  expect(parseBlock('"две\nстроки"\t"с ""кавычками"""\n"а" класс\t"не закрыта')).toEqual([
    ['две строки', 'с "кавычками"'],
    ['"а" класс', '"не закрыта'],
  ]);
});

test('spaces that do not break are spaces', () => {
  expect(parseBlock(' 1\u00a0234,5 \t12\u202f%')).toEqual([['1 234,5', '12 %']]);
});

test('one cell is no block, even with the newline that Excel adds', () => {
  expect(isBlock('73,4\r\n')).toBe(false);
  expect(isBlock('73,4')).toBe(false);
  expect(isBlock('1\t2')).toBe(true);
  expect(isBlock('1\n2')).toBe(true);
});
