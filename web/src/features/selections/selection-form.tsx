import { Button, Group, Textarea, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { fieldErrors, type Problem } from '@/api/problem';
import { DateField } from '@/ui/date-field';
import { ErrorSummary } from '@/ui/error-summary';
import { LeaveGuard } from '@/ui/leave-guard';
import { ProblemAlert } from '@/ui/problem-alert';
import { ru, form as text } from './ru';
import { emptyCriterion, type SelectionValues, selectionSchema } from './selection-values';
import classes from './selections.module.css';

interface Props {
  initial: SelectionValues;
  /** Whether a mark has been given: criteria then stand as they are. */
  judged: boolean;
  submitLabel: string;
  save: (values: SelectionValues) => Promise<void>;
  pending: boolean;
  problem: Problem | null;
  /** Set by the page once leaving loses nothing. */
  done: RefObject<boolean>;
  onCancel: () => void;
}

export function SelectionForm({ initial, judged, submitLabel, save, pending, problem, done, onCancel }: Props) {
  const form = useForm<SelectionValues>({
    initialValues: initial,
    validate: schemaResolver(selectionSchema, { sync: true }),
  });
  const go = (field: string) => form.getInputNode(field)?.focus();
  const shown = problem && Object.keys(fieldErrors(problem)).length > 0 ? null : problem;
  async function submit(values: SelectionValues) {
    if (pending) return;
    try {
      await save(values);
    } catch (error) {
      const errors = fieldErrors(error as Problem);
      form.setErrors(errors);
      const [first] = Object.keys(errors);
      if (first) go(first);
    }
  }
  const input = (name: string) => form.getInputProps(name);
  return (
    <form noValidate onSubmit={form.onSubmit(submit, (errors) => go(Object.keys(errors)[0] ?? ''))}>
      <div className={classes.form}>
        <div className={classes.full}>
          <ErrorSummary title={text.summary} errors={form.errors} labels={ru.fields} onGo={go} />
          {shown ? <ProblemAlert error={shown} /> : null}
        </div>
        <TextInput className={classes.full} label={ru.fields.title} withAsterisk {...input('title')} />
        <Textarea className={classes.full} label={ru.fields.text} rows={6} withAsterisk {...input('text')} />
        <DateField label={ru.fields.opensOn} withAsterisk {...input('opensOn')} />
        <DateField label={ru.fields.closesOn} withAsterisk {...input('closesOn')} />
        <TextInput className={classes.full} label={ru.fields.order} {...input('order')} />
        <h2 className={classes.full}>{ru.fields.criteria}</h2>
        {judged ? <p className={`${classes.full} ${classes.none}`}>{text.judged}</p> : null}
        {form.values.criteria.map(({ key }, index) => (
          <fieldset key={key} className={`${classes.full} ${classes.criterion}`} disabled={judged}>
            <TextInput
              label={`${text.criterion(index + 1)}: ${text.criterionTitle.toLowerCase()}`}
              withAsterisk
              {...input(`criteria.${index}.title`)}
            />
            <TextInput
              label={text.mostMark}
              inputMode="numeric"
              withAsterisk
              {...input(`criteria.${index}.mostMark`)}
            />
            <TextInput label={text.weight} inputMode="numeric" withAsterisk {...input(`criteria.${index}.weight`)} />
            <Button
              variant="subtle"
              color="red"
              aria-label={text.removeCriterion(index + 1)}
              disabled={judged || form.values.criteria.length === 1}
              onClick={() => form.removeListItem('criteria', index)}
            >
              <IconTrash size={18} aria-hidden="true" />
            </Button>
          </fieldset>
        ))}
        {judged ? null : (
          <Button
            className={classes.full}
            variant="default"
            leftSection={<IconPlus size={18} aria-hidden="true" />}
            style={{ justifySelf: 'start' }}
            onClick={() => form.insertListItem('criteria', emptyCriterion())}
          >
            {text.addCriterion}
          </Button>
        )}
        <Group className={classes.full} mt="xs">
          <Button type="submit" loading={pending}>
            {submitLabel}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {text.back}
          </Button>
        </Group>
      </div>
      <LeaveGuard dirty={() => !done.current && form.isDirty()} message={text.leave} />
    </form>
  );
}
