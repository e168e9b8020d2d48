import { Button, Group, TextInput } from '@mantine/core';
import { IconBulb } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { checkImport } from '@/api/gen/sdk.gen';
import type { ImportDetails, ImportMappingSummary, ImportPreview } from '@/api/gen/types.gen';
import { Card } from '@/ui/card';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { Note } from '@/ui/note';
import { ProblemAlert } from '@/ui/problem-alert';
import { ColumnRoles } from './column-roles';
import { Constants } from './constants';
import classes from './imports.module.css';
import { complete, gaps, type Mapping, offerMissing, said } from './mapping';
import { MappingGaps } from './mapping-gaps';
import { type Place, previewOptions } from './queries';
import { mappingStep as ru } from './ru';
import { SavedMappings } from './saved-mappings';
import { Series } from './series';
import { TablePlace } from './table-place';
import { useStep } from './use-step';
import { WholeStaff } from './whole-staff';

interface Props {
  job: ImportDetails;
  onDone: () => void;
}

export function MappingStep({ job, onDone }: Props) {
  const [place, setPlace] = useState<Place>({});
  const preview = useQuery(previewOptions(job.id, place));
  if (preview.error) return <ProblemAlert error={preview.error} onRetry={() => void preview.refetch()} />;
  if (!preview.data) return <DelayedSkeleton />;
  // Another place in the file is another table: its columns are guessed anew.
  const { sheet, headerRow, firstRow } = preview.data;
  return (
    <MappingForm
      key={`${sheet}-${headerRow}-${firstRow}`}
      job={job}
      preview={preview.data}
      moved={Object.keys(place).length > 0}
      onPlace={setPlace}
      onDone={onDone}
    />
  );
}

interface FormProps extends Props {
  preview: ImportPreview;
  /** Whether the place was changed by hand: then what was said before is about another table. */
  moved: boolean;
  onPlace: (place: Place) => void;
}

function MappingForm({ job, preview, moved, onPlace, onDone }: FormProps) {
  const before = moved ? null : job.mapping;
  const [spec, setSpec] = useState<Mapping>(() =>
    offerMissing(complete(before ?? preview.guess, preview), job.kind, preview.fields),
  );
  const [name, setName] = useState(job.mappingName ?? preview.guessedFrom ?? '');
  const [tried, setTried] = useState(false);
  const summary = useRef<HTMLDivElement>(null);
  const check = useStep(job, (_, headers) =>
    checkImport({
      path: { id: job.id },
      headers,
      body: { mapping: said(spec), mode: job.mode, saveMappingAs: name.trim() || null },
      throwOnError: true,
    }),
  );
  const missing = gaps(spec, job.kind, preview.fields);
  const change = (next: Mapping) => {
    setSpec(next);
    check.reset();
  };
  function take(saved: ImportMappingSummary) {
    // The place in this file stays: the saved one may have stood elsewhere.
    const { sheet, headerRow, firstRow } = spec;
    const { wholeStaffOn } = spec;
    change({ ...complete(saved.mapping, preview), sheet, headerRow, firstRow, wholeStaffOn });
    setName(saved.name);
  }
  function submit() {
    setTried(true);
    if (spec.wholeStaffOn === '') return;
    if (missing.length > 0) {
      requestAnimationFrame(() => summary.current?.focus());
      return;
    }
    if (!check.isPending) check.mutate(undefined, { onSuccess: onDone });
  }
  return (
    <div className={classes.stack}>
      {before ? null : <Guess preview={preview} />}
      <div ref={summary} tabIndex={-1}>
        {tried ? <MappingGaps gaps={missing} fields={preview.fields} /> : null}
      </div>
      <Card title={ru.columns} aside={<SavedMappings kind={job.kind} onTake={take} />}>
        <TablePlace preview={preview} onPlace={onPlace} />
        <ColumnRoles preview={preview} spec={spec} onChange={change} />
      </Card>
      <Card title={ru.constants}>
        <p className={classes.hint}>{ru.constantsHint}</p>
        <Constants spec={spec} series={null} fields={preview.fields} onChange={change} />
      </Card>
      {job.kind === 'exam-results' || job.kind === 'indicator-values' ? (
        <Card title={ru.wide}>
          <p className={classes.hint}>{ru.wideHint}</p>
          <Series spec={spec} preview={preview} onChange={change} />
        </Card>
      ) : null}
      {job.kind === 'teachers' ? <WholeStaff spec={spec} onChange={change} tried={tried} /> : null}
      {check.error ? <ProblemAlert error={check.error} /> : null}
      <Group align="flex-end" gap="md">
        <TextInput
          label={ru.remember}
          description={ru.rememberHint}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={120}
          style={{ flex: '1 1 320px', maxWidth: 520 }}
        />
        <Button loading={check.isPending} onClick={submit}>
          {ru.check}
        </Button>
      </Group>
    </div>
  );
}

/** Where the guess came from and what of it is only likely. */
function Guess({ preview }: { preview: ImportPreview }) {
  return (
    <Note icon={<IconBulb size={20} aria-hidden="true" />}>
      <p>{preview.guessedFrom ? ru.guessed(preview.guessedFrom) : ru.guessedPlain}</p>
      {preview.assumed.length > 0 ? (
        <ul aria-label={ru.assumed}>
          {preview.assumed.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      ) : null}
    </Note>
  );
}
