import { Button, Group, Radio, Stack } from '@mantine/core';
import { IconArrowLeft, IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { cancelImport, loadImport } from '@/api/gen/sdk.gen';
import type { ImportDetails, ImportMode } from '@/api/gen/types.gen';
import { formatCount, formatNumber } from '@/lib/format';
import { Card } from '@/ui/card';
import { JobProgress } from '@/ui/job-progress';
import { ProblemAlert } from '@/ui/problem-alert';
import { AbsentConfirm, AbsentList, useAbsent } from './absent-list';
import { ErrorTable } from './error-table';
import classes from './imports.module.css';
import { atWork } from './queries';
import { loadStep, checkStep as ru, wholeStaff } from './ru';
import { useStep } from './use-step';

interface Props {
  job: ImportDetails;
  onBack: () => void;
}

/** «412 строк готовы, 9 с ошибками»: errors first; loading without the wrong rows is a choice, never silent. */
export function CheckStep({ job, onBack }: Props) {
  const [mode, setMode] = useState<ImportMode>('partial');
  const [refused, setRefused] = useState(false);
  const [confirmed, setConfirmed] = useState(false);
  const absent = useAbsent(job);
  const load = useStep(job, (_, headers) =>
    loadImport({ path: { id: job.id }, headers, body: { mode }, throwOnError: true }),
  );
  const cancel = useStep(job, (_, headers) => cancelImport({ path: { id: job.id }, headers, throwOnError: true }));

  if (atWork(job)) {
    return (
      <Card title={ru.checking}>
        <JobProgress label={loadStep.checking} done={job.rowsDone} total={job.rowsTotal} />
        <p className={classes.hint}>{loadStep.safe}</p>
      </Card>
    );
  }
  // A row of a wide table holds several results: then they are counted, not the rows.
  const several = job.kind === 'indicator-values' ? ru.values : ru.results;
  const noun = job.mapping?.series?.length ? several : ru.rows;
  const ready = formatCount(job.ready, noun.ready);
  const errors = formatCount(job.counts.rejected, ru.errorForms);
  const rows = formatCount(job.ready, noun.load);
  const headline =
    job.errorsTotal === 0
      ? ru.readyOnly(ready)
      : job.ready === 0
        ? `${ru.nothingReady}, ${errors}`
        : ru.ready(ready, errors);
  const blocked = job.ready === 0 || (mode === 'atomic' && job.errorsTotal > 0);
  const unconfirmed = absent.length > 0 && !confirmed;
  function submit() {
    setRefused(blocked || unconfirmed);
    if (!blocked && !unconfirmed && !load.isPending) load.mutate();
  }
  return (
    <div className={classes.stack}>
      <Card
        title={headline}
        aside={
          job.errorsTotal > 0 ? (
            <>
              <Button
                component="a"
                size="xs"
                variant="default"
                href={`/api/v1/imports/${job.id}/annotated`}
                download
                leftSection={<IconDownload size={16} aria-hidden="true" />}
              >
                {ru.annotated}
              </Button>
              <Button
                component="a"
                size="xs"
                variant="default"
                href={`/api/v1/imports/${job.id}/errors.csv`}
                download
                leftSection={<IconDownload size={16} aria-hidden="true" />}
              >
                {ru.csv}
              </Button>
            </>
          ) : null
        }
      >
        <Stack gap="lg">
          {job.corrections.length > 0 ? (
            <p className={classes.soft} style={{ margin: 0 }}>
              {ru.corrected(formatNumber(job.corrections.length))}
            </p>
          ) : null}
          {job.ready > 0 ? <p style={{ margin: 0 }}>{ru.comesTo(job.counts)}</p> : null}
          {job.errorsTotal > 0 && job.ready > 0 ? (
            <Radio.Group
              label={ru.mode}
              value={mode}
              onChange={(value) => setMode(value === 'atomic' ? 'atomic' : 'partial')}
            >
              <Stack gap={6} mt={6}>
                <Radio value="partial" label={ru.partial(rows)} />
                <Radio value="atomic" label={ru.atomic} />
              </Stack>
            </Radio.Group>
          ) : null}
          {(load.error ?? cancel.error) ? <ProblemAlert error={load.error ?? cancel.error} /> : null}
          {absent.length > 0 && job.ready > 0 ? (
            <AbsentConfirm job={job} count={absent.length} confirmed={confirmed} onChange={setConfirmed} />
          ) : null}
          {refused && (blocked || unconfirmed) ? (
            <p role="alert" className={classes.error}>
              {blocked ? ru.blocked : wholeStaff.unconfirmed}
            </p>
          ) : null}
          <Group>
            {job.ready > 0 ? (
              <Button loading={load.isPending} onClick={submit}>
                {ru.load(rows)}
              </Button>
            ) : null}
            <Button variant="default" leftSection={<IconArrowLeft size={16} aria-hidden="true" />} onClick={onBack}>
              {ru.back}
            </Button>
            <Button variant="subtle" loading={cancel.isPending} onClick={() => cancel.mutate()}>
              {ru.cancel}
            </Button>
          </Group>
        </Stack>
      </Card>
      <AbsentList job={job} />
      {job.errorsTotal > 0 ? <ErrorTable job={job} /> : null}
    </div>
  );
}
