import type { SchoolResultPoint, SchoolResultSeries } from '@/api/gen/types.gen';
import { formatMean, missing } from '@/lib/format';
import { ru } from './ru';

interface Props {
  point: SchoolResultPoint | undefined;
  scale: SchoolResultSeries['scale'];
}

/** A mean with its marks: few pupils, counted from marks. */
export function MeanValue({ point, scale }: Props) {
  if (point?.mean == null) return missing;
  const notes = [point.small ? ru.small : null, point.meanDerived ? ru.meanDerived : null].filter(Boolean).join('; ');
  return (
    <span title={notes || undefined}>
      {formatMean(point.mean, scale)}
      {point.small ? <abbr title={ru.small}>*</abbr> : null}
    </span>
  );
}
