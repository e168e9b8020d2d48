import type { DiagnosticFindingDetails } from '@/api/gen/types.gen';
import { formatNumber } from '@/lib/format';
import classes from './diagnostics.module.css';
import { card } from './ru';

/** The deficits that were found, each with its score; or that there are none. */
export function FindingWords({ findings }: { findings: readonly DiagnosticFindingDetails[] }) {
  const found = findings.filter((one) => one.found);
  if (found.length === 0) return <span className={classes.soft}>{card.noDeficits}</span>;
  return (
    <>
      {found.map(({ deficit, name, score, maximum }, i) => (
        <span key={deficit}>
          {i > 0 ? ', ' : null}
          {name}
          {score != null && maximum != null ? (
            <span className={classes.soft}> ({`${formatNumber(score)} из ${formatNumber(maximum)}`})</span>
          ) : null}
        </span>
      ))}
    </>
  );
}
