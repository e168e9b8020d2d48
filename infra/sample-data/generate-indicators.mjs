// Makes the demo values of indicators, and Smolensk's invented schools: node infra/sample-data/generate-indicators.mjs [folder]
// The same seed gives the same bytes. The printed tables they must satisfy lie beside; IndicatorSampleTests proves that they do.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const folder = process.argv[2] ?? here;
mkdirSync(folder, { recursive: true });

// mulberry32
let state = 20181129;
const random = () => {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};
const whole = (low, high) => low + Math.floor(random() * (high - low + 1));
const shuffled = (list) => {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = whole(0, i);
    [copy[i], copy[j]] = [copy[j], copy[i]];
  }
  return copy;
};
const save = (name, header, rows) => {
  const text = [header, ...rows].map((cells) => cells.join(';')).join('\n');
  writeFileSync(join(folder, name), `\uFEFF${text}\n`);
};
const header = 'place;indicator;period;numerator;denominator;value;target;baseline;baselinePeriod;comment'.split(';');
const line = (place, indicator, period, more) => header.map((name) => ({ place, indicator, period, ...more })[name] ?? '');

// --------------------------------------------------------------------------- Smolensk: 75 schools in 27 municipalities

const districts = `Велижский 66603000,Вяземский 66605000,Гагаринский 66608000,Глинковский 66609000,Демидовский 66611000,
Дорогобужский 66614000,Духовщинский 66616000,Ельнинский 66619000,Ершичский 66621000,Кардымовский 66623000,Краснинский 66624000,
Монастырщинский 66627000,Новодугинский 66630000,Починковский 66633000,Рославльский 66636000,Руднянский 66638000,Сафоновский 66641000,
Смоленский 66644000,Сычёвский 66646000,Тёмкинский 66648000,Угранский 66650000,Хиславичский 66652000,Холм-Жирковский 66654000,
Шумячский 66656000,Ярцевский 66658000`
  .split(',')
  .map((text) => text.trim().split(' '))
  .map(([name, code]) => ({ code, name: `${name} район`, of: `${name.replace(/ий$/, 'ого')} района` }));
districts.push({ code: '66701000', name: 'город Смоленск', of: 'города Смоленска' });
districts.push({ code: '66710000', name: 'город Десногорск', of: 'города Десногорска' });

const names = ['Заречная', 'Полевая', 'Озёрная'];
const schools = Array.from({ length: 75 }, (_, i) => {
  const district = districts[i % districts.length];
  const full = i % 6 !== 5 || i > 70;
  const pupils = whole(60, 480);
  return {
    code: `67${district.code.slice(2, 5)}${String(i + 1).padStart(4, '0')}`,
    name: `МБОУ «${names[Math.floor(i / districts.length)]} ${full ? 'СШ' : 'ОШ'}» ${district.of}`,
    kind: full ? 'СОШ' : 'ООШ',
    locality: district.name.startsWith('город') ? 'городская' : 'сельская',
    district,
    full,
    pupils,
    teachers: Math.round(pupils / 11) + whole(4, 9),
    ninth: Math.max(6, Math.round(pupils / 11) + whole(-2, 3)),
    eleventh: full ? Math.max(3, Math.round(pupils / 22) + whole(0, 3)) : 0,
  };
});
const seniors = schools.filter((s) => s.full);
const categories = shuffled([...Array(38).fill('ШНОР'), ...Array(30).fill('ШНСУ'), ...Array(7).fill('ШНОР и ШНСУ')]);

save('smolensk-municipalities.csv', ['ОКТМО', 'Муниципальное образование'], districts.map((d) => [d.code, d.name]));
save(
  'smolensk-schools.csv',
  ['Код школы', 'Наименование', 'Вид', 'Местность', 'ОКТМО', 'Обучающихся', 'Педагогов'],
  schools.map((s) => [s.code, s.name, s.kind, s.locality, s.district.code, s.pupils, s.teachers]),
);
save(
  'smolensk-cohort-2018.csv',
  ['Период', 'Номер приказа', 'Дата приказа', 'Перечень', 'Код школы', 'Категория', 'Включена', 'Основание'],
  schools.map((s, i) => [
    '2018', '161-ОД', '26.02.2018', 'Школы мероприятия, 2018 год', s.code, categories[i], '26.02.2018', 'Участник мероприятия 2018 года',
  ]),
);

/** Shares whose mean, greatest and least are the printed ones; `above` of them are more than 0. */
function shares(of, base, { mean, max, min, above = of.length, least = 1 }) {
  const order = shuffled(of);
  const rows = order.map((school, i) => ({ school, bottom: base(school), top: 0, open: i < above }));
  const nearest = (row, share) => Math.max(0, Math.min(row.bottom, Math.round(share * row.bottom)));
  const fits = (row, share) => Math.abs(nearest(row, share) / row.bottom - share) < 0.005;
  const open = rows.filter((row) => row.open);
  const fixed = new Set();
  const fix = (share) => {
    const row = open.find((one) => !fixed.has(one) && fits(one, share)) ?? open.find((one) => !fixed.has(one));
    if (!fits(row, share)) row.bottom = 100;
    row.top = nearest(row, share);
    fixed.add(row);
  };
  fix(max);
  if (min > 0) for (let i = 0; i < least; i++) fix(min);
  const rest = open.filter((row) => !fixed.has(row));
  const ends = [...fixed].reduce((sum, row) => sum + row.top / row.bottom, 0);
  const middle = (mean * rows.length - ends) / rest.length;
  const inside = (row, top) => (min > 0 ? top / row.bottom > min + 0.01 : top >= 1) && top / row.bottom < max - 0.01;
  for (const row of rest) {
    row.top = Math.max(1, nearest(row, middle * (0.6 + 0.8 * random())));
    while (!inside(row, row.top) && row.bottom < 2000) {
      row.bottom += Math.max(1, Math.round(row.bottom / 10));
      row.top = Math.max(1, nearest(row, middle));
    }
  }
  const now = () => rows.reduce((sum, row) => sum + row.top / row.bottom, 0) / rows.length;
  for (let turn = 0; Math.abs(now() - mean) > 0.0004; turn++) {
    if (turn > 200000) throw new Error(`mean ${mean} was not reached: ${now()}`);
    const row = rest[whole(0, rest.length - 1)];
    const before = Math.abs(now() - mean);
    const was = { top: row.top, bottom: row.bottom };
    if (random() < 0.5) row.top += Math.sign(mean - now());
    else row.bottom = Math.max(3, row.bottom + whole(-2, 2));
    // A step goes only where it comes nearer; with few schools a pupil more or less of the whole is the finer one.
    if (!inside(row, row.top) || Math.abs(now() - mean) >= before) Object.assign(row, was);
  }
  return rows;
}

const share = (code, rows) =>
  rows.map(({ school, top, bottom }) => line(school.code, code, '2017/2018', { numerator: top, denominator: bottom }));
const some = (code, of, base, above) => {
  const chosen = new Set(shuffled(of).slice(0, above));
  return of.map((s) => line(s.code, code, '2017/2018', { numerator: chosen.has(s) ? 1 : 0, denominator: base(s) }));
};
const numbers = (code, values) => shuffled(schools).map((s, i) => line(s.code, code, '2017/2018', { value: values[i] }));
const events = [...Array.from({ length: 53 }, (_, i) => (i % 2 === 0 ? 1 : 0)), ...Array(22).fill(4)];
// 27 ones and 22 fours are 115: the 17 that are missing to 132 go to the busiest.
for (let i = 0; i < 17; i++) events[53 + i] += 1;

save('smolensk-indicators.csv', header, [
  ...share('smo-01', shares(schools, (s) => s.pupils, { mean: 0.379, max: 0.74, min: 0.07 })),
  ...share('smo-02', shares(schools, (s) => s.ninth, { mean: 0.013, max: 0.13, min: 0, above: 16 })),
  ...share('smo-03', shares(schools, (s) => s.ninth + s.eleventh, { mean: 0.045, max: 0.66, min: 0, above: 18 })),
  ...some('smo-04', seniors, (s) => s.eleventh, 6),
  ...some('smo-05', seniors, (s) => s.eleventh, 11),
  ...share('smo-06', shares(seniors, (s) => s.eleventh, { mean: 0.008, max: 0.33, min: 0, above: 2 })),
  ...share('smo-07', shares(shuffled(seniors).slice(0, 12), (s) => s.eleventh + 20, { mean: 0.192, max: 0.44, min: 0, above: 11 })),
  ...share('smo-08', shares(shuffled(seniors).slice(0, 20), (s) => s.eleventh + 20, { mean: 0.32, max: 1, min: 0, above: 18 })),
  ...share('smo-09', shares(schools, (s) => s.pupils, { mean: 0.136, max: 0.65, min: 0, above: 70 })),
  ...numbers('smo-10', schools.map((_, i) => (i < 14 ? 1 + (i % 3) : 0))),
  ...share('smo-11', shares(schools, (s) => s.teachers, { mean: 0.73, max: 1, min: 0.2, least: 2 })),
  ...numbers('smo-12', schools.map((_, i) => (i < 12 ? 'да' : 'нет'))),
  ...numbers('smo-13', events),
]);

// --------------------------------------------------------------------------- Yelabuga: the printed table and a demo year

const rows = readFileSync(join(here, 'yelabuga-school2-indicators.csv'), 'utf8')
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((text) => text.match(/("([^"]|"")*"|[^,]*)(,|$)/g).map((cell) => cell.replace(/,$/, '').replace(/^"|"$/g, '')));
const baseOf = (name) =>
  /данного этапа/.test(name) ? 20
  : /педагог/i.test(name) ? 43
  : /ОГЭ|основном общем/.test(name) ? 68
  : /ЕГЭ|среднем общем/.test(name) ? 33
  : /4 классов/.test(name) ? 88
  : /начальная школа/.test(name) ? 318
  : /основная школа/.test(name) ? 346
  : /средняя школа/.test(name) ? 66
  : 730;
const lowerIsBetter = (n) => (n >= 4 && n <= 22) || n === 36;
const computed = (n) => n >= 13 && n <= 22;
const school = '160312002';
const yelabuga = rows.flatMap(([, name, fact, target], i) => {
  const n = i + 1;
  const code = `yel-${String(n).padStart(2, '0')}`;
  const entered = { value: fact, comment: 'Факт 2019 года, напечатанный в программе' };
  const told = computed(n) ? [] : [line(school, code, '2019', entered)];
  const aims = target ? [line(school, code, '2020', { target, baseline: fact, baselinePeriod: '2019' })] : [];
  if (computed(n)) return [...told, ...aims];
  const denominator = baseOf(name);
  const aim = Number(target);
  const step = Math.max(1, Math.round(denominator * 0.03));
  const better = random() < 0.6;
  const sign = better === lowerIsBetter(n) ? -1 : 1;
  const numerator = Math.max(0, Math.min(denominator, Math.round((aim / 100) * denominator) + sign * whole(0, step)));
  const comment = 'Демонстрационное значение: в документах 2021 года нет';
  return [...told, ...aims, line(school, code, '2021', { numerator, denominator, target, baseline: fact, baselinePeriod: '2019', comment })];
});
save('tatarstan-indicators.csv', header, yelabuga);

// --------------------------------------------------------------------------- Nazarovo: what the note prints and cannot be computed

const year = '2020/2021';
const town = '04714000';
save('nazarovo-indicators.csv', header, [
  ...[21, 22, 23, 24].map((n) => line(`2404110${n}`, 'naz-school-programme', year, { value: 'да' })),
  ...[21, 22, 23, 24].map((n) => line(`2404110${n}`, 'naz-school-events', year, { value: n === 22 ? 'да' : 'нет' })),
  line(town, 'naz-teachers-municipal', year, { value: 96, comment: 'Записка называет только процент' }),
  line(town, 'naz-teachers-diagnosed', year, { value: 14, comment: 'Записка называет только процент' }),
  line(town, 'naz-teachers-regional', year, { value: 18, comment: 'Записка называет только процент' }),
]);
