import classes from './formula.module.css';
import { formulaExamples, formulaRu as ru } from './formula-ru';

/** The language of formulas by examples, folded away until somebody asks. */
export function FormulaReference() {
  return (
    <details className={classes.rows}>
      <summary>{ru.field.reference}</summary>
      <dl className={classes.reference}>
        {formulaExamples.map(([example, meaning]) => (
          <div key={example}>
            <dt className={classes.code}>{example}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
