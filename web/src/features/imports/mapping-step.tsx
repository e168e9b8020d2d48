import { Button, Group, Loader, NumberInput, Select, TextInput } from '@mantine/core';
import { IconBulb } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { checkImport } from '@/api/gen/sdk.gen';
import type { ImportDetails, ImportPreview, MappingSpec } from '@/api/gen/types.gen';
import { formatNumber } from '@/lib/format';
import { Card } from '@/ui/card';
import { Note } from '@/ui/note';
import { ProblemAlert } from '@/ui/problem-alert';
import { ColumnRoles } from './column-roles';
import { Constants } from './constants';
import classes from './imports.module.css';
import { blankMapping, gaps } from './mapping';
import { MappingGaps } from './mapping-gaps';
import { previewOptions } from './queries';
import { mappingStep as ru } from './ru';
import { Series } from './series';
import { useStep } from './use-step';

interface Props {
  job: ImportDetails;
  onDone: () => void;
}

export function MappingStep({ job, onDone }: Props) {
  const [sheet, setSheet] = useState<string>();
  const preview = useQuery(previewOptions(job.id, sheet));
  if (preview.error) return <ProblemAlert error={preview.error} onRetry={() => void preview.refetch()} />;
  if (!preview.data) return <Loader aria-label="Читаем файл" />;
  // Another sheet is another table: its mapping is guessed anew.
  return <MappingForm key={sheet} job={job} preview={preview.data} onSheet={setSheet} onDone={onDone} />;
}

function MappingForm({
  job,
  preview,
  onSheet,
  onDone,
}: Props & { preview: ImportPreview; onSheet: (sheet: string) => void }) {
  const [spec, setSpec] = useState<MappingSpec>(preview.guess ?? blankMapping(preview.sheet, preview.headerRow));
  const [name, setName] = useState(preview.guessedFrom ?? '');
  const [tried, setTried] = useState(false);
  const summary = useRef<HTMLDivElement>(null);
  const check = useStep(job, () =>
    checkImport({
      path: { id: job.id },
      body: { mapping: spec, mode: job.mode, saveMappingAs: name.trim() || null },
      throwOnError: true,
    }),
  );
  const missing = gaps(spec, job.kind, preview.fields);
  const change = (next: MappingSpec) => {
    setSpec(next);
    check.reset();
  };
  function submit() {
    setTried(true);
    if (missing.length > 0) {
      requestAnimationFrame(() => summary.current?.focus());
      return;
    }
    if (!check.isPending) check.mutate(undefined, { onSuccess: onDone });
  }
  const sheets = preview.sheets.filter(({ name: sheetName }) => sheetName);
  return (
    <div className={classes.stack}>
      {preview.guess ? (
        <Note icon={<IconBulb size={20} aria-hidden="true" />}>
          {preview.guessedFrom ? ru.guessed(preview.guessedFrom) : ru.guessedPlain}
        </Note>
      ) : null}
      <div ref={summary} tabIndex={-1}>
        {tried ? <MappingGaps gaps={missing} fields={preview.fields} /> : null}
      </div>
      <Card title={ru.columns}>
        <div className={classes.rowFields}>
          {sheets.length > 1 ? (
            <Select
              label={ru.sheet}
              allowDeselect={false}
              data={sheets.map((item) => ({
                value: item.name,
                label: ru.sheetRows(item.name, formatNumber(item.rows)),
              }))}
              value={spec.sheet ?? preview.sheet ?? null}
              onChange={(value) => value && onSheet(value)}
            />
          ) : null}
          <NumberInput
            label={ru.headerRow}
            min={1}
            max={100}
            allowDecimal={false}
            value={spec.headerRow}
            onChange={(value) => change({ ...spec, headerRow: Number(value) || 1 })}
          />
          <NumberInput
            label={ru.firstRow}
            min={1}
            max={1000}
            allowDecimal={false}
            value={spec.firstRow}
            onChange={(value) => change({ ...spec, firstRow: Number(value) || 2 })}
          />
        </div>
        <ColumnRoles preview={preview} spec={spec} onChange={change} />
      </Card>
      <Card title={ru.constants}>
        <p className={classes.hint}>{ru.constantsHint}</p>
        <Constants spec={spec} series={null} fields={preview.fields} onChange={change} />
      </Card>
      {job.kind === 'exam-results' ? (
        <Card title={ru.wide}>
          <p className={classes.hint}>{ru.wideHint}</p>
          <Series spec={spec} preview={preview} onChange={change} />
        </Card>
      ) : null}
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
