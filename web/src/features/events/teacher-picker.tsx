import { Button, MultiSelect, Stack, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listTeachersQuery } from '@/api/gen/@tanstack/react-query.gen';
import { matchTeachers } from '@/api/gen/sdk.gen';
import type { MatchedName } from '@/api/gen/types.gen';
import type { Problem } from '@/api/problem';
import { namesOf } from '@/lib/pasted-names';
import { ProblemAlert } from '@/ui/problem-alert';
import { turnout as text } from './ru';

export interface Picked {
  id: string;
  name: string;
}

interface Props {
  /** Teachers of this school only. */
  school?: string | undefined;
  value: readonly Picked[];
  onChange: (next: readonly Picked[]) => void;
  error?: string | undefined;
}

/** Teachers chosen one by one as one types, or by a pasted list: who is meant without doubt is taken, the others are told. */
export function TeacherPicker({ school, value, onChange, error }: Props) {
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 200);
  const [pasting, setPasting] = useState(false);
  const found = useQuery({
    ...listTeachersQuery({ query: { search: search || undefined, school, onStaff: true, pageSize: 50 } }),
    placeholderData: keepPreviousData,
  });
  const known = new Map<string, string>([
    ...(found.data?.items ?? []).map(
      ({ id, name, school: of }) => [id, school ? (name ?? '') : `${name}, ${of.name}`] as const,
    ),
    ...value.map(({ id, name }) => [id, name] as const),
  ]);
  return (
    <Stack gap="xs">
      <MultiSelect
        label={text.teachers}
        description={text.teachersHint}
        data={[...known].map(([id, label]) => ({ value: id, label }))}
        value={value.map(({ id }) => id)}
        onChange={(ids) => onChange(ids.map((id) => ({ id, name: known.get(id) ?? id })))}
        searchable
        filter={({ options }) => options}
        searchValue={typed}
        onSearchChange={setTyped}
        nothingFoundMessage={found.isFetching ? '…' : text.nothing}
        maxDropdownHeight={260}
        error={error}
      />
      {pasting ? (
        <Paste
          school={school}
          onFound={(more) => {
            const before = new Set(value.map(({ id }) => id));
            onChange([...value, ...more.filter(({ id }) => !before.has(id))]);
          }}
        />
      ) : (
        <Button variant="subtle" size="compact-sm" style={{ alignSelf: 'start' }} onClick={() => setPasting(true)}>
          {text.paste}
        </Button>
      )}
    </Stack>
  );
}

function Paste({ school, onFound }: { school: string | undefined; onFound: (found: Picked[]) => void }) {
  const [names, setNames] = useState('');
  const match = useMutation<readonly MatchedName[], Problem, void>({
    mutationKey: ['match-teachers'],
    mutationFn: async () =>
      (await matchTeachers({ body: { names: namesOf(names), schoolId: school ?? null }, throwOnError: true })).data,
    onSuccess: (rows) =>
      onFound(
        rows.flatMap(({ state, teachers }) =>
          state === 'Exact' && teachers[0] ? [{ id: teachers[0].id, name: teachers[0].name ?? '' }] : [],
        ),
      ),
  });
  const of = (state: MatchedName['state']) => (match.data ?? []).filter((row) => row.state === state);
  const listed = (state: MatchedName['state']) =>
    of(state)
      .map(({ name }) => name)
      .join(', ');
  return (
    <Stack gap="xs">
      <Textarea
        label={text.pasteLabel}
        rows={5}
        value={names}
        onChange={(event) => setNames(event.currentTarget.value)}
        autoFocus
      />
      {match.error ? <ProblemAlert error={match.error} /> : null}
      {match.data ? (
        <p style={{ margin: 0 }} role="status">
          {text.found(of('Exact').length)} {of('Candidates').length > 0 ? text.unsure(listed('Candidates')) : null}{' '}
          {of('None').length > 0 ? text.missing(listed('None')) : null}
        </p>
      ) : null}
      <Button
        variant="default"
        size="compact-sm"
        style={{ alignSelf: 'start' }}
        loading={match.isPending}
        disabled={namesOf(names).length === 0}
        onClick={() => match.mutate()}
      >
        {text.find}
      </Button>
    </Stack>
  );
}
