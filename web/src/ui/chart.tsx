import { ActionIcon, SegmentedControl, Tooltip } from '@mantine/core';
import { IconChartBar, IconDownload, IconTable } from '@tabler/icons-react';
import type { EChartsCoreOption } from 'echarts/core';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { saveFile } from '@/lib/download';
import { usePrinting } from '@/lib/use-printing';
import classes from './chart.module.css';
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
  const [view, setView] = useState<'chart' | 'table'>('chart');
  const printing = usePrinting();
  async function save() {
    const { chartPng } = await import('./chart-png');
    saveFile(await chartPng({ option: option(true), height, title, subtitle }), `${fileName}.png`);
  }
  return (
    <figure className={classes.root}>
      <figcaption className={classes.head}>
        <span>
          <strong className={classes.title}>{title}</strong>
          <span className={classes.subtitle}>{subtitle}</span>
        </span>
        <span className={`${classes.tools} no-print`}>
          {table ? (
            <SegmentedControl
              size="xs"
              value={view}
              onChange={(value) => setView(value === 'table' ? 'table' : 'chart')}
              aria-label="Вид"
              data={[
                { value: 'chart', label: <Icon icon={<IconChartBar size={18} />} label={ru.chart.chart} /> },
                { value: 'table', label: <Icon icon={<IconTable size={18} />} label={ru.chart.table} /> },
              ]}
            />
          ) : null}
          <Tooltip label={ru.chart.png}>
            <ActionIcon variant="default" size={32} aria-label={ru.chart.png} onClick={() => void save()}>
              <IconDownload size={18} aria-hidden="true" />
            </ActionIcon>
          </Tooltip>
        </span>
      </figcaption>
      {view === 'table' && table ? (
        table
      ) : (
        <Suspense fallback={<div style={{ height }} role="status" aria-label={ru.chart.loading} />}>
          <ChartView option={option(printing)} height={height} label={`${title}. ${subtitle}`} onSelect={onSelect} />
        </Suspense>
      )}
    </figure>
  );
}

function Icon({ icon, label }: { icon: ReactNode; label: string }) {
  return (
    <Tooltip label={label}>
      <span className={classes.icon}>
        {icon}
        <span className="visually-hidden">{label}</span>
      </span>
    </Tooltip>
  );
}
