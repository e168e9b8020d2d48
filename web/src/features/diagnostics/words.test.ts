import { describe, expect, it } from 'vitest';
import { overviewWords, rowsOf, timeOf } from './words';

const overview = { from: '', until: '', staffOn: '', rows: [] };

describe('what was pasted from a table', () => {
  it('takes names with numbers before them and values in the order of the columns', () => {
    expect(rowsOf('1\tОбразцова Анна\t7,5\tда\n2. Примеров Илья\t\tнет\n\n', 2)).toEqual([
      { name: 'Образцова Анна', values: ['7,5', 'да'] },
      { name: 'Примеров Илья', values: ['', 'нет'] },
    ]);
  });

  it('fills what is missing and keeps what is too much for the server to tell', () => {
    expect(rowsOf('Образцова Анна;5', 2)).toEqual([{ name: 'Образцова Анна', values: ['5', ''] }]);
    expect(rowsOf('Образцова Анна\t5\t6\t7\t', 2)).toEqual([{ name: 'Образцова Анна', values: ['5', '6', '7'] }]);
  });
});

describe('counts in words', () => {
  it('names deficient, diagnosed and staff', () => {
    expect(overviewWords({ ...overview, deficient: 12, diagnosed: 57, staff: 412 })).toBe(
      'Дефициты у 12 из 57, прошедших диагностику. Диагностику прошли 57 из 412\u00a0педагогов (13,8\u00a0%)',
    );
    expect(overviewWords({ ...overview, deficient: 0, diagnosed: 0, staff: 4 })).toContain('никто из 4\u00a0педагогов');
  });

  it('tells when diagnostics are held by the day of the region', () => {
    const days = { fromOn: '2021-09-01', untilOn: '2021-09-30' };
    expect(timeOf(days, '2021-08-31')).toBe('Ahead');
    expect(timeOf(days, '2021-09-30')).toBe('Now');
    expect(timeOf(days, '2021-10-01')).toBe('Over');
  });
});
