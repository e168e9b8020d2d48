import type { SchoolDetails } from '@/api/gen/types.gen';
import { stateNames } from '@/api/terms';
import { conflict, ru } from './ru';
import { differing, type SchoolValues, valuesOf } from './school-values';

/** What has changed in a school since it was shown, in words. */
export function SchoolState({ before, now }: { before: SchoolDetails; now: SchoolDetails }) {
  const [old, current] = [valuesOf(before), valuesOf(now)];
  const fields = differing(old, current);
  const name = (field: keyof SchoolValues) => ru.fields[field === 'municipalityCode' ? 'municipality' : field];
  const rows = fields.map(
    (field) => `${name(field)}: ${conflict.from} «${old[field]}», ${conflict.to} «${current[field]}»`,
  );
  if (before.state !== now.state) rows.push(`${ru.fields.state}: ${stateNames[now.state]}`);
  if (rows.length === 0) return <p style={{ margin: 0 }}>{conflict.same}</p>;
  return (
    <ul style={{ margin: 0, paddingLeft: 18 }}>
      {rows.map((row) => (
        <li key={row}>{row}</li>
      ))}
    </ul>
  );
}
