import { describe, expect, test } from 'vitest';
import { bodyOf, emptyValues, teacherSchema } from './teacher-values';

const good = { ...emptyValues('school'), name: 'Образцова Анна Петровна' };
const wrong = (values: object) =>
  teacherSchema.safeParse({ ...good, ...values }).error?.issues.map(({ path }) => path.join('.')) ?? [];

describe('form', () => {
  test('takes a name and nothing else', () => {
    expect(wrong({})).toEqual([]);
    expect(bodyOf(good)).toMatchObject({ name: 'Образцова Анна Петровна', position: null, plan: null });
  });

  test('says what is missing or cannot be', () => {
    expect(wrong({ name: 'Образцова' })).toEqual(['name']);
    expect(wrong({ schoolId: null })).toEqual(['schoolId']);
    expect(wrong({ categoryOn: '2020-01-01' })).toEqual(['categoryOn']);
    expect(wrong({ experienceSince: '04' })).toEqual(['experienceSince']);
    expect(wrong({ planUpdatedOn: '2020-01-01' })).toEqual(['planOn']);
  });

  test('a plan is sent as one thing', () => {
    expect(bodyOf({ ...good, planOn: '2020-09-01', planUpdatedOn: '' }).plan).toEqual({
      madeOn: '2020-09-01',
      updatedOn: null,
    });
  });
});
