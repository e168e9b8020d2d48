import { Button } from '@mantine/core';
import { cancelImport } from '@/api/gen/sdk.gen';
import type { ImportDetails } from '@/api/gen/types.gen';
import { Card } from '@/ui/card';
import { JobProgress } from '@/ui/job-progress';
import { ProblemAlert } from '@/ui/problem-alert';
import classes from './imports.module.css';
import { loadStep as ru } from './ru';
import { useStep } from './use-step';

export function LoadStep({ job }: { job: ImportDetails }) {
  const cancel = useStep(job, (_, headers) => cancelImport({ path: { id: job.id }, headers, throwOnError: true }));
  return (
    <Card title={ru.title}>
      <JobProgress label={ru.loading} done={job.rowsDone} total={job.rowsTotal} />
      <p className={classes.hint}>{ru.safe}</p>
      {cancel.error ? <ProblemAlert error={cancel.error} /> : null}
      <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate()}>
        {ru.cancel}
      </Button>
    </Card>
  );
}
