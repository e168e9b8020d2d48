import { Checkbox, type CheckboxGroupProps } from '@mantine/core';
import classes from './organisations.module.css';
import { centreFunctions, functionHints, functionNames } from './ru';

/** What a centre or somebody in it does: any of the four functions. */
export function FunctionChoice(props: Omit<CheckboxGroupProps<string>, 'children'>) {
  return (
    <Checkbox.Group {...props}>
      <div className={classes.choices}>
        {centreFunctions.map((value) => (
          <Checkbox key={value} value={value} label={functionNames[value]} description={functionHints[value]} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
