import { useSuspenseQuery } from '@tanstack/react-query';
import { municipalitiesOptions } from '@/api/dictionaries';
import { kindNames, localityNames } from '@/api/terms';
import { missing } from '@/lib/format';
import { VersionConflict } from '@/ui/version-conflict';
import { ru } from './ru';
import { differing, type SchoolValues } from './school-values';

interface Props {
  mine: SchoolValues;
  theirs: SchoolValues;
  pending: boolean;
  onMine: () => void;
  onTheirs: () => void;
  onClose: () => void;
}

/** The fields in which my version of a school and the saved one differ, in words. */
export function ConflictDialog({ mine, theirs, ...dialog }: Props) {
  const municipalities = useSuspenseQuery(municipalitiesOptions()).data;
  const show = (values: SchoolValues, field: keyof SchoolValues): string => {
    if (field === 'kind') return kindNames[values.kind];
    if (field === 'locality') return localityNames[values.locality];
    if (field === 'municipalityCode') {
      return municipalities.find(({ code }) => code === values.municipalityCode)?.name ?? values.municipalityCode;
    }
    return values[field].trim() || missing;
  };
  return (
    <VersionConflict
      fields={differing(mine, theirs).map((field) => ({
        name: ru.fields[field === 'municipalityCode' ? 'municipality' : field],
        mine: show(mine, field),
        theirs: show(theirs, field),
      }))}
      {...dialog}
    />
  );
}
