import type { ImportedIndicator, IndicatorSetImport } from '@/api/gen/types.gen';
import { Note } from '@/ui/note';
import { StatusBadge, type Tone } from '@/ui/status-badge';
import classes from './definitions.module.css';
import { taking as text } from './ru';

const tones: Record<ImportedIndicator['outcome'], Tone> = {
  Created: 'good',
  Changed: 'attention',
  Unchanged: 'neutral',
  Refused: 'bad',
};
const names = ['created', 'changed', 'unchanged', 'refused'] as const;

/** What a file would bring: how many are new, changed or wrong, and each of them by name. */
export function TakingPreview({ preview }: { preview: IndicatorSetImport }) {
  const told = preview.items.filter(({ outcome }) => outcome !== 'Unchanged');
  const nothing = told.length === 0 && preview.set === 'Unchanged';
  return (
    <section aria-label={preview.name} aria-live="polite" className={classes.stack}>
      <strong>{preview.name}</strong>
      <span>
        {names
          .filter((name) => preview[name] > 0)
          .map((name) => `${text.counts[name]}: ${preview[name]}`)
          .join(', ')}
      </span>
      {preview.refused > 0 ? <Note tone="bad" title={text.refused} /> : null}
      {nothing ? <Note tone="quiet" title={text.same} /> : null}
      <ul className={classes.rows}>
        {told.map((item) => (
          <li key={item.index} className={classes.row}>
            <span className={classes.no}>{item.index + 1}</span>
            <span className={classes.name}>{item.name ?? item.code ?? text.row(item.index)}</span>
            <span className={classes.side}>
              <StatusBadge tone={tones[item.outcome]}>{text.outcome[item.outcome]}</StatusBadge>
            </span>
            <span className={classes.about}>
              {item.code ? <code>{item.code}</code> : null}
              {item.newDefinition ? <span>{text.newDefinition}</span> : null}
              {item.errors.map((error) => (
                <span key={error.pointer + error.code}>{error.message}</span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
