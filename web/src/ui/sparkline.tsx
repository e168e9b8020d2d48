interface Props {
  /** In order of years; null is a year without a value and breaks the line. */
  values: readonly (number | null)[];
  label: string;
  width?: number;
  height?: number;
}

/** A small line of a few years; its meaning is in the label. Our own drawing: no chart library for this. */
export function Sparkline({ values, label, width = 72, height = 24 }: Props) {
  const known = values.filter((value): value is number => value !== null);
  if (known.length === 0) return null;
  const low = Math.min(...known);
  const span = Math.max(...known) - low || 1;
  const pad = 4;
  const x = (at: number) => (values.length === 1 ? width / 2 : pad + (at * (width - 2 * pad)) / (values.length - 1));
  const y = (value: number) => height - pad - ((value - low) / span) * (height - 2 * pad);
  let pen = false;
  const path = values
    .map((value, at) => {
      if (value === null) {
        pen = false;
        return '';
      }
      const step = `${pen ? 'L' : 'M'}${x(at).toFixed(1)} ${y(value).toFixed(1)}`;
      pen = true;
      return step;
    })
    .join('');
  const last = values.findLastIndex((value) => value !== null);
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <path
        d={path}
        fill="none"
        stroke="var(--o-brand)"
        strokeWidth="1.5"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <circle cx={x(last)} cy={y(values[last] ?? low)} r="2.5" fill="var(--o-brand)" />
    </svg>
  );
}
