import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { indicatorsOptions, municipalitiesOptions, subjectsOptions } from '@/api/dictionaries';
import type { MappableField } from '@/api/gen/types.gen';
import { useMe } from '@/api/session';
import { assessmentNames, assessments } from '@/api/terms';
import classes from './imports.module.css';
import { type Mapping, setConstant, valueFields } from './mapping';
import { mappingStep as ru } from './ru';

interface Props {
  spec: Mapping;
  /** Number of the result within a row, or null for the whole table. */
  series: number | null;
  fields: readonly MappableField[];
  onChange: (spec: Mapping) => void;
}

/** Values that no column holds: for the whole table or for one result of each row. */
export function Constants({ spec, series, fields, onChange }: Props) {
  const own = series === null ? spec.constants : (spec.series[series]?.constants ?? {});
  const columns = { ...spec.columns, ...(series === null ? {} : spec.series[series]?.columns) };
  const free = fields.filter(({ name }) => !(name in own) && !(name in columns) && !valueFields.includes(name));
  const label = (name: string) => fields.find((field) => field.name === name)?.label ?? name;
  return (
    <div className={classes.constants}>
      {Object.entries(own).map(([name, value]) => (
        <div key={name} className={classes.constant}>
          <ConstantValue
            name={name}
            label={label(name)}
            value={value}
            onChange={(next) => onChange(setConstant(spec, series, name, next))}
          />
          <ActionIcon
            variant="subtle"
            size={32}
            aria-label={ru.remove(label(name))}
            onClick={() => onChange(setConstant(spec, series, name, undefined))}
          >
            <IconX size={16} aria-hidden="true" />
          </ActionIcon>
        </div>
      ))}
      {free.length > 0 ? (
        <NativeSelect
          className={classes.addConstant}
          aria-label={ru.addConstant}
          leftSection={<IconPlus size={16} aria-hidden="true" />}
          data={[
            { value: '', label: ru.addConstant },
            ...free.map((field) => ({ value: field.name, label: field.label })),
          ]}
          value=""
          onChange={(event) => {
            if (event.currentTarget.value) onChange(setConstant(spec, series, event.currentTarget.value, ''));
          }}
        />
      ) : null}
    </div>
  );
}

function ConstantValue({
  name,
  label,
  value,
  onChange,
}: {
  name: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
}) {
  const { region } = useMe();
  const subjects = useSuspenseQuery(subjectsOptions()).data;
  const municipalities = useSuspenseQuery(municipalitiesOptions()).data;
  const indicators = useQuery({ ...indicatorsOptions(), enabled: name === 'indicatorCode' }).data?.items ?? [];
  const lists: Record<string, { value: string; label: string }[]> = {
    assessment: assessments.map((item) => ({ value: item, label: assessmentNames[item] })),
    subject: subjects.map((item) => ({ value: item.code, label: item.name })),
    placeCode: [
      { value: region.code, label: region.name },
      ...municipalities.map((item) => ({ value: item.code, label: item.name })),
    ],
    indicatorCode: indicators.map((item) => ({ value: item.code, label: `${item.number}. ${item.name}` })),
  };
  const list = lists[name];
  if (!list) {
    return (
      <TextInput
        label={label}
        value={value}
        maxLength={200}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  const known = value === '' || list.some((item) => item.value === value);
  const data = [{ value: '', label: '–' }, ...(known ? [] : [{ value, label: value }]), ...list];
  return (
    <NativeSelect label={label} data={data} value={value} onChange={(event) => onChange(event.currentTarget.value)} />
  );
}

export function AddResultButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <Button variant="default" leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={onClick}>
      {label}
    </Button>
  );
}
