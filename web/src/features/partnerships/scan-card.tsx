import { Button, FileButton, Group } from '@mantine/core';
import { IconDownload, IconTrash, IconUpload } from '@tabler/icons-react';
import { ifMatch } from '@/api/client';
import { removePartnershipScan, replacePartnershipScan } from '@/api/gen/sdk.gen';
import type { PartnershipDetails } from '@/api/gen/types.gen';
import { useMe } from '@/api/session';
import { formatBytes, formatInstant } from '@/lib/format';
import { Card } from '@/ui/card';
import { ProblemAlert } from '@/ui/problem-alert';
import classes from './partnerships.module.css';
import { scan as text } from './ru';
import { usePartnershipChange } from './use-partnership-change';

const accepted = '.pdf,.jpg,.jpeg,.png,.docx,.xlsx,.pptx';

/** The scan of the signed paper: got by both sides, put and taken away by those who may change the agreement. */
export function ScanCard({ partnership }: { partnership: PartnershipDetails }) {
  const { region } = useMe();
  const { id, scan, editable } = partnership;
  const put = usePartnershipChange<File>(
    partnership,
    async (file, version) => {
      const { data } = await replacePartnershipScan({
        path: { id },
        query: { name: file.name },
        // What it is is told by its content; a browser does not always know.
        headers: { ...ifMatch(version), 'Content-Type': file.type || 'application/pdf' },
        body: file,
        throwOnError: true,
      });
      return data;
    },
    text.saved,
  );
  const remove = usePartnershipChange(
    partnership,
    async (_, version) =>
      (await removePartnershipScan({ path: { id }, headers: ifMatch(version), throwOnError: true })).data,
    text.removed,
  );
  const problem = put.error ?? remove.error;
  if (!scan && !editable) return null;
  return (
    <Card title={text.title}>
      {problem ? <ProblemAlert error={problem} /> : null}
      {scan ? (
        <p className={classes.whole}>
          <a href={`/api/v1/partnerships/${id}/scan`} download={scan.name}>
            <IconDownload size={16} aria-hidden="true" /> {scan.name}
          </a>
          <span className={classes.said}>
            {formatBytes(scan.size)}, {formatInstant(scan.sentAt, region.timeZone)}
          </span>
        </p>
      ) : (
        <p className={classes.none}>{text.none}</p>
      )}
      {editable ? (
        <Group gap="xs" mt="sm">
          <FileButton accept={accepted} onChange={(file) => file && put.mutate(file)}>
            {(props) => (
              <Button
                {...props}
                size="compact-md"
                variant="default"
                leftSection={<IconUpload size={16} aria-hidden="true" />}
                loading={put.isPending}
              >
                {scan ? text.replace : text.add}
              </Button>
            )}
          </FileButton>
          {scan ? (
            <Button
              size="compact-md"
              variant="default"
              leftSection={<IconTrash size={16} aria-hidden="true" />}
              loading={remove.isPending}
              onClick={() => remove.mutate()}
            >
              {text.remove}
            </Button>
          ) : null}
        </Group>
      ) : null}
    </Card>
  );
}
