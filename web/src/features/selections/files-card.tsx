import { Button, FileButton } from '@mantine/core';
import { IconDownload, IconTrash, IconUpload } from '@tabler/icons-react';
import { ifMatch } from '@/api/client';
import { attachApplicationFile, detachApplicationFile } from '@/api/gen/sdk.gen';
import type { ApplicationDetails } from '@/api/gen/types.gen';
import { formatBytes } from '@/lib/format';
import { Card } from '@/ui/card';
import { ProblemAlert } from '@/ui/problem-alert';
import { application as text } from './ru';
import classes from './selections.module.css';
import { useApplicationChange } from './use-change';

const accepted = '.pdf,.jpg,.jpeg,.png,.docx,.xlsx,.pptx';

/** What was sent with an application: got by those who judge it, put and taken away by the school while applications are taken. */
export function FilesCard({ application, writable }: { application: ApplicationDetails; writable: boolean }) {
  const { id, selectionId, fileList } = application;
  const path = { id: selectionId, applicationId: id };
  const put = useApplicationChange<File>(
    application,
    async (file, version) => {
      const { data } = await attachApplicationFile({
        path,
        query: { name: file.name },
        // What it is is told by its content; a browser does not always know.
        headers: { ...ifMatch(version), 'Content-Type': file.type || 'application/pdf' },
        body: file,
        throwOnError: true,
      });
      return data;
    },
    text.attached,
  );
  const remove = useApplicationChange<string>(
    application,
    async (fileId, version) =>
      (await detachApplicationFile({ path: { ...path, fileId }, headers: ifMatch(version), throwOnError: true })).data,
    text.detached,
  );
  const problem = put.error ?? remove.error;
  return (
    <Card title={text.files}>
      {problem ? <ProblemAlert error={problem} /> : null}
      {fileList.length === 0 ? <p className={classes.none}>{text.noFiles}</p> : null}
      <ul className={classes.items}>
        {fileList.map((file) => (
          <li key={file.id}>
            <span className={classes.line}>
              <a
                className={classes.whole}
                href={`/api/v1/selections/${selectionId}/applications/${id}/files/${file.id}`}
                download={file.name}
              >
                <IconDownload size={16} aria-hidden="true" /> {file.name}
              </a>
              {writable ? (
                <Button
                  variant="subtle"
                  color="red"
                  size="compact-sm"
                  aria-label={text.detach(file.name)}
                  loading={remove.isPending}
                  onClick={() => remove.mutate(file.id)}
                >
                  <IconTrash size={16} aria-hidden="true" />
                </Button>
              ) : null}
            </span>
            <span className={classes.soft}>{formatBytes(file.size)}</span>
          </li>
        ))}
      </ul>
      {writable && fileList.length < 10 ? (
        <FileButton accept={accepted} onChange={(file) => file && put.mutate(file)}>
          {(props) => (
            <Button
              {...props}
              mt="sm"
              size="compact-md"
              variant="default"
              leftSection={<IconUpload size={16} aria-hidden="true" />}
              loading={put.isPending}
            >
              {text.attach}
            </Button>
          )}
        </FileButton>
      ) : null}
    </Card>
  );
}
