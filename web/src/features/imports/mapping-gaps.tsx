import type { MappableField } from '@/api/gen/types.gen';
import { Note } from '@/ui/note';
import type { Gap } from './mapping';
import { mappingStep as ru } from './ru';

function words(gap: Gap, fields: readonly MappableField[]): string {
  const suffix = gap.series === null ? '' : ` (${ru.result(gap.series + 1).toLowerCase()})`;
  if (gap.kind === 'field') {
    const label = fields.find(({ name }) => name === gap.field)?.label ?? gap.field;
    return gap.series === null ? ru.missing(label) : ru.missingIn(label, gap.series + 1);
  }
  return ru.missingOf[gap.kind].replace(/\.$/, `${suffix}.`);
}

export function MappingGaps({ gaps, fields }: { gaps: readonly Gap[]; fields: readonly MappableField[] }) {
  if (gaps.length === 0) return null;
  return (
    <Note tone="bad" alert title={ru.missingTitle}>
      <ul>
        {gaps.map((gap) => (
          <li key={JSON.stringify(gap)}>{words(gap, fields)}</li>
        ))}
      </ul>
    </Note>
  );
}
