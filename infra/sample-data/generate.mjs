// Makes the invented part of the demo data: node infra/sample-data/generate.mjs [folder]
// The same seed gives the same bytes. What the figures must come to is said in README.md and proved by SampleDataTests.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { districts, toponyms, yelabuga } from './names.mjs';

const folder = process.argv[2] ?? dirname(fileURLToPath(import.meta.url));
mkdirSync(folder, { recursive: true });

// mulberry32
let state = 20190218;
const random = () => {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};
const between = (low, high) => low + (high - low) * random();
const whole = (low, high) => Math.floor(between(low, high + 1));
const pick = (list) => list[whole(0, list.length - 1)];
const shuffled = (list) => {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = whole(0, i);
    [copy[i], copy[j]] = [copy[j], copy[i]];
  }
  return copy;
};
const dealt = (counts) => shuffled(Object.entries(counts).flatMap(([key, n]) => Array(n).fill(key)));
const free = () => pick(['rise', 'rise', 'fall']);

// ---------------------------------------------------------------------------------------------- schools

const codeOf = (district, number) => `1603${String(district.index).padStart(2, '0')}${String(number).padStart(3, '0')}`;
const ofDistrict = (name) => name.replace(/ий муниципальный район$/, 'ого муниципального района');
const village = (low, high) => {
  const pupils = whole(low, high);
  return { pupils, teachers: Math.round(pupils / 11) + whole(5, 9), locality: 'сельская' };
};

const home = districts.find((d) => d.code === '92626000');
const yelabugaSchools = yelabuga.map((s, i) => {
  const size = s.size ?? [60, 320];
  const rural = village(...size);
  return {
    name: `МБОУ «${s.name}» ЕМР РТ`,
    kind: s.kind,
    code: codeOf(home, i + 1),
    district: home,
    supported: s.supported ?? false,
    level: s.supported ? -1 : between(-0.4, 0.9),
    eleventh: !['ООШ', 'НОШ'].includes(s.kind),
    ninth: s.kind !== 'НОШ',
    young: s.kind !== 'вечерняя',
    ...rural,
    locality: s.locality ?? 'городская',
    printed: s.printed !== undefined,
    ...s.printed,
  };
});
const schoolNo2 = yelabugaSchools.find((s) => s.printed);

const rural = districts.filter((d) => d.code !== home.code && !d.name.startsWith('город'));
const hosts = [...rural, ...shuffled(rural)].slice(0, 69);
const names = shuffled(toponyms.filter((t) => !yelabuga.some((s) => s.name.startsWith(t))));
const numbers = new Map();
const supportedElsewhere = hosts
  .map((district, i) => {
    numbers.set(district, (numbers.get(district) ?? 0) + 1);
    return {
      name: `МБОУ «${names[i]} СОШ» ${ofDistrict(district.name)} РТ`,
      kind: 'СОШ',
      code: codeOf(district, 20 + numbers.get(district)),
      district,
      supported: true,
      level: between(-1.4, -0.5),
      eleventh: true,
      ninth: true,
      young: true,
      ...village(110, 520),
    };
  })
  .sort((a, b) => (a.code < b.code ? -1 : 1));

const schools = [...yelabugaSchools, ...supportedElsewhere];
const supported = schools.filter((s) => s.supported);
const others = schools.filter((s) => !s.supported && !s.printed);
const withResults = [...supported, ...others];
if (supported.length !== 71) throw new Error(`${supported.length} supported schools instead of 71`);

// ---------------------------------------------------------------------------------------------- ЕГЭ: means of points

const round2 = (x) => Math.round(x * 100) / 100;
const asked = (before, after, way) => (way === 'rise' ? after > before : way === 'fall' ? after < before : after === before);
const meanOf = (wish, n) => round2(Math.round(wish * n) / n);

function means(school, centre, spread, participants, way, top) {
  const before = { n: participants(), mean: 0 };
  const after = { n: participants(), mean: 0 };
  const wish = Math.min(top - 4 * spread, centre + school.level * spread * 2 + between(-spread, spread));
  if (way === 'tie') {
    before.mean = after.mean = Math.round(wish * 2) / 2;
    before.n += before.n % 2;
    after.n += after.n % 2;
    return [before, after];
  }
  before.mean = meanOf(wish, before.n);
  // A mean of a few pupils moves in coarse steps: the wish goes further until it is seen.
  let step = spread / 4;
  do {
    step += spread / 4;
    after.mean = meanOf(wish + (way === 'rise' ? 1 : -1) * between(step / 3, step), after.n);
  } while (!asked(before.mean, after.mean, way));
  return [before, after];
}

// What Tatarstan printed was printed of all 71 schools: no group there may be small, or it would be withheld from third parties.
const printed = new Set(['Русский язык', 'Математика профиль']);

const ege = [];
function addEge(school, subject, centre, spread, share, threshold, way, top = 100) {
  const eleventh = Math.max(4, Math.round(school.pupils / 22));
  const participants = () => Math.max(printed.has(subject) ? 5 : 2, Math.round(eleventh * share * between(0.8, 1.2)));
  means(school, centre, spread, participants, way, top).forEach(({ n, mean }, i) => {
    const likely = threshold && Math.max(0, (threshold + 22 - mean) / 60);
    const below = threshold ? Math.min(n, Math.round(n * likely * between(0.6, 1.2))) : '';
    ege.push([school.code, 2018 + i, subject, n, mean, below]);
  });
}

const russianWays = dealt({ rise: 50, fall: 19, tie: 2 });
const profileWays = dealt({ rise: 46, fall: 22, tie: 3 });
withResults.filter((s) => s.eleventh).forEach((school, i) => {
  const listed = i < 71;
  addEge(school, 'Русский язык', 69, 4, 1, 24, listed ? russianWays[i] : free());
  addEge(school, 'Математика профиль', 52, 5, 0.5, 27, listed ? profileWays[i] : free());
  addEge(school, 'Математика базовая', 4.2, 0.12, 0.6, 0, free(), 5);
  if (random() < 0.8) addEge(school, 'Обществознание', 55, 4, 0.45, 42, free());
  if (random() < 0.4) addEge(school, 'Биология', 54, 4, 0.25, 36, free());
  if (random() < 0.35) addEge(school, 'История', 55, 4, 0.2, 32, free());
  if (random() < 0.35) addEge(school, 'Физика', 54, 4, 0.25, 36, free());
});

// ---------------------------------------------------------------------------------------------- ОГЭ, ВПР: marks

const total = (marks) => marks.reduce((sum, n) => sum + n, 0);
const thousandths = (marks) => {
  const n = total(marks);
  const points = marks.reduce((sum, count, i) => sum + count * (i + 2), 0) * 1000;
  return Math.floor((2 * points + n) / (2 * n)); // half up: all positive
};
function sample(n, level, hard) {
  const two = Math.max(0.02, hard - 0.05 * level);
  const three = 0.45 - 0.1 * level;
  const four = 0.36 + 0.06 * level;
  const marks = [0, 0, 0, 0];
  for (let i = 0; i < n; i++) {
    const x = random();
    marks[x < two ? 0 : x < two + three ? 1 : x < two + three + four ? 2 : 3]++;
  }
  return marks;
}
function nudge(marks, up) {
  const from = up ? [0, 1, 2] : [3, 2, 1];
  const possible = from.filter((i) => marks[i] > 0);
  if (possible.length === 0) return;
  const i = pick(possible);
  marks[i]--;
  marks[i + (up ? 1 : -1)]++;
}
// Another distribution with exactly the same mean.
function rearranged(marks) {
  const copy = [...marks];
  const inward = copy[1] > 0 && copy[3] > 0 ? 1 : copy[2] > 1 ? -1 : 0;
  copy[1] -= inward;
  copy[2] += 2 * inward;
  copy[3] -= inward;
  return copy;
}
function twoYears(school, size, hard, way) {
  const before = sample(size(), school.level, hard);
  if (way === 'tie') return [before, rearranged(before)];
  const after = sample(size(), school.level + (way === 'rise' ? 0.5 : -0.5), hard);
  while (!asked(thousandths(before), thousandths(after), way)) nudge(after, way === 'rise');
  return [before, after];
}

const oge = [];
const mathsWays = dealt({ rise: 49, fall: 20, tie: 2 });
const ogeRussianWays = dealt({ rise: 36, fall: 33, tie: 2 });
withResults.filter((s) => s.ninth).forEach((school, i) => {
  const listed = i < 71;
  const size = () => Math.max(5, Math.round((school.pupils / 12) * between(0.85, 1.15)));
  const add = (subject, years) => oge.push([school.code, school.name, subject, ...years.flatMap((marks) => [total(marks), ...marks])]);
  add('Русский язык', twoYears(school, size, 0.05, listed ? ogeRussianWays[i] : free()));
  add('Математика', twoYears(school, size, 0.1, listed ? mathsWays[i] : free()));
  if (random() < 0.5) {
    const years = twoYears(school, () => Math.max(3, Math.round(size() * 0.6)), 0.06, free());
    // Some schools had the subject in one of the years only.
    const gone = random() < 0.2 ? whole(0, 1) : -1;
    oge.push([school.code, school.name, 'Обществознание', ...years.flatMap((m, y) => (y === gone ? ['-', '', '', '', ''] : [total(m), ...m]))]);
  }
});

const vpr = [];
const bothWays = dealt({
  'rise rise': 36,
  'fall fall': 12,
  'tie tie': 1,
  'rise fall': 9,
  'fall rise': 8,
  'rise tie': 3,
  'tie fall': 2,
}).map((ways) => ways.split(' '));
const weighed = (grades) => [grades.reduce((s, m) => s + thousandths(m) * total(m), 0), grades.reduce((s, m) => s + total(m), 0)];
function grades456(school, size, way) {
  const before = [4, 5, 6].map(() => sample(size(), school.level, 0.08));
  // The pupils of one year are those of the next, a grade higher: an exact tie over all grades.
  if (way === 'tie') return [before, [before[2], before[0], before[1]]];
  const after = [4, 5, 6].map(() => sample(size(), school.level + (way === 'rise' ? 0.35 : -0.35), 0.08));
  const [was, of] = weighed(before);
  for (;;) {
    const [is, now] = weighed(after);
    if (asked(was * now, is * of, way)) return [before, after];
    nudge(pick(after), way === 'rise');
  }
}
withResults.filter((s) => s.young).forEach((school, i) => {
  const ways = i < 71 ? bothWays[i] : [free(), free()];
  const size = () => Math.max(4, Math.round((school.pupils / 11) * between(0.85, 1.15)));
  ['Русский язык', 'Математика'].forEach((subject, s) => {
    const all = grades456(school, size, ways[s]);
    all.forEach((grades, y) =>
      grades.forEach((marks, g) => {
        if (school.ninth || g === 0) vpr.push([school.code, 4 + g, 2018 + y, subject, total(marks), ...marks]);
      }),
    );
  });
  const [before, after] = twoYears(school, size, 0.02, free());
  vpr.push([school.code, 4, 2018, 'Окружающий мир', total(before), ...before], [school.code, 4, 2019, 'Окружающий мир', total(after), ...after]);
});

// ---------------------------------------------------------------------------------------------- files

const comma = (x) => (typeof x === 'number' ? String(x).replace('.', ',') : String(x));
const cell = (x, separator) => {
  const text = separator === ';' ? comma(x) : String(x);
  return text.includes('"') || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
};
const csv = (rows, separator) => rows.map((row) => row.map((x) => cell(x, separator)).join(separator) + '\r\n').join('');
const write = (name, rows, { separator = ';', encode = (text) => Buffer.from('\ufeff' + text, 'utf8') } = {}) =>
  writeFileSync(join(folder, name), encode(csv(rows, separator)));
const plain = { separator: ',', encode: (text) => Buffer.from(text.replaceAll('\r\n', '\n'), 'utf8') };
const windows1251 = {
  encode: (text) =>
    Buffer.from(
      Array.from(text, (c) => {
        const code = c.codePointAt(0);
        if (code < 0x80) return code;
        if (c >= 'А' && c <= 'я') return code - 0x410 + 0xc0;
        return { Ё: 0xa8, ё: 0xb8, '№': 0xb9, '«': 0xab, '»': 0xbb, '–': 0x96 }[c];
      }),
    ),
};

const schoolHeader = ['Код школы', 'Наименование', 'Вид', 'Местность', 'ОКТМО', 'Обучающихся', 'Педагогов'];
const memberHeader = ['Период', 'Номер приказа', 'Дата приказа', 'Перечень', 'Код школы', 'Категория', 'Включена', 'Основание'];

write('tatarstan-municipalities.csv', [['ОКТМО', 'Муниципальное образование'], ...districts.map((d) => [d.code, d.name])], plain);
write('tatarstan-schools.csv', [schoolHeader, ...schools.map((s) => [s.code, s.name, s.kind, s.locality, s.district.code, s.pupils, s.teachers])]);

const list2019 = 'Школы с низкими результатами обучения, 2019 год';
const list2020 = 'Школы с низкими результатами обучения, 2020 год';
const category = new Map(supported.map((s) => [s, random() < 0.2 ? 'ШНРО и ШНСУ' : 'ШНРО']));
write('tatarstan-cohort-2019.csv', [
  memberHeader,
  ...supported.map((s) => ['2019', 'пол-247/19', '18.02.2019', list2019, s.code, category.get(s), '18.02.2019', 'Низкие результаты ГИА 2018 года']),
]);
const stayed = supported.filter((_, i) => russianWays[i] === 'fall' && profileWays[i] !== 'rise');
write('tatarstan-cohort-2020.csv', [
  memberHeader,
  ['2020', 'под-160/20', '03.02.2020', list2020, schoolNo2.code, 'ШНРО', '03.02.2020', 'Стабильно низкие результаты ВПР'],
  ...stayed.map((s) => ['2020', 'под-160/20', '03.02.2020', list2020, s.code, category.get(s), '03.02.2020', 'Результаты ЕГЭ 2019 года не выросли']),
]);

write('tatarstan-ege-2018-2019.csv', [['Код школы', 'Год', 'Предмет', 'Участников', 'Средний балл', 'Ниже порога'], ...ege]);
const sums = oge.reduce((sum, row) => row.map((x, i) => (i < 3 ? '' : (sum[i] || 0) + (Number(x) || 0))), []);
write('tatarstan-oge-2018-2019.csv', [
  ['Код школы', 'Школа', 'Предмет', '2018 год', '', '', '', '', '2019 год', '', '', '', ''],
  ['', '', '', 'Участников', '«2»', '«3»', '«4»', '«5»', 'Участников', '«2»', '«3»', '«4»', '«5»'],
  ...oge,
  ['Итого', '', '', ...sums.slice(3)],
]);
write('tatarstan-vpr-2018-2019.csv', [['Код школы', 'Класс', 'Год', 'Предмет', 'Участников', '«2»', '«3»', '«4»', '«5»'], ...vpr], plain);

// Nazarovo: so few figures that they are written down, not drawn.
const nazarovo = [
  ['240411021', 'МБОУ «СОШ № 21» г. Назарово', 'СОШ', 486, 37],
  ['240411022', 'МБОУ «СОШ № 22» г. Назарово', 'СОШ', 541, 41],
  ['240411023', 'МБОУ «СОШ № 23» г. Назарово', 'СОШ', 312, 28],
  ['240411024', 'МБОУ «ООШ № 24» г. Назарово', 'ООШ', 187, 19],
];
write('nazarovo-municipalities.csv', [['ОКТМО', 'Муниципальное образование'], ['04714000', 'город Назарово']], windows1251);
const nazarovoSchool = ([code, name, kind, pupils, teachers]) => [code, name, kind, 'городская', '04714000', pupils, teachers];
write('nazarovo-schools.csv', [schoolHeader, ...nazarovo.map(nazarovoSchool)], windows1251);
write(
  'nazarovo-cohort-2020-2021.csv',
  [
    memberHeader,
    ...nazarovo.map(([code], i) => [
      ...['2020/2021', '214-п', '31.08.2020', 'Школы с низкими результатами обучения, 2020-2021 уч. год'],
      ...[code, i === 3 ? 'ШНОР и ШНСУ' : 'ШНОР', '01.09.2020', 'Решение управления образования'],
    ]),
  ],
  windows1251,
);
// procedure, subject, grade, then per school: participants and mean of 2020, of 2021
const works = [
  ['ОГЭ', 'Математика', 9, [41, 3.24, 43, 3.37], [47, 3.38, 45, 3.42], [26, 3.08, 24, 3.25], [15, 3.2, 17, 3.12]],
  ['ОГЭ', 'Русский язык', 9, [41, 3.61, 43, 3.7], [47, 3.83, 45, 3.8], [26, 3.5, 24, 3.63], [15, 3.33, 17, 3.47]],
  ['ЕГЭ', 'Математика', 11, [9, 41.3, 11, 44.7], [12, 47.5, 10, 46.2], [4, 39.5, 5, 38.4], null],
  ['ЕГЭ', 'Русский язык', 11, [18, 63.2, 20, 61.9], [21, 66.4, 19, 66.4], [9, 60.1, 10, 62.7], null],
  ['КДР', 'Читательская грамотность', 4, [44, 58.3, 46, 55.1], [49, 61.2, 52, 60.8], [27, 54.9, 28, 54.9], [16, 52.4, 18, 56.7]],
  ['КДР', 'Читательская грамотность', 6, [42, 49.7, 45, 52.3], [50, 53.1, 47, 55.6], [25, 47.2, 27, 51.8], [17, 44.6, 16, 45.9]],
  ['КДР', 'Естественнонаучная грамотность', 8, [40, 43.8, 41, 42.5], [46, 45.2, 48, 47.9], [24, 41.5, 26, 41.5], [14, 39.9, 15, 38.7]],
];
const nazarovoRows = works.flatMap(([procedure, subject, grade, ...each]) =>
  nazarovo.map(([code, name], i) => [code, name, procedure, subject, grade, ...(each[i] ?? ['–', 'н/д', '–', 'н/д'])]),
);
const nazarovoSum = (column) => nazarovoRows.reduce((sum, row) => sum + (Number(row[column]) || 0), 0);
write(
  'nazarovo-results-2020-2021.csv',
  [
    ['Код школы', 'Школа', 'Процедура', 'Предмет', 'Класс', '2020: участников', '2020: средний балл', '2021: участников', '2021: средний балл'],
    ...nazarovoRows,
    ['Всего', '', '', '', '', nazarovoSum(5), '', nazarovoSum(7), ''],
  ],
  windows1251,
);
