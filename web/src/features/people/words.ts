import type { AccessPlace, GrantDetails } from '@/api/gen/types.gen';
import { roleNames } from '@/api/terms';
import { formatDay } from '@/lib/format';
import { ru } from './ru';

/** A place as a line of text: a school together with where it stands. */
export const placeWords = (place: AccessPlace) =>
  place.municipality ? `${place.name}, ${place.municipality}` : place.name;

/** The days of a role: «с 01.09.2021 до 31.08.2022», or that there is no end. */
export function dayWords({ fromOn, toOn }: Pick<GrantDetails, 'fromOn' | 'toOn'>): string {
  const words = [fromOn ? ru.from(formatDay(fromOn)) : '', toOn ? ru.until(formatDay(toOn)) : ''].filter(Boolean);
  return words.join(' ') || ru.person.always;
}

/** A role in one line of a list: «Координатор: Елабужский район, до 31.08.2022». */
export function grantWords(grant: GrantDetails): string {
  const parts = [`${roleNames[grant.role]}: ${grant.place.name}`];
  if (grant.fromOn && grant.state === 'Ahead') parts.push(ru.from(formatDay(grant.fromOn)));
  if (grant.toOn) parts.push(ru.until(formatDay(grant.toOn)));
  if (grant.delegatedBy) parts.push(ru.lentBy(grant.delegatedBy.name));
  return parts.join(', ');
}

/** The full address of a one-time link; its secret stands behind «#», which browsers send to nobody. */
export const addressOf = (path: string) => window.location.origin + path;
