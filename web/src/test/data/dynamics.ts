import type { DynamicsGroup, DynamicsMatrix, DynamicsOption, DynamicsSchool } from '@/api/gen/types.gen';
import { municipalities, schools } from './schools';

export const dynamicsOptionList: DynamicsOption[] = [
  {
    assessment: 'EGE',
    years: [2019],
    subjects: [
      { code: 'russian', name: 'Русский язык', grades: [11], sittings: [] },
      { code: 'mathematics-profile', name: 'Математика профильная', grades: [11], sittings: [] },
      { code: 'physics', name: 'Физика', grades: [11], sittings: [] },
      { code: 'chemistry', name: 'Химия', grades: [11], sittings: [] },
      { code: 'biology', name: 'Биология', grades: [11], sittings: [] },
      { code: 'history', name: 'История', grades: [11], sittings: [] },
    ],
  },
  {
    assessment: 'OGE',
    years: [2019],
    subjects: [
      { code: 'russian', name: 'Русский язык', grades: [9], sittings: [] },
      { code: 'mathematics', name: 'Математика', grades: [9], sittings: [] },
    ],
  },
  {
    assessment: 'VPR',
    years: [2019],
    subjects: [
      { code: 'main', name: 'Два основных предмета', grades: [], sittings: [] },
      { code: 'russian', name: 'Русский язык', grades: [4, 5, 6, 7], sittings: [] },
      { code: 'mathematics', name: 'Математика', grades: [4, 5, 6, 7], sittings: [] },
    ],
  },
];

const risen: Record<string, number> = { russian: 50, 'mathematics-profile': 46, mathematics: 49, main: 36 };

/** 71 schools of the 2019 list, as published. */
export function regionGroup(subject: string | null): DynamicsGroup {
  const rising = risen[subject ?? ''] ?? 36;
  const mixed = subject === 'main' ? 14 : 0;
  const equal = 2;
  return {
    key: 'RU-TA',
    name: 'Республика Татарстан',
    rising,
    falling: 71 - rising - mixed - equal,
    equal,
    mixed,
    withoutComparison: 0,
    withheld: 0,
    schools: 71,
    share: { numerator: rising, denominator: 71 },
    mean: { value: 68.412, participants: 4180 },
  };
}

const spread: [rising: number, of: number][] = [
  [17, 24],
  [6, 9],
  [11, 14],
  [5, 8],
  [5, 7],
  [3, 6],
  [3, 3],
  [0, 0],
];

export function dynamicsGroups(groupBy: string): DynamicsGroup[] {
  const names =
    groupBy === 'category'
      ? [
          { code: 'LowResults', name: 'ШНОР' },
          { code: 'AdverseConditions', name: 'ШНСУ' },
          { code: 'Both', name: 'ШНОР и ШНСУ' },
        ]
      : municipalities;
  return names.map(({ code, name }, at) => {
    const [rising, of] = spread[at] ?? [0, 0];
    return {
      key: code,
      name,
      rising,
      falling: of - rising,
      equal: 0,
      mixed: 0,
      withoutComparison: of === 0 ? 5 : 0,
      schools: of || 5,
      withheld: 0,
      share: of === 0 ? null : { numerator: rising, denominator: of },
      mean: null,
    };
  });
}

export const dynamicsSchools: DynamicsSchool[] = schools
  .slice(0, 60)
  .map(({ id, code, name, municipality, category }, at) => {
    const change = Math.round(((at * 37) % 160) - 55) / 10;
    const before = 58 + ((at * 13) % 180) / 10;
    return {
      school: { id, code, name, municipality },
      category,
      before: { mean: before, participants: 12 + at },
      after: { mean: Math.round((before + change) * 10) / 10, participants: 11 + at },
      change,
      russian: null,
      mathematics: null,
      small: false,
      withheld: false,
      direction: change > 0 ? 'rising' : change < 0 ? 'falling' : 'equal',
    };
  });

const matrixSubjects = dynamicsOptionList[0]?.subjects.map(({ code, name }) => ({ code, name })) ?? [];

function cell(subject: string, rising: number, of: number) {
  return {
    subject,
    rising,
    falling: of - rising,
    equal: 0,
    mixed: 0,
    withoutComparison: 0,
    withheld: 0,
    share: of === 0 ? null : { numerator: rising, denominator: of },
  };
}

export const matrix: DynamicsMatrix = {
  assessment: 'EGE',
  year: 2019,
  grade: 11,
  base: 'comparable',
  subjects: matrixSubjects,
  rows: municipalities.map(({ code, name, schools: count }, at) => ({
    municipality: { code, name },
    cells: matrixSubjects.map((subject, column) => {
      const of = column > 2 && at > 4 ? 0 : Math.max(2, count - column * 2);
      return cell(subject.code, Math.round(of * (((at * 3 + column * 5) % 10) / 10)), of);
    }),
  })),
  total: matrixSubjects.map((subject, column) => cell(subject.code, 50 - column * 4, 71 - column * 3)),
};
