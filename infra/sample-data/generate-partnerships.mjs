// Makes the demo agreements with partners: node infra/sample-data/generate-partnerships.mjs [folder]
// The same seed gives the same bytes. Numbers, days and actions are invented; the programme's «не менее 2 партнерских договоров» is not.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const folder = process.argv[2] ?? here;
mkdirSync(folder, { recursive: true });

// mulberry32
let state = 20200420;
const random = () => {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};
const whole = (low, high) => low + Math.floor(random() * (high - low + 1));
const one = (list) => list[whole(0, list.length - 1)];
const rows = (name) =>
  readFileSync(join(here, name), 'utf8')
    .replace('\uFEFF', '')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(';'));

const schools = rows('tatarstan-schools.csv');
const supported = [...new Set([...rows('tatarstan-cohort-2020.csv'), ...rows('tatarstan-cohort-2019.csv')].map((r) => r[4]))];
const leaders = schools.filter(([, , kind]) => kind === 'гимназия' || kind === 'лицей').map(([code]) => code);
const organisations = ['ИРО', 'КФУ'];
const subjects = [
  'Методическое сопровождение учителей математики',
  'Методическое сопровождение учителей русского языка',
  'Подготовка к государственной итоговой аттестации',
  'Наставничество молодых педагогов',
  'Работа с обучающимися, имеющими трудности в обучении',
];
const actions = [
  'Открытые уроки и их совместный разбор',
  'Взаимопосещение уроков',
  'Мастер-класс по подготовке к ВПР',
  'Совместное заседание методических объединений',
  'Консультации для выпускников и родителей',
];
const day = (year, month) => `${year}-${String(month).padStart(2, '0')}-${String(whole(1, 28)).padStart(2, '0')}`;

const lines = [];
for (const school of supported) {
  // Some have none yet, a few only one: that is what the view of gaps is for.
  const count = school === '160312002' ? 2 : one([0, 1, 2, 2, 3]);
  for (let i = 0; i < count; i++) {
    const partner = i === 0 ? one(leaders.filter((code) => code !== school)) : one([...organisations, ...leaders]);
    if (partner === school || lines.some((line) => line.school === school && line.partner === partner)) continue;
    const draft = random() < 0.06;
    const planned = Array.from({ length: whole(1, 3) }, (_, n) => {
      const done = !draft && random() < 0.6;
      return [actions[(n + whole(0, 4)) % actions.length], day(2020, whole(9, 12)), done ? day(2020, whole(9, 12)) : ''].join('|');
    });
    lines.push({
      school,
      partner,
      number: draft ? '' : `${i + 1}/${one([2019, 2020])}-${whole(1, 60)}`,
      signed: draft ? '' : day(2020, whole(2, 5)),
      ends: draft || random() < 0.3 ? '' : random() < 0.2 ? '2021-08-31' : '2029-08-31',
      subject: one(subjects),
      actions: [...new Set(planned)].join('/'),
    });
  }
}
const header = ['school', 'partner', 'number', 'signed', 'ends', 'subject', 'actions'];
const text = [header, ...lines.map((line) => header.map((name) => line[name]))].map((cells) => cells.join(';')).join('\n');
writeFileSync(join(folder, 'tatarstan-partnerships.csv'), `\uFEFF${text}\n`);
