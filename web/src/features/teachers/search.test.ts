import { describe, expect, test } from 'vitest';
import { chosen, fileAddress, teacherSearch, toFilter } from './search';

describe('filter', () => {
  test('those who left are asked for, not shown by themselves', () => {
    expect(toFilter({}).onStaff).toBe(true);
    expect(toFilter({ staff: 'left' }).onStaff).toBe(false);
    expect(toFilter({ staff: 'all' }).onStaff).toBeUndefined();
  });

  test('the file is asked for with the same conditions', () => {
    const search = teacherSearch.parse({
      search: 'ёлк',
      municipality: '92626000',
      plan: 'no',
      sort: '-name',
      page: '3',
    });
    const query = new URLSearchParams(fileAddress(search).split('?')[1]);
    expect(Object.fromEntries(query)).toEqual({
      search: 'ёлк',
      municipality: '92626000',
      onStaff: 'true',
      hasPlan: 'false',
    });
    expect(chosen(search)).toBe(3);
  });

  test('what does not fit is left out', () => {
    expect(teacherSearch.parse({ category: 'Third', staff: 'x', page: '0' })).toEqual({});
  });
});
