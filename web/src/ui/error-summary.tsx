import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { Note } from './note';

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
    <Note tone="bad" alert title={title}>
      <ul>
        {wrong.map((field) => (
          <li key={field}>
            <Anchor component="button" type="button" onClick={() => onGo(field)}>
              {labels[field] ?? field}
            </Anchor>
            : {errors[field]}
          </li>
        ))}
      </ul>
    </Note>
  );
}
