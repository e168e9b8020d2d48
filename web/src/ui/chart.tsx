import type { EChartsCoreOption } from 'echarts/core';
import { lazy, type ReactNode, Suspense } from 'react';
import { saveFile } from '@/lib/download';
import { usePrinting } from '@/lib/use-printing';
import { ChartFrame } from './chart-frame';
import { ru } from './ru';

const ChartView = lazy(() => import('./chart-view'));

interface Props {
  /** The headline is the answer, not the name of the chart. */
  title: string;
  subtitle: string;
  /** `forPaper` asks for the light colours, whatever the theme. */
  option: (forPaper: boolean) => EChartsCoreOption;
  height: number;
  /** The same figures as a table, shown instead of the picture on demand; left out where a table stands beside it. */
  table?: ReactNode;
  onSelect?: (index: number) => void;
  fileName: string;
}

/** One question, one chart: headline, picture or table, and a PNG for a report. The library loads only here. */
export function Chart({ title, subtitle, option, height, table, onSelect, fileName }: Props) {
  const printing = usePrinting();
  async function save() {
    const { chartPng } = await import('./chart-png');
    saveFile(await chartPng({ option: option(true), height, title, subtitle }), `${fileName}.png`);
  }
  return (
    <ChartFrame title={title} subtitle={subtitle} table={table} onSave={save}>
      <Suspense fallback={<div style={{ height }} role="status" aria-label={ru.chart.loading} />}>
        <ChartView option={option(printing)} height={height} label={`${title}. ${subtitle}`} onSelect={onSelect} />
      </Suspense>
    </ChartFrame>
  );
}
