import { Select } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { municipalitiesOptions } from '@/api/dictionaries';
import { formatDay } from '@/lib/format';
import { DateField } from '@/ui/date-field';
import type { FilterTag } from '@/ui/filter-bar';
import { FilterPanel } from '@/ui/filter-panel';
import { chosen } from './filter';
import { namedOrganisationOptions, namedSchoolOptions } from './queries';
import { journal, kindNames, ru, stateNames } from './ru';
import { kinds, type RequestFilters, type RequestSearch, type SessionFilters, states } from './search';

/** What both lists are filtered by. */
type Shared = Pick<RequestSearch, 'specialist' | 'municipality' | 'school' | 'organisation' | 'from' | 'to'>;

interface Choice {
  label: string;
  data: { value: string; label: string }[];
  value: string | undefined;
  placeholder: string;
  onChange: (value: string | undefined) => void;
}

function Choose({ value, onChange, ...rest }: Choice) {
  return (
    <Select
      value={value ?? null}
      onChange={(next) => onChange(next ?? undefined)}
      clearable
      searchable={rest.data.length > 12}
      clearButtonProps={{ 'aria-label': ru.clear(rest.label) }}
      {...rest}
    />
  );
}

interface SharedProps {
  search: Shared;
  labels: { from: string; to: string };
  onChange: (change: Shared) => void;
}

function SharedFields({ search, labels, onChange }: SharedProps) {
  const municipalities = useSuspenseQuery(municipalitiesOptions()).data;
  return (
    <>
      <Choose
        label={ru.fields.specialist}
        placeholder={ru.any}
        data={kinds.map((value) => ({ value, label: kindNames[value] }))}
        value={search.specialist}
        onChange={(specialist) => onChange({ specialist: specialist as Shared['specialist'] })}
      />
      {municipalities.length > 1 ? (
        <Choose
          label={ru.fields.municipality}
          placeholder={ru.any}
          data={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
          value={search.municipality}
          onChange={(municipality) => onChange({ municipality })}
        />
      ) : null}
      <DateField
        label={labels.from}
        clearable
        value={search.from ?? null}
        onChange={(from) => onChange({ from: from ?? undefined })}
      />
      <DateField
        label={labels.to}
        clearable
        value={search.to ?? null}
        onChange={(to) => onChange({ to: to ?? undefined })}
      />
    </>
  );
}

export function RequestFilterPanel(props: { search: RequestSearch; onChange: (change: RequestFilters) => void }) {
  const { search, onChange } = props;
  return (
    <FilterPanel title={ru.filters} chosen={chosen(search)}>
      <Choose
        label={ru.fields.state}
        placeholder={ru.anyState}
        data={[{ value: 'open', label: ru.open }, ...states.map((value) => ({ value, label: stateNames[value] }))]}
        value={search.state}
        onChange={(state) => onChange({ state: state as RequestSearch['state'] })}
      />
      <SharedFields search={search} labels={ru.fields} onChange={onChange} />
    </FilterPanel>
  );
}

export function SessionFilterPanel(props: { search: SessionFilters; onChange: (change: SessionFilters) => void }) {
  const { search, onChange } = props;
  return (
    <FilterPanel title={ru.filters} chosen={chosen(search)}>
      <Choose
        label={journal.fields.held}
        placeholder={journal.all}
        data={Object.entries(journal.held).map(([value, label]) => ({ value, label }))}
        value={search.held}
        onChange={(held) => onChange({ held: held as SessionFilters['held'] })}
      />
      <SharedFields search={search} labels={journal.fields} onChange={onChange} />
    </FilterPanel>
  );
}

/** Chosen conditions that both lists know, in words. */
function useSharedTags({ search, labels, onChange }: SharedProps): FilterTag[] {
  const municipalities = useSuspenseQuery(municipalitiesOptions()).data;
  const { specialist, municipality, school, organisation, from, to } = search;
  const schoolName = useQuery({ ...namedSchoolOptions(school ?? ''), enabled: Boolean(school) }).data?.name;
  const centre = useQuery({ ...namedOrganisationOptions(organisation ?? ''), enabled: Boolean(organisation) }).data;
  const words: [keyof Shared, string | undefined][] = [
    ['school', school && (schoolName ?? ru.school)],
    ['organisation', organisation && (centre?.shortName ?? centre?.name ?? ru.organisation)],
    ['specialist', specialist && kindNames[specialist]],
    ['municipality', municipality && (municipalities.find(({ code }) => code === municipality)?.name ?? municipality)],
    ['from', from && `${labels.from} ${formatDay(from)}`],
    ['to', to && `${labels.to} ${formatDay(to)}`],
  ];
  return words.flatMap(([key, label]) =>
    label ? [{ key, label, onRemove: () => onChange({ [key]: undefined }) }] : [],
  );
}

export function useRequestTags(search: RequestSearch, onChange: (change: RequestFilters) => void): FilterTag[] {
  const tags = useSharedTags({ search, labels: ru.fields, onChange });
  const { state } = search;
  if (!state) return tags;
  const label = state === 'open' ? ru.open : `${ru.fields.state}: ${stateNames[state]}`;
  return [{ key: 'state', label, onRemove: () => onChange({ state: undefined }) }, ...tags];
}

export function useSessionTags(search: SessionFilters, onChange: (change: SessionFilters) => void): FilterTag[] {
  const tags = useSharedTags({ search, labels: journal.fields, onChange });
  const { held } = search;
  if (!held) return tags;
  return [{ key: 'held', label: journal.held[held], onRemove: () => onChange({ held: undefined }) }, ...tags];
}
