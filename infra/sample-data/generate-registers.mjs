// Makes the demo registers of teachers, courses and specialists: node infra/sample-data/generate-registers.mjs [folder]
// The same seed gives the same bytes. People, courses and sessions are invented; what they add up to is what the documents print:
// 355 teachers who completed courses (Tatarstan, 2019), 285 and five tutors (КБР, 2017), 202 (Smolensk, 2018), 864 children examined and consulted there.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { names } from './people.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const folder = process.argv[2] ?? here;
mkdirSync(folder, { recursive: true });

// mulberry32
let state = 20190901;
const random = () => {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};
const whole = (low, high) => low + Math.floor(random() * (high - low + 1));
const one = (list) => list[whole(0, list.length - 1)];
const shuffled = (list) => {
  const left = [...list];
  return list.map(() => left.splice(whole(0, left.length - 1), 1)[0]);
};
const read = (name, encoding = 'utf-8') =>
  new TextDecoder(encoding)
    .decode(readFileSync(join(here, name)))
    .replace('\uFEFF', '')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(';'));
const write = (name, header, rows) =>
  writeFileSync(join(folder, name), `\uFEFF${[header, ...rows].map((cells) => cells.join(';')).join('\n')}\n`);
const pad = (number) => String(number).padStart(2, '0');
const day = (year, month, date = whole(1, 28)) => `${year}-${pad(month)}-${pad(date)}`;
const shown = (text) => text.split('-').reverse().join('.');
const nextName = names(one, whole);

// Subjects of the catalogue, and two in which no assessment is held.
const taught = [
  ['Русский язык, литература', 'учитель русского языка и литературы'],
  ['Математика', 'учитель математики'],
  ['Начальные классы', 'учитель начальных классов'],
  ['Английский язык', 'учитель английского языка'],
  ['История, обществознание', 'учитель истории и обществознания'],
  ['Физика', 'учитель физики'],
  ['Химия, биология', 'учитель химии и биологии'],
  ['География', 'учитель географии'],
  ['Информатика', 'учитель информатики'],
  ['Физическая культура', 'учитель физической культуры'],
];
const categories = ['высшая', 'первая', 'первая', 'первая', 'соответствие', 'соответствие', 'без категории'];

/** So many teachers of schools, spread evenly; all have been there since before the year. */
function staff(schools, count, before) {
  return Array.from({ length: count }, (_, i) => {
    const school = schools[i % schools.length];
    const [subjects, position] = i < schools.length * 2 ? taught[i < schools.length ? 0 : 1] : one(taught);
    const category = one(categories);
    const since = whole(before - 30, before - 2);
    return {
      school,
      name: nextName(),
      subjects,
      position,
      category,
      categoryOn: category === 'высшая' || category === 'первая' ? shown(day(whole(before - 4, before - 1), 12)) : '',
      experience: since,
      staffSince: shown(`${whole(since, before - 1)}-09-01`),
    };
  });
}

const teacherHeader = ['Код школы', 'ФИО', 'Предметы', 'Должность', 'Категория', 'Дата присвоения категории', 'Год начала стажа', 'В школе с'];
const writeTeachers = (name, teachers) =>
  write(
    name,
    teacherHeader,
    teachers
      .toSorted((a, b) => a.school.localeCompare(b.school))
      .map((t) => [t.school, t.name, t.subjects, t.position, t.category, t.categoryOn, t.experience, t.staffSince]),
  );

const trainingHeader = ['course', 'hours', 'form', 'subjects', 'deficits', 'provider', 'starts', 'ends', 'place', 'seats', 'run', 'school', 'teacher', 'state', 'certificate', 'issued'];
const run = (course, starts, ends, place, seats, stage = 'Finished') => ({ course, starts, ends, place, seats, stage, people: [] });
const enrolled = (runs) =>
  runs.flatMap(({ course, people, ...r }, n) =>
    people.map(({ teacher, state }, i) => [
      ...course,
      r.starts,
      r.ends,
      r.place,
      r.seats,
      r.stage,
      teacher.school,
      teacher.name,
      state,
      state === 'Completed' ? `${r.ends.slice(2, 4)}-${pad(n + 1)}-${String(i + 1).padStart(3, '0')}` : '',
      state === 'Completed' ? r.ends : '',
    ]),
  );

/** Puts teachers onto runs, never on two that overlap; some go twice, and of the others some have begun and not completed. */
function train(runs, teachers, trained, twice, failed) {
  const order = shuffled(teachers);
  const add = (teacher, state, from = 0) => {
    const free = runs.slice(from).concat(runs.slice(0, from));
    const into = free.find((r) => r.people.length < r.seats && !r.people.some((p) => p.teacher === teacher));
    into.people.push({ teacher, state });
  };
  order.slice(0, trained).forEach((teacher, i) => add(teacher, 'Completed', i % runs.length));
  order.slice(0, twice).forEach((teacher, i) => add(teacher, 'Completed', (i + 2) % runs.length));
  order.slice(trained, trained + failed).forEach((teacher, i) => add(teacher, 'NotCompleted', i % runs.length));
}

const courses = {
  reading: ['Смысловое чтение на уроках разных предметов', 36, 'Mixed', 'russian literature', 'Работа с текстом, читательская грамотность', 'ИРО'],
  oge: ['Подготовка к ОГЭ по математике в школе с низкими результатами', 72, 'InPerson', 'mathematics', 'Решение задач второй части, разбор типичных ошибок', 'ИРО'],
  assessment: ['Формирующее оценивание', 36, 'Distance', '', 'Обратная связь ученику, критерии оценивания', 'ИРО'],
  difficulties: ['Обучение детей с трудностями в освоении программы', 72, 'Mixed', '', 'Дифференциация, работа с учебными дефицитами', 'КФУ'],
  vpr: ['Анализ результатов ВПР и работа с ними', 18, 'Distance', 'russian mathematics', 'Чтение отчётов, план работы по итогам', 'ИРО'],
  team: ['Управление школой: программа перехода в эффективный режим', 72, 'InPerson', '', 'Программа улучшения результатов, работа команды', 'ИРО'],
};
const without = (course) => [...course.slice(0, 5), ''];

// Tatarstan: 71 schools of the order and № 2, 412 teachers; 355 of them completed a course in 2019.
{
  const listed = read('tatarstan-cohort-2019.csv').map((r) => r[4]);
  const teachers = staff(listed, 400, 2019);
  const second = staff(['160312002'], 12, 2019);
  writeTeachers('tatarstan-teachers.csv', [...teachers, ...second]);
  const runs = [
    run(courses.reading, '2019-02-18', '2019-03-22', 'Казань, ИРО', 75),
    run(courses.oge, '2019-03-11', '2019-04-19', 'Елабуга, ЕИ КФУ', 75),
    run(courses.assessment, '2019-04-08', '2019-05-17', 'Дистанционно', 90),
    run(courses.difficulties, '2019-06-03', '2019-06-21', 'Елабуга, ЕИ КФУ', 75),
    run(courses.vpr, '2019-09-16', '2019-10-04', 'Дистанционно', 90),
    run(courses.team, '2019-10-14', '2019-12-06', 'Казань, ИРО', 75),
  ];
  train(runs, teachers, 355, 52, 21);
  const later = run(courses.oge, '2020-10-05', '2020-11-20', 'Елабуга, ЕИ КФУ', 25);
  later.people = second.slice(0, 5).map((teacher) => ({ teacher, state: 'Completed' }));
  const open = run(courses.reading, '2029-03-12', '2029-04-20', 'Казань, ИРО', 25, 'Open');
  open.people = [...second.slice(5, 8).map((teacher) => ({ teacher, state: 'Applied' })), ...shuffled(teachers).slice(0, 19).map((teacher) => ({ teacher, state: 'Enrolled' }))];
  write('tatarstan-training.csv', trainingHeader, enrolled([...runs, later, open]));
}

// Smolensk: 75 schools, 202 people trained in 2018, 864 children seen by psychologists and speech therapists.
{
  const schools = read('smolensk-schools.csv').map(([code]) => code);
  const teachers = staff(schools, 300, 2018);
  writeTeachers('smolensk-teachers.csv', teachers);
  const runs = [
    run(without(courses.team), '2018-03-12', '2018-04-20', 'Смоленск', 80),
    run(without(courses.difficulties), '2018-05-14', '2018-06-08', 'Смоленск', 80),
    run(without(courses.assessment), '2018-09-17', '2018-10-19', 'Дистанционно', 80),
  ];
  train(runs, teachers, 202, 18, 14);
  write('smolensk-training.csv', trainingHeader, enrolled(runs));

  const kinds = [
    ['Psychologist', 'Низкая мотивация и тревожность перед работами'],
    ['SpeechTherapist', 'Нарушения письма и чтения у учеников начальных классов'],
  ];
  const requests = schools.flatMap((school, i) => kinds.slice(0, i % 3 === 2 ? 2 : 1).map((kind) => ({ school, kind })));
  // Everybody is counted in the first session; whoever comes again is one who returns.
  const children = requests.map(() => whole(5, 11));
  for (let rest = 864 - children.reduce((a, b) => a + b, 0), i = 0; rest !== 0; i = (i + 1) % children.length) {
    const step = Math.sign(rest);
    if (children[i] + step < 4) continue;
    children[i] += step;
    rest -= step;
  }
  write(
    'smolensk-support.csv',
    ['school', 'specialist', 'reason', 'children', 'requested', 'sessions', 'outcome'],
    requests.map(({ school, kind: [specialist, reason] }, i) => {
      const month = whole(3, 10);
      const first = [day(2018, month + 1), children[i], 0, children[i], whole(2, children[i]), whole(1, 4), whole(2, 9)];
      const again = whole(1, children[i]);
      const second = [day(2018, month + 2), again, again, 0, again, whole(0, 3), whole(0, again)];
      const sessions = i % 4 === 0 ? [first] : [first, second];
      const outcome = i % 5 === 0 ? '' : 'Даны рекомендации учителям и родителям, составлен план занятий';
      return [school, specialist, reason, children[i], day(2018, month), sessions.map((s) => s.join('|')).join('/'), outcome];
    }),
  );
}

// Nazarovo: the 125 teachers that the register of the four schools gives.
const nazarovo = read('nazarovo-schools.csv', 'windows-1251').flatMap(([code, , , , , , count]) => staff([code], Number(count), 2020));
writeTeachers('nazarovo-teachers.csv', nazarovo);

// КБР: eight municipal authorities, 24 schools, 285 of 330 teachers trained in 2017.
{
  const places = [
    ['83610000', 'Баксанский муниципальный район', 'Баксанского района'],
    ['83615000', 'Зольский муниципальный район', 'Зольского района'],
    ['83618000', 'Лескенский муниципальный район', 'Лескенского района'],
    ['83620000', 'Майский муниципальный район', 'Майского района'],
    ['83625000', 'Прохладненский муниципальный район', 'Прохладненского района'],
    ['83635000', 'Терский муниципальный район', 'Терского района'],
    ['83640000', 'Урванский муниципальный район', 'Урванского района'],
    ['83645000', 'Чегемский муниципальный район', 'Чегемского района'],
  ];
  write('kbr-municipalities.csv', ['ОКТМО', 'Муниципальное образование'], places.map(([code, name]) => [code, name]));
  const schools = places.flatMap(([oktmo, , of], i) =>
    ['Верхняя', 'Предгорная', 'Степная'].map((word, n) => {
      const teachers = whole(18, 42);
      return [`0701${pad(i + 1)}${pad(n + 1)}1`, `МКОУ «${word} СОШ» ${of}`, 'СОШ', 'сельская', oktmo, teachers * whole(9, 13), teachers];
    }),
  );
  write('kbr-schools.csv', ['Код школы', 'Наименование', 'Вид', 'Местность', 'ОКТМО', 'Обучающихся', 'Педагогов'], schools);
  const teachers = staff(schools.map(([code]) => code), 330, 2017);
  writeTeachers('kbr-teachers.csv', teachers);
  const runs = [
    run(without(courses.team), '2017-03-13', '2017-04-14', 'Нальчик', 90),
    run(without(courses.difficulties), '2017-06-05', '2017-06-23', 'Нальчик', 90),
    run(without(courses.reading), '2017-09-18', '2017-10-20', 'Нальчик', 75),
    run(without(courses.vpr), '2017-11-06', '2017-11-24', 'Дистанционно', 75),
  ];
  train(runs, teachers, 285, 24, 12);
  write('kbr-training.csv', trainingHeader, enrolled(runs));
  // Five tutors whom a federal provider had trained share the schools.
  const codes = schools.map(([code]) => code);
  write(
    'kbr-tutors.csv',
    ['tutor', 'schools', 'starts', 'ends', 'meetings'],
    Array.from({ length: 5 }, (_, i) => [
      nextName(),
      codes.filter((_, n) => n % 5 === i).join(' '),
      '2017-02-01',
      '2017-12-20',
      [3, 5, 9, 11].map((month) => `${day(2017, month)}|${whole(2, 6)}`).join('/'),
    ]),
  );
}

// Nazarovo, school year 2020/2021: of 125 teachers 120 came to meetings of associations of the municipality, 22 of the region; 18 were
// diagnosed. That is 96 %, 18 % and 14 %, as the note prints.
{
  const areas = [
    ['учителей русского языка и литературы', 'russian', /русского/],
    ['учителей математики, физики и информатики', 'mathematics', /математики|физики|информатики/],
    ['учителей начальных классов', '', /начальных/],
    ['учителей иностранных языков', 'english', /английского/],
    ['учителей истории, обществознания и географии', 'history', /истории|географии/],
    ['учителей химии и биологии', 'chemistry', /химии/],
    ['учителей физической культуры', '', /физической культуры/],
  ];
  const themes = ['Итоги оценочных процедур и план работы на год', 'Читательская грамотность на уроках', 'Разбор заданий КДР и ВПР'];
  const days = ['2020-09-24', '2020-12-10', '2021-03-25'];
  const absent = new Set(shuffled(nazarovo).slice(0, 5));
  const rows = [];
  for (const [of, subject, pattern] of areas) {
    const members = nazarovo.filter((t) => pattern.test(t.position));
    const came = members.filter((t) => !absent.has(t));
    // Everybody who came at all came to one of the meetings, most to more.
    themes.forEach((theme, n) => {
      const there = came.filter((t, i) => i % 3 === n || random() < 0.6);
      for (const t of there) rows.push(['Municipal', `РМО ${of}`, subject, theme, days[n], 'Назарово, управление образования', t.school, t.name]);
    });
    for (const t of members) rows.push(['Municipal', `РМО ${of}`, subject, '', '', '', t.school, t.name]);
  }
  const regional = [
    ['Сетевое объединение учителей математики Красноярского края', 'mathematics', /математики/, 11],
    ['Сетевое объединение учителей русского языка Красноярского края', 'russian', /русского/, 11],
  ];
  const reached = [];
  for (const [name, subject, pattern, count] of regional) {
    const members = shuffled(nazarovo.filter((t) => pattern.test(t.position))).slice(0, count);
    reached.push(...members);
    for (const t of members) {
      rows.push(['Regional', name, subject, 'Как готовить к ОГЭ учеников с разной подготовкой', '2021-02-18', 'Дистанционно', t.school, t.name]);
      rows.push(['Regional', name, subject, '', '', '', t.school, t.name]);
    }
  }
  write('nazarovo-associations.csv', ['level', 'association', 'subject', 'meeting', 'day', 'place', 'school', 'teacher'], rows);

  const deficits = [
    ['ЧГ-1', 'Работа с текстом: поиск и обобщение сведений'],
    ['ОЦ-1', 'Формирующее оценивание'],
    ['ДФ-1', 'Дифференциация заданий по уровню подготовки'],
  ];
  const diagnosed = [...reached.slice(0, 10), ...shuffled(nazarovo.filter((t) => !reached.includes(t))).slice(0, 8)];
  write(
    'nazarovo-diagnostics.csv',
    ['day', 'school', 'teacher', ...deficits.map(([code, name]) => `${code} ${name}`)],
    diagnosed.map((t) => [one(['2021-02-02', '2021-02-03', '2021-02-04']), t.school, t.name, ...deficits.map(() => whole(3, 10))]),
  );
}
