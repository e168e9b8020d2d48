import type { GetSchoolHistoryChange, GetSchoolHistoryFieldChange } from '@/api/gen/types.gen';
import { kindNames, localityNames, stateNames } from '@/api/terms';
import { formatDay, missing } from '@/lib/format';
import { history } from './ru';

/** Words of a change: by thing and action («CohortMember.created»), or by the action alone. */
export function actionWords({ thing, action }: Pick<GetSchoolHistoryChange, 'thing' | 'action'>): string {
  return history.actions[`${thing}.${action}`] ?? history.actions[action] ?? history.changed;
}

const enumerations: Record<string, Record<string, string>> = {
  kind: kindNames,
  locality: localityNames,
  state: stateNames,
};

export interface Names {
  municipality: (code: string) => string;
  category: (value: string) => string;
}

export function valueWords(field: string, value: string | null, names: Names): string {
  if (value === null || value === '') return missing;
  if (field === 'category') return names.category(value);
  if (field === 'municipality' || field === 'municipalityCode') return names.municipality(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDay(value);
  return enumerations[field]?.[value] ?? value;
}

/** Fields that people know; keys and copies made for the machine are left out. */
export function knownChanges(changes: readonly GetSchoolHistoryFieldChange[]): GetSchoolHistoryFieldChange[] {
  return changes.filter(({ field }) => field in history.fields);
}
