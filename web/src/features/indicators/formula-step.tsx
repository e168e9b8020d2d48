import { Button } from '@mantine/core';
import type { ExplainedStep } from '@/api/gen/types.gen';
import classes from './formula.module.css';
import { FormulaResults, FormulaSchools } from './formula-rows';
import { formulaRu as ru } from './formula-ru';

/** What goes on from a part that is another indicator. */
export type OpenIndicator = (indicatorId: string, period: string) => void;

interface Props {
  step: ExplainedStep;
  /** Absent where the way does not go on: sums of schools lead to the schools. */
  onOpen: OpenIndicator;
}

/** A part of a formula: what it is in words, what it came to, and what it was computed from. */
export function FormulaStep({ step, onOpen }: Props) {
  const { indicatorId, period } = step;
  const leads = indicatorId && period && step.schoolsTotal === 0;
  return (
    <li className={classes.step}>
      <div className={classes.head}>
        <span className={classes.words}>{step.words}</span>
        {step.value ? (
          <span className={classes.value}>
            {step.value}
            {step.isSmall ? (
              <>
                {' '}
                <abbr className={classes.soft} title={ru.smallTitle}>
                  {ru.small}
                </abbr>
              </>
            ) : null}
          </span>
        ) : (
          <span className={`${classes.value} ${classes.missing}`}>
            {step.reason && step.parts.length === 0 ? ru.because(step.reason) : ru.noData}
          </span>
        )}
      </div>
      <code className={`${classes.code} ${classes.soft}`}>{step.text}</code>
      {step.note ? <p className={classes.soft}>{step.note}</p> : null}
      {leads ? (
        <div>
          <Button size="compact-xs" variant="default" onClick={() => onOpen(indicatorId, period)}>
            {ru.openIndicator}
          </Button>
        </div>
      ) : null}
      {step.schools.length > 0 ? <FormulaSchools schools={step.schools} total={step.schoolsTotal} /> : null}
      {step.rows.length > 0 ? <FormulaResults rows={step.rows} total={step.rowsTotal} /> : null}
      {step.parts.length > 0 ? (
        <ul className={classes.tree} aria-label={ru.parts}>
          {step.parts.map((part, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
            <FormulaStep key={at} step={part} onOpen={onOpen} />
          ))}
        </ul>
      ) : null}
    </li>
  );
}
