import type {
  ListedSchool,
  MunicipalitySummary,
  SchoolDetails,
  SubjectDetails,
  SupportCategory,
} from '@/api/gen/types.gen';

const districts: [string, string, number][] = [
  ['92626000', 'Елабужский муниципальный район', 24],
  ['92644000', 'Нижнекамский муниципальный район', 9],
  ['92701000', 'г. Казань', 14],
  ['92730000', 'г. Набережные Челны', 8],
  ['92608000', 'Альметьевский муниципальный район', 7],
  ['92612000', 'Арский муниципальный район', 6],
  ['92629000', 'Зеленодольский муниципальный район', 6],
  ['92656000', 'Чистопольский муниципальный район', 5],
];

export const municipalities: MunicipalitySummary[] = districts.map(([code, name, schools]) => ({
  code,
  name,
  schools,
  regionCode: 'RU-TA',
}));

const cycle: (SupportCategory | null)[] = ['LowResults', null, 'AdverseConditions', null, null, 'Both'];

export const schools: ListedSchool[] = districts.flatMap(([code, name, count], district) =>
  Array.from({ length: count }, (_, at) => {
    const number = at + 1;
    const rural = at % 3 === 2;
    const basic = at % 7 === 5;
    return {
      id: `00000000-0000-7000-8000-00000000${district + 1}${String(number).padStart(3, '0')}`,
      code: `16${String(district + 3).padStart(2, '0')}12${String(number).padStart(3, '0')}`,
      name: rural ? `${basic ? 'ООШ' : 'СОШ'} с. Село-${number}` : `${basic ? 'ООШ' : 'СОШ'} № ${number}`,
      kind: basic ? 'Basic' : at % 9 === 4 ? 'Gymnasium' : 'Secondary',
      locality: rural ? 'Rural' : 'Urban',
      municipality: { code, name },
      pupils: at % 8 === 7 ? null : 180 + ((at * 97 + district * 31) % 900),
      teachers: 14 + ((at * 7) % 50),
      state: at === 20 ? 'Closed' : 'Open',
      category: cycle[(at + district) % cycle.length] ?? null,
      starred: false,
      version: 3,
    } satisfies ListedSchool;
  }),
);

const second = schools.find((school) => school.id.endsWith('1002'));
if (!second) throw new Error('test data lost school 2');
second.category = 'LowResults';
second.code = '160312002';

export function details(school: ListedSchool): SchoolDetails {
  return {
    ...school,
    closedOn: school.state === 'Closed' ? '2019-08-31' : null,
    mergedInto: null,
    address: 'г. Елабуга, ул. Строителей, 2',
    website: 'https://school2.example.org',
    cohorts:
      school.category === null
        ? []
        : [
            {
              id: cohortIds.y2020,
              name: 'Школы поддержки 2020 года',
              period: '2020',
              orderNumber: 'под-160/20',
              orderDate: '2020-02-03',
              category: school.category ?? 'LowResults',
              enteredOn: '2020-02-03',
              leftOn: null,
              exitReason: null,
            },
          ],
    placements: [{ municipality: school.municipality, from: '2000-01-01', to: null, reason: null }],
    editable: school.state === 'Open',
  };
}

export const cohortIds = {
  y2019: '00000000-0000-7000-8000-0000000c2019',
  y2020: '00000000-0000-7000-8000-0000000c2020',
};

export const subjects: SubjectDetails[] = [
  { code: 'russian', name: 'Русский язык', assessments: ['EGE', 'OGE', 'VPR'] },
  { code: 'mathematics', name: 'Математика', assessments: ['OGE', 'VPR'] },
  { code: 'mathematics-basic', name: 'Математика базовая', assessments: ['EGE'] },
  { code: 'mathematics-profile', name: 'Математика профильная', assessments: ['EGE'] },
  { code: 'physics', name: 'Физика', assessments: ['EGE', 'OGE'] },
  { code: 'chemistry', name: 'Химия', assessments: ['EGE', 'OGE'] },
  { code: 'biology', name: 'Биология', assessments: ['EGE', 'OGE', 'VPR'] },
  { code: 'history', name: 'История', assessments: ['EGE', 'OGE', 'VPR'] },
  { code: 'social-studies', name: 'Обществознание', assessments: ['EGE', 'OGE'] },
  { code: 'english', name: 'Английский язык', assessments: ['EGE', 'OGE'] },
  { code: 'world-around', name: 'Окружающий мир', assessments: ['VPR'] },
];
