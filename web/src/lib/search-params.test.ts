import { expect, test } from 'vitest';
import { membersSearch } from '@/features/cohorts/search';
import { schoolSearch, toQuery } from '@/features/schools/search';
import { readSearch, writeSearch } from './search-params';

test('a link with nonsense still opens: what does not fit is left out', () => {
  const read = schoolSearch.parse({
    kind: 'Palace',
    page: '-3',
    year: 'abc',
    locality: 'Rural',
    search: '  ',
    sort: 'drop table',
  });
  expect(read).toEqual({ locality: 'Rural' });
  expect(membersSearch.parse({ category: 5, page: 1 })).toEqual({});
});

test('numbers come from text, as addresses give them', () => {
  expect(schoolSearch.parse({ year: '2019', page: '3' })).toEqual({ year: 2019, page: 3 });
});

test('the dynamics filter is sent only when its question is complete', () => {
  expect(toQuery({ dynamics: 'rising', year: 2019 })).not.toHaveProperty('dynamics');
  const whole = { dynamics: 'rising', year: 2019, assessment: 'EGE', subject: 'russian' } as const;
  expect(toQuery(whole)).toMatchObject(whole);
});

test('an address is plain text, with nothing that was left out, and comes back the same', () => {
  const written = writeSearch({ year: 2019, municipality: '92626000', search: 'сош №2', kind: undefined });
  expect(written).toBe(
    `?year=2019&municipality=92626000&search=${new URLSearchParams({ s: 'сош №2' }).toString().slice(2)}`,
  );
  expect(readSearch(written)).toEqual({ year: '2019', municipality: '92626000', search: 'сош №2' });
  expect(writeSearch({})).toBe('');
});
