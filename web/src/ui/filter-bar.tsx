import { Button, CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch, IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useShortcuts } from '@/lib/keys';
import classes from './filter-bar.module.css';
import { ru } from './ru';

export interface FilterTag {
  key: string;
  label: string;
  onRemove: () => void;
}

/** Chosen filters as removable tags with «Сбросить всё»; in print they stay as words. */
export function FilterTags({ tags, onReset }: { tags: readonly FilterTag[]; onReset: () => void }) {
  if (tags.length === 0) return null;
  return (
    <ul className={classes.tags} aria-label="Выбранные условия">
      {tags.map((tag) => (
        <li key={tag.key} className={classes.tag}>
          <span>{tag.label}</span>
          <button type="button" className="no-print" aria-label={ru.removeFilter(tag.label)} onClick={tag.onRemove}>
            <IconX size={14} aria-hidden="true" />
          </button>
        </li>
      ))}
      <li className="no-print">
        <Button variant="subtle" size="compact-sm" onClick={onReset}>
          {ru.resetAll}
        </Button>
      </li>
    </ul>
  );
}

interface SearchProps {
  label: string;
  placeholder?: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

/** Search as one types; «/» brings the focus here, Esc clears. */
export function SearchField({ label, placeholder, value, onChange }: SearchProps) {
  const [text, setText] = useState(value ?? '');
  const input = useRef<HTMLInputElement>(null);
  const sent = useRef(value ?? '');
  const send = useDebouncedCallback((next: string) => {
    sent.current = next.trim();
    onChange(next.trim() || undefined);
  }, 250);
  // The address may change from outside (Back, «Сбросить всё»): then the field follows it.
  useEffect(() => {
    if ((value ?? '') !== sent.current) {
      sent.current = value ?? '';
      setText(value ?? '');
    }
  }, [value]);
  useShortcuts({
    Slash: (event) => {
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    },
  });
  function change(next: string) {
    setText(next);
    send(next);
  }
  return (
    <TextInput
      ref={input}
      type="search"
      aria-label={label}
      placeholder={placeholder ?? label}
      aria-keyshortcuts="/"
      leftSection={<IconSearch size={18} aria-hidden="true" />}
      rightSection={text ? <CloseButton aria-label={ru.clearSearch} size="sm" onClick={() => change('')} /> : null}
      value={text}
      onChange={(event) => change(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && text) {
          event.preventDefault();
          change('');
        }
      }}
    />
  );
}

export function FilterBar({ children }: { children: ReactNode }) {
  return <div className={`${classes.bar} no-print`}>{children}</div>;
}
