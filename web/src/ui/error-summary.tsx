import { Alert, Anchor } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface Props {
  title: string;
  errors: Record<string, ReactNode>;
  labels: Record<string, string>;
  onGo: (field: string) => void;
}

/** Wrong fields in one place, each a way to its field. */
export function ErrorSummary({ title, errors, labels, onGo }: Props) {
  const wrong = Object.keys(errors).filter((field) => errors[field]);
  if (wrong.length < 2) return null;
  return (
    <Alert
      role="alert"
      variant="outline"
      color="var(--o-bad)"
      title={title}
      icon={<IconAlertTriangle aria-hidden="true" />}
      styles={{ root: { background: 'var(--o-bad-tint)' } }}
    >
      <ul style={{ margin: 0, paddingLeft: 18 }}>
        {wrong.map((field) => (
          <li key={field}>
            <Anchor component="button" type="button" onClick={() => onGo(field)}>
              {labels[field] ?? field}
            </Anchor>
            : {errors[field]}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
