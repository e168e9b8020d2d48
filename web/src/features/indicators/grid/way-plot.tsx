import type { TargetPoint } from '@/api/gen/types.gen';
import classes from './target-way.module.css';

const size = { width: 320, height: 72, pad: 8 };

/** The planned way dashed, the values a line; its meaning is in the label. Our own drawing: no chart library for this. */
export function WayPlot({ points, label }: { points: readonly TargetPoint[]; label: string }) {
  const { width, height, pad } = size;
  const all = points.flatMap(({ expected, value }) => (value === null ? [expected] : [expected, value]));
  const low = Math.min(...all);
  const span = Math.max(...all) - low || 1;
  const x = (at: number) => pad + (at * (width - 2 * pad)) / Math.max(1, points.length - 1);
  const y = (value: number) => height - pad - ((value - low) / span) * (height - 2 * pad);
  const line = (values: readonly (readonly [at: number, value: number])[]) =>
    values.map(([at, value], step) => `${step ? 'L' : 'M'}${x(at).toFixed(1)} ${y(value).toFixed(1)}`).join('');
  const known = points.flatMap(({ value }, at) => (value === null ? [] : [[at, value] as const]));
  const last = points.length - 1;
  const [start, end] = [points[0]?.expected ?? low, points[last]?.expected ?? low];
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className={classes.plot} role="img" aria-label={label}>
      <path className={classes.plan} d={line(points.map(({ expected }, at) => [at, expected] as const))} />
      <circle className={classes.end} cx={x(0)} cy={y(start)} r="4" />
      <rect className={classes.end} x={x(last) - 4} y={y(end) - 4} width="8" height="8" />
      <path className={classes.fact} d={line(known)} />
      {known.map(([at, value], step) => (
        <circle key={at} className={classes.dot} cx={x(at)} cy={y(value)} r={step === known.length - 1 ? 4 : 2.5} />
      ))}
    </svg>
  );
}
