import type { Change, ChangedField } from '@/api/gen/types.gen';
import { kindNames, localityNames, stateNames } from '@/api/terms';
import { formatDay, missing } from '@/lib/format';
import { actions, fields, sentences, things } from './ru';

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

const enumerations: Record<string, Record<string, string>> = {
  kind: { ...kindNames, ...clientKinds },
  locality: localityNames,
  state: stateNames,
  role: {
    Operator: 'оператор',
    Coordinator: 'муниципальный координатор',
    School: 'школа',
    Observer: 'наблюдатель',
  },
};

const permissionWords: Record<string, string> = {
  RegistryRead: 'читать реестр',
  ResultsRead: 'читать результаты',
  ResultsWrite: 'передавать результаты',
  ImportsRead: 'видеть импорт',
  ImportsWrite: 'загружать файлы',
};

export interface Names {
  municipality: (code: string) => string;
  category: (value: string) => string;
}

export function valueWords(field: string, value: string | null, names: Names): string {
  if (value === null || value === '') return missing;
  if (field === 'category') return names.category(value);
  if (field === 'municipality' || field === 'municipalityCode') return names.municipality(value);
  if (field === 'permissions')
    return value
      .split(', ')
      .map((word) => permissionWords[word] ?? word)
      .join(', ');
  if (/^\d{4}-\d{2}-\d{2}(T|$)/.test(value)) return formatDay(value);
  return enumerations[field]?.[value] ?? value;
}

/** Fields that people know; keys and copies made for the machine are left out. */
export function knownChanges(changes: readonly ChangedField[]): ChangedField[] {
  return changes.filter(({ field }) => field in fields);
}
