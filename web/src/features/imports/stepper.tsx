import { IconCheck } from '@tabler/icons-react';
import classes from './imports.module.css';
import { steps } from './ru';
import { type Step, stepNames } from './steps';

export function Stepper({ step }: { step: Step }) {
  const at = stepNames.indexOf(step);
  return (
    <nav aria-label={steps.label} className="no-print">
      <p className={classes.stepWords}>{steps.of(at + 1, stepNames.length, steps[step])}</p>
      <ol className={classes.steps}>
        {stepNames.map((name, index) => (
          <li
            key={name}
            data-state={index < at ? 'done' : index === at ? 'now' : 'next'}
            aria-current={index === at ? 'step' : undefined}
          >
            <span className={classes.stepMark}>
              {index < at ? <IconCheck size={16} aria-hidden="true" /> : index + 1}
            </span>
            {steps[name]}
          </li>
        ))}
      </ol>
    </nav>
  );
}
