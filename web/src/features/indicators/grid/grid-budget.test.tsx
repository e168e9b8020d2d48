import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Profiler } from 'react';
import { expect, test } from 'vitest';
import { bigGrid, keeper } from '@/test/data/grid';
import { GridTable } from './grid-table';
import { linesOf, tracksOf } from './model';
import { GridStore } from './store';

const nothing = () => {};

test('60 × 24 with targets: a letter draws nothing again, a saved value draws its own cell', async () => {
  const grid = bigGrid(60, 24);
  const store = new GridStore(grid, keeper(grid));
  const draws: number[] = [];
  render(
    <MantineProvider env="test">
      <Profiler id="grid" onRender={(_, __, took) => draws.push(took)}>
        <GridTable
          caption="Большая"
          store={store}
          lines={linesOf(grid)}
          columns={grid.columns}
          tracks={tracksOf(grid.columns, ['target', 'fact'])}
          setsTargets
          open={new Set()}
          onToggle={nothing}
          onFocus={nothing}
          onOpen={nothing}
          onUndo={nothing}
          onPaste={() => false}
        />
      </Profiler>
    </MantineProvider>,
  );
  expect(document.querySelectorAll('input[data-cell]')).toHaveLength(2880);
  expect(draws).toHaveLength(1);
  const [whole = 0] = draws;

  const user = userEvent.setup({ delay: null });
  const inputs = document.querySelectorAll<HTMLInputElement>('input[data-cell]');
  inputs[0]?.focus();
  await user.keyboard('45');
  expect(draws).toHaveLength(1);
  await user.keyboard('{Enter}');
  await store.settled();
  expect(inputs[48]).toHaveFocus();
  expect(inputs[0]).toHaveValue('45');
  // Once for «сохраняем», once for «сохранено»; together far less than a drawing of the whole.
  expect(draws.slice(1).reduce((sum, took) => sum + took, 0)).toBeLessThan(whole / 4);
  expect(screen.getByRole('table', { name: 'Большая' })).toBeVisible();
});
