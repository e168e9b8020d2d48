import { Button, Group, Select, Stack, Textarea } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useSuspenseQuery } from '@tanstack/react-query';
import { municipalitiesOptions } from '@/api/dictionaries';
import { listSchoolsQuery } from '@/api/gen/@tanstack/react-query.gen';
import type { SchoolDetails } from '@/api/gen/types.gen';
import { fieldErrors, toProblem } from '@/api/problem';
import { DateField } from '@/ui/date-field';
import { Dialog } from '@/ui/dialog';
import { Note } from '@/ui/note';
import { ProblemAlert } from '@/ui/problem-alert';
import { SearchSelect } from '@/ui/search-select';
import { type ActionValues, actionSchemas, onField } from './action-values';
import { actions, conflict, ru, form as text } from './ru';
import { SchoolState } from './school-state';
import { useSchoolAction } from './use-school-action';

export type ActionKind = 'close' | 'merge' | 'move' | 'reopen';

interface Props {
  kind: ActionKind;
  school: SchoolDetails;
  onClose: () => void;
}

const titles = {
  close: actions.closeTitle,
  merge: actions.mergeTitle,
  move: actions.moveTitle,
  reopen: actions.reopenTitle,
};
const texts = {
  close: actions.closeText,
  merge: actions.mergeText,
  move: actions.moveText,
  reopen: actions.reopenText,
};
const buttons = { close: actions.close, merge: text.save, move: text.save, reopen: actions.reopen };

/** Close, merge, move or reopen: says what follows, asks for the day and the ground. */
export function SchoolActionDialog({ kind, school, onClose }: Props) {
  const municipalities = useSuspenseQuery(municipalitiesOptions()).data;
  const action = useSchoolAction(kind, school, onClose);
  const form = useForm<ActionValues>({
    mode: 'uncontrolled',
    initialValues: { on: '', reason: '', intoId: '', municipalityCode: '' },
    validate: schemaResolver(actionSchemas[kind], { sync: true }),
  });
  function submit(values: ActionValues) {
    if (action.pending) return;
    action.run(values, (problem) => {
      const errors = fieldErrors(problem);
      const day = onField[kind];
      form.setErrors(day && errors[day] ? { ...errors, on: errors[day] } : errors);
    });
  }
  const input = (name: keyof ActionValues) => form.getInputProps(name);

  return (
    <Dialog onClose={onClose} title={titles[kind](school.name)} size="lg">
      <form onSubmit={form.onSubmit(submit)} noValidate>
        <Stack>
          <p style={{ margin: 0 }}>{texts[kind]}</p>
          {action.changed ? (
            <Note alert title={conflict.title}>
              <p>{conflict.actionText}</p>
              <SchoolState before={school} now={action.changed} />
            </Note>
          ) : null}
          {action.problem ? <ProblemAlert error={toProblem(action.problem)} /> : null}
          {kind === 'merge' ? (
            <SearchSelect
              label={actions.into}
              placeholder={actions.intoPlaceholder}
              find={(search) =>
                listSchoolsQuery({ query: { search: search || undefined, state: 'Open', pageSize: 20 } }) as never
              }
              toOptions={(page: { items: { id: string; name: string; municipality: { name: string } }[] }) =>
                page.items
                  .filter(({ id }) => id !== school.id)
                  .map(({ id, name, municipality }) => ({ value: id, label: `${name}, ${municipality.name}` }))
              }
              nothing={ru.nothing}
              key={form.key('intoId')}
              {...input('intoId')}
            />
          ) : null}
          {kind === 'move' ? (
            <Select
              label={actions.municipality}
              searchable
              data={municipalities
                .filter(({ code }) => code !== school.municipality.code)
                .map(({ code, name }) => ({ value: code, label: name }))}
              key={form.key('municipalityCode')}
              {...input('municipalityCode')}
            />
          ) : null}
          {kind === 'reopen' ? null : <DateField label={actions.on} key={form.key('on')} {...input('on')} />}
          <Textarea
            label={actions.reason}
            description={actions.reasonHint}
            rows={2}
            key={form.key('reason')}
            {...input('reason')}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text.cancel}
            </Button>
            <Button type="submit" loading={action.pending}>
              {action.changed ? conflict.repeat : buttons[kind]}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
