import { Button, Checkbox, Group, NativeSelect, Stack, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { enrolTeachers, matchTeachers } from '@/api/gen/sdk.gen';
import type { CourseRunDetails, EnrolledTeachers, MatchedName } from '@/api/gen/types.gen';
import type { Problem } from '@/api/problem';
import { formatCount, formatNumber } from '@/lib/format';
import { namesOf } from '@/lib/pasted-names';
import { Dialog } from '@/ui/dialog';
import { ProblemAlert } from '@/ui/problem-alert';
import { StatusBadge } from '@/ui/status-badge';
import { doneToast } from '@/ui/toast';
import { trainingChanged } from './queries';
import { ofPeople, paste as text, run as words } from './ru';
import classes from './training.module.css';

/** A pasted list of names, whom each means, and only then the enrolment; with too few seats or two runs on one day one decides. */
export function PasteDialog({ run, onClose }: { run: CourseRunDetails; onClose: () => void }) {
  const queryClient = useQueryClient();
  const [names, setNames] = useState('');
  const [picked, setPicked] = useState<readonly string[]>([]);
  const [confirmed, setConfirmed] = useState({ waitingList: false, overlapsConfirmed: false });
  const match = useMutation<readonly MatchedName[], Problem, void>({
    mutationKey: ['match-teachers'],
    mutationFn: async () => (await matchTeachers({ body: { names: namesOf(names) }, throwOnError: true })).data,
    onSuccess: (found) =>
      setPicked(found.map(({ state, teachers }) => (state === 'Exact' ? (teachers[0]?.id ?? '') : ''))),
  });
  const enrol = useMutation<EnrolledTeachers, Problem, void>({
    mutationKey: ['enrol-teachers', run.id],
    mutationFn: async () => {
      const body = { teacherIds: [...new Set(picked.filter(Boolean))], ...confirmed };
      return (await enrolTeachers({ path: { id: run.id }, body, throwOnError: true })).data;
    },
    onSuccess: ({ enrolled, waiting, already }) => {
      doneToast(text.done(formatNumber(enrolled), waiting, already));
      onClose();
    },
    onSettled: () => trainingChanged(queryClient),
  });
  const chosen = new Set(picked.filter(Boolean)).size;
  const found = match.data;
  return (
    <Dialog title={text.title} size="lg" onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!found) {
            if (namesOf(names).length > 0 && !match.isPending) match.mutate();
          } else if (chosen > 0 && !enrol.isPending) enrol.mutate();
        }}
      >
        <Stack>
          {found ? (
            <Matches found={found} picked={picked} onPick={setPicked} />
          ) : (
            <>
              <p style={{ margin: 0 }}>{text.text}</p>
              {match.error ? <ProblemAlert error={match.error} /> : null}
              <Textarea
                label={text.names}
                placeholder={text.example}
                rows={10}
                value={names}
                onChange={(event) => setNames(event.currentTarget.value)}
                data-autofocus
              />
            </>
          )}
          {enrol.error ? <ProblemAlert error={enrol.error} /> : null}
          {enrol.error?.code === 'seats-short' || confirmed.waitingList ? (
            <Checkbox
              label={text.waitingList}
              checked={confirmed.waitingList}
              onChange={(event) => setConfirmed({ ...confirmed, waitingList: event.currentTarget.checked })}
            />
          ) : null}
          {enrol.error?.code === 'overlapping-runs' || confirmed.overlapsConfirmed ? (
            <Checkbox
              label={text.overlaps}
              checked={confirmed.overlapsConfirmed}
              onChange={(event) => setConfirmed({ ...confirmed, overlapsConfirmed: event.currentTarget.checked })}
            />
          ) : null}
          <Group justify="flex-end">
            {found ? (
              <Button
                variant="default"
                onClick={() => {
                  match.reset();
                  enrol.reset();
                }}
              >
                {text.again}
              </Button>
            ) : (
              <Button variant="default" onClick={onClose}>
                {words.cancel}
              </Button>
            )}
            <Button type="submit" loading={match.isPending || enrol.isPending}>
              {found ? (chosen > 0 ? text.enrol(formatCount(chosen, ofPeople)) : text.nobody) : text.find}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

const tones = { Exact: 'good', Candidates: 'attention', None: 'bad' } as const;

interface MatchesProps {
  found: readonly MatchedName[];
  picked: readonly string[];
  onPick: (next: readonly string[]) => void;
}

function Matches({ found, picked, onPick }: MatchesProps) {
  const count = (state: MatchedName['state']) => found.filter((one) => one.state === state).length;
  return (
    <>
      <p style={{ margin: 0 }} role="status">
        {text.found(count('Exact'), count('Candidates'), count('None'))}
      </p>
      <ul className={classes.matches}>
        {found.map(({ name, state, teachers }, i) => {
          const id = picked[i];
          const twice = Boolean(id) && picked.indexOf(id ?? '') < i;
          return (
            // The same name may stand in the list twice: its place tells which.
            // biome-ignore lint/suspicious/noArrayIndexKey: rows never move.
            <li key={i}>
              <span className={classes.name}>
                {name}
                <StatusBadge tone={twice ? 'attention' : tones[state]}>
                  {twice ? text.twice : text.states[state]}
                </StatusBadge>
              </span>
              {teachers.length > 0 ? (
                <NativeSelect
                  aria-label={text.which(name)}
                  value={id ?? ''}
                  data={[
                    { value: '', label: text.skip },
                    ...teachers.map((teacher) => ({
                      value: teacher.id,
                      label: [teacher.name, teacher.position, teacher.school.name].filter(Boolean).join(', '),
                    })),
                  ]}
                  onChange={(event) => onPick(picked.map((one, at) => (at === i ? event.currentTarget.value : one)))}
                />
              ) : null}
            </li>
          );
        })}
      </ul>
    </>
  );
}
