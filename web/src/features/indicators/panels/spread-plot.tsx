import { useElementSize } from '@mantine/hooks';
import { useRef } from 'react';
import type { IndicatorRanking } from '@/api/gen/types.gen';
import { saveFile } from '@/lib/download';
import { Card } from '@/ui/card';
import { ChartFrame } from '@/ui/chart-frame';
import { axisOf, dots, formatValue, spreadKeys } from './model';
import classes from './panels.module.css';
import { ru } from './ru';
import { svgPng } from './svg-png';

// Until the sheet has been measured, and on paper.
const usualWidth = 640;
const side = 28;
const dotSize = 3;
const mostHigh = 96;
const boxHeight = 34;
const columnWidth = 5;

/** How the schools lie: a dot each, the box of the middle half below, and the same as a table. */
export function SpreadPlot({
  ranking,
  title,
  fileName,
}: {
  ranking: IndicatorRanking;
  title: string;
  fileName: string;
}) {
  const picture = useRef<SVGSVGElement>(null);
  const { spread, indicator } = ranking;
  if (!spread) return null;
  async function save() {
    if (picture.current) saveFile(await svgPng(picture.current, title, indicator.name), `${fileName}.png`);
  }
  return (
    <Card>
      <ChartFrame title={title} subtitle={ru.spreadText} table={<Table ranking={ranking} />} onSave={save}>
        <Picture ranking={ranking} title={title} svg={picture} />
      </ChartFrame>
    </Card>
  );
}

function Picture({
  ranking,
  title,
  svg,
}: {
  ranking: IndicatorRanking;
  title: string;
  svg: React.RefObject<SVGSVGElement | null>;
}) {
  const { spread, indicator, values, figures } = ranking;
  // Drawn as wide as it is shown, so that its words are as large as all others.
  const { ref, width: measured } = useElementSize();
  const width = measured || usualWidth;
  if (!spread) return null;
  const axis = axisOf(spread.least, spread.greatest, indicator.unit);
  const placed = dots(values, axis, Math.floor((width - side * 2) / columnWidth));
  const high = Math.max(...placed.map(({ row }) => row)) + 1;
  // Where many schools crowd in one place their dots overlap rather than fill the sheet.
  const step = Math.min(dotSize * 2, mostHigh / high);
  const top = 8 + Math.max(24, high * step);
  const box = top + 14;
  const foot = box + boxHeight + 18;
  const at = (value: number) => side + ((value - axis.from) / (axis.to - axis.from)) * (width - side * 2);
  const middle = box + boxHeight / 2;
  return (
    <div ref={ref}>
      <svg
        ref={svg}
        viewBox={`0 0 ${width} ${foot + 18}`}
        className={classes.plot}
        role="img"
        aria-label={`${title}. ${spreadKeys.map((key) => `${ru.spreadTable[key]} ${formatValue(spread[key], indicator)}`).join(', ')}`}
      >
        {axis.ticks.map((tick) => (
          <g key={tick}>
            <line x1={at(tick)} x2={at(tick)} y1={4} y2={foot} className={classes.grid} />
            <text x={at(tick)} y={foot + 14} textAnchor="middle">
              {formatValue(tick, {
                ...indicator,
                decimals: Number.isInteger(tick) ? 0 : Math.max(1, indicator.decimals),
              })}
            </text>
          </g>
        ))}
        {placed.map(({ x, row, value }) => (
          <circle
            key={`${x}-${row}-${value}`}
            cx={side + x * (width - side * 2)}
            cy={top - dotSize - row * step}
            r={dotSize}
            className={classes.dot}
          />
        ))}
        <line x1={at(spread.least)} x2={at(spread.greatest)} y1={middle} y2={middle} className={classes.whisker} />
        {[spread.least, spread.greatest].map((end, i) => (
          <line
            key={i === 0 ? 'least' : 'greatest'}
            x1={at(end)}
            x2={at(end)}
            y1={middle - 7}
            y2={middle + 7}
            className={classes.whisker}
          />
        ))}
        <rect
          x={at(spread.lowerQuartile)}
          y={box}
          width={Math.max(1, at(spread.upperQuartile) - at(spread.lowerQuartile))}
          height={boxHeight}
          rx={3}
          className={classes.box}
        />
        <line x1={at(spread.median)} x2={at(spread.median)} y1={box} y2={box + boxHeight} className={classes.median} />
        {figures.mean === null ? null : (
          <path d={`M${at(figures.mean)} ${middle - 6}l6 6l-6 6l-6 -6z`} className={classes.mean}>
            <title>{ru.mean}</title>
          </path>
        )}
      </svg>
    </div>
  );
}

function Table({ ranking: { spread, indicator, figures } }: { ranking: IndicatorRanking }) {
  if (!spread) return null;
  const rows: [string, string][] = [
    ...spreadKeys.map((key): [string, string] => [ru.spreadTable[key], formatValue(spread[key], indicator)]),
    [ru.mean, formatValue(figures.mean, indicator)],
    [ru.columns.schools, String(figures.schools)],
    [ru.aboveZero, String(figures.aboveZero)],
    ...(indicator.unit === 'Share' ? [[ru.withBase, String(figures.withBase)] as [string, string]] : []),
  ];
  return (
    <table className={classes.table}>
      <tbody>
        {rows.map(([name, value]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td data-align="right">{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
