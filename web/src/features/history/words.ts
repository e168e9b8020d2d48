import type {
  CentreFunction,
  Change,
  ChangedField,
  DeficitKind,
  OrganisationKind,
  SpecialistKind,
} from '@/api/gen/types.gen';
import { kindNames, localityNames, stateNames } from '@/api/terms';
import { formatDay, formatNumber, missing } from '@/lib/format';
import { actions, sentences, silent, things } from './ru';

/** Words of a change: by thing and action, or by the two one after the other; what nobody knows is shown as it came. */
export function actionWords({ thing, action }: Pick<Change, 'thing' | 'action'>): string {
  const known: Record<string, string> = actions;
  const named: Record<string, string> = things;
  return sentences[`${thing}.${action}`] ?? `${named[thing] ?? thing}: ${known[action] ?? action}`;
}

const clientKinds: Record<string, string> = {
  Integration: 'читает показатели',
  MunicipalSystem: 'передаёт результаты',
};

const organisationKinds: Record<Exclude<OrganisationKind, 'Other'>, string> = {
  Institute: 'институт развития образования',
  University: 'вуз или колледж',
  Authority: 'орган управления',
  EducationCentre: 'образовательный центр (МОЦ)',
  Enterprise: 'предприятие',
};

const functionWords: Record<CentreFunction, string> = {
  Analytical: 'аналитическая',
  Coordinating: 'координационная',
  Methodical: 'методическая',
  Informational: 'информационная',
};

const enumerations: Record<string, Record<string, string>> = {
  kind: { ...kindNames, ...clientKinds, ...organisationKinds },
  purpose: { Invitation: 'приглашение', PasswordReset: 'новый пароль' },
  requiresSecondFactor: { True: 'обязателен', False: 'не обязателен' },
  locality: localityNames,
  state: stateNames,
  role: {
    Operator: 'оператор',
    Coordinator: 'муниципальный координатор',
    School: 'школа',
    Observer: 'наблюдатель',
  },
};

const specialist: Record<SpecialistKind, string> = {
  Psychologist: 'педагог-психолог',
  SocialPedagogue: 'социальный педагог',
  Defectologist: 'учитель-дефектолог',
  SpeechTherapist: 'учитель-логопед',
};

const deficitKind: Record<DeficitKind, string> = {
  Subject: 'предметный',
  Methodical: 'методический',
  PsychologicalPedagogical: 'психолого-педагогический',
};

/** Where a word of the contract means another thing than elsewhere. */
const ofThing: Record<string, Record<string, Record<string, string>>> = {
  Recommendation: {
    kind: { Recommendation: 'рекомендация', Decision: 'управленческое решение' },
    state: { Open: 'в работе', Done: 'выполнено', Cancelled: 'отменено' },
  },
  Event: {
    kind: {
      Seminar: 'семинар',
      Webinar: 'вебинар',
      Conference: 'конференция',
      RoundTable: 'круглый стол',
      MasterClass: 'мастер-класс',
      Other: 'другое',
      AssociationMeeting: 'заседание методобъединения',
    },
    level: {
      School: 'школьный',
      Municipal: 'муниципальный',
      InterMunicipal: 'межмуниципальный',
      Regional: 'региональный',
    },
    state: { Planned: 'запланировано', Held: 'проведено', Cancelled: 'отменено' },
  },
  Association: {
    level: { School: 'школьное', Municipal: 'муниципальное', Network: 'сетевое', Regional: 'региональное' },
  },
  Course: { form: { InPerson: 'очно', Distance: 'дистанционно', Mixed: 'очно-заочно' } },
  CourseRun: {
    state: {
      Planned: 'запланирован',
      Open: 'открыт для записи',
      Running: 'идёт',
      Finished: 'завершён',
      Cancelled: 'отменён',
    },
  },
  Deficit: { kind: deficitKind },
  DiagnosticCampaign: {
    kind: deficitKind,
    form: { External: 'внешняя диагностика', SelfDiagnosis: 'самодиагностика' },
  },
  Enrolment: {
    state: {
      Applied: 'заявлен',
      Enrolled: 'зачислен',
      Waiting: 'в листе ожидания',
      Completed: 'завершил',
      NotCompleted: 'не завершил',
      Withdrawn: 'снят с курса',
    },
    confirmed: { True: 'да', False: 'нет' },
  },
  Teacher: {
    category: { None: 'без категории', Conformity: 'соответствие должности', First: 'первая', Highest: 'высшая' },
    kind: {
      CategoryRaised: 'повышение категории',
      Contest: 'конкурс',
      Publication: 'публикация',
      OpenLesson: 'открытый урок',
      Practice: 'практика',
    },
  },
  SpecialistRequest: {
    specialist,
    state: {
      Requested: 'подана',
      Assigned: 'назначена',
      InWork: 'в работе',
      Done: 'выполнена',
      Declined: 'отказано',
      Withdrawn: 'отозвана',
    },
  },
  SupportSession: { specialist, held: { True: 'да', False: 'нет' } },
  Mentoring: {
    kind: { Teachers: 'наставник педагогов', Directors: 'директор – директор', SchoolTeam: 'тьютор команды школы' },
    reached: { Yes: 'да', Partly: 'частично', No: 'нет' },
  },
  Internship: { result: { Completed: 'завершена', NotCompleted: 'не завершена', Cancelled: 'отменена' } },
  SelectionApplication: {
    state: { Draft: 'черновик', Submitted: 'подана', Withdrawn: 'отозвана' },
    won: { True: 'да', False: 'нет' },
  },
  Consultation: { audience: { Teachers: 'педагоги', Parents: 'родители', School: 'администрация школы' } },
  IndicatorReport: {
    state: { Draft: 'заполняется', Submitted: 'сдан', Returned: 'возвращён', Accepted: 'принят' },
  },
};

/** What an indicator means, part by part in the order in which the history keeps them. */
const definitionWords: readonly Record<string, string>[] = [
  { Share: 'доля', Count: 'количество', Mean: 'среднее', Points: 'баллы', YesNo: 'да или нет' },
  { HigherIsBetter: 'чем больше, тем лучше', LowerIsBetter: 'чем меньше, тем лучше', Neutral: 'не оценивается' },
  { School: 'показатель школы', Municipality: 'показатель муниципалитета', Region: 'показатель региона' },
  { CalendarYear: 'календарный год', SchoolYear: 'учебный год', HalfYear: 'полугодие', Quarter: 'четверть' },
  { School: 'вводит школа', Municipality: 'вводит муниципалитет', Operator: 'вводит оператор', Formula: 'по формуле' },
  {
    RatioOfSums: 'сумма числителей к сумме знаменателей',
    Sum: 'сумма по школам',
    MeanOfSchools: 'среднее по школам',
    Last: 'последнее значение',
  },
];

function definition(value: string): string {
  const [meaning = '', ...formula] = value.split(': ');
  const words = meaning.split(', ').map((word, part) => definitionWords[part]?.[word] ?? word);
  return [words.join(', '), ...formula].join(': ');
}

const permissionWords: Record<string, string> = {
  RegistryRead: 'читать реестр',
  ResultsRead: 'читать результаты',
  ResultsWrite: 'передавать результаты',
  IndicatorsRead: 'читать показатели',
  IndicatorsWrite: 'передавать показатели',
  ImportsRead: 'видеть импорт',
  ImportsWrite: 'загружать файлы',
};

const lists: Record<string, Record<string, string>> = { permissions: permissionWords, functions: functionWords };

export interface Names {
  municipality: (code: string) => string;
  category: (value: string) => string;
}

export function valueWords(field: string, value: string | null, names: Names, thing?: string): string {
  if (value === null || value === '') return missing;
  const word = thing && ofThing[thing]?.[field]?.[value];
  if (word) return word;
  if (field === 'category') return names.category(value);
  if (field === 'municipality' || field === 'municipalityCode') return names.municipality(value);
  if (field === 'definition') return definition(value);
  if (field.endsWith('Thousandths')) return formatNumber(Number(value) / 1000, 3);
  const list = lists[field];
  if (list)
    return value
      .split(', ')
      .map((word) => list[word] ?? word)
      .join(', ');
  if (/^\d{4}-\d{2}-\d{2}(T|$)/.test(value)) return formatDay(value);
  return enumerations[field]?.[value] ?? value;
}

/** Counts of people: nobody at first says nothing. */
const people = ['children', 'returning', 'examined', 'consulted', 'teachers', 'parents'];

/** Everything that a person may read; a field without a word of its own is shown by its name. */
export function shownChanges(changes: readonly ChangedField[]): ChangedField[] {
  return changes.filter(
    ({ field, from, to }) => !silent.includes(field) && !(from === null && to === '0' && people.includes(field)),
  );
}
