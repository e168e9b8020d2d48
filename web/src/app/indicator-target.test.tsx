import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import type { CellResult, SaveIndicatorTargetsBody, TargetDoubt, TargetWrite } from '@/api/gen/types.gen';
import { cellOf, entryGrid, targetOf, trajectory } from '@/test/data/grid';
import { schoolPerson } from '@/test/data/people';
import { renderApp } from '@/test/render-app';
import { server } from '@/test/server';

const math = entryGrid.rows[1]?.indicator;
const doubt = (change: Partial<TargetDoubt>): TargetDoubt => ({
  indicatorId: math?.id ?? '',
  code: math?.code ?? '',
  name: math?.name ?? '',
  targetId: 'target-50',
  finding: 'ImpossibleStep',
  message: '1,9 % из 43 человек не получится: возможны 0 (0 из 43), 2,3 (1 из 43)',
  proposed: 2.3,
  proposal: '2,3 (1 из 43)',
  ...change,
});

/** Keeps what is written; the first answers may be given, the others say that all is well. */
function recordTargets(...answers: Partial<CellResult>[]) {
  const writes: TargetWrite[] = [];
  server.use(
    http.put('*/api/v1/indicator-targets/cells', async ({ request }) => {
      const { targets } = (await request.json()) as SaveIndicatorTargetsBody;
      writes.push(...targets);
      const said = {
        index: 0,
        outcome: 'Saved',
        faults: [],
        cell: cellOf({ target: targetOf(50, '50 %') }),
        ...answers.shift(),
      };
      return HttpResponse.json({ written: 1, unchanged: 0, refused: 0, cells: [said] });
    }),
  );
  return writes;
}

function doubts(...items: TargetDoubt[]) {
  server.use(
    http.get('*/api/v1/indicator-targets/lint', () => HttpResponse.json({ indicators: 5, targets: 3, items })),
  );
}

async function openTarget(code = math?.code) {
  const app = renderApp(`/indicators/entry?cell=${code}@2020`);
  return { ...app, panel: await screen.findByRole('dialog', { name: /по математике/ }) };
}

test('the way to a target is drawn, and told in a sentence and by period', async () => {
  const { panel } = await openTarget();
  const words = 'Отстаёт от пути к цели: 58 % за 2019, по плану 55 %.';
  expect(await within(panel).findByRole('img', { name: words })).toBeVisible();
  expect(within(panel).getByText(words)).toBeVisible();
  expect(panel).toHaveTextContent('Исходное 60 %2018');
  expect(panel).toHaveTextContent('Сейчас 58 %2019');
  expect(panel).toHaveTextContent('Цель 50 %2020');
  expect(within(panel).getByText('По периодам')).toBeVisible();
});

test('without a start there is no way, and it is said what is missing', async () => {
  server.use(
    http.get('*/api/v1/indicator-targets/:id/trajectory', () =>
      HttpResponse.json({ ...trajectory, points: [], onTrack: null }),
    ),
  );
  const { panel } = await openTarget();
  expect(await within(panel).findByText(/нужны исходное значение и его период/)).toBeVisible();
  expect(within(panel).queryByRole('img')).toBeNull();
});

test('a doubtful target is told why, and put right by one click under its version', async () => {
  const writes = recordTargets();
  doubts(doubt({}));
  const { panel, user } = await openTarget();
  expect(await within(panel).findByText('Такая доля не получится')).toBeVisible();
  expect(panel).toHaveTextContent('Может быть, 2,3 (1 из 43)?');
  doubts();
  await user.click(within(panel).getByRole('button', { name: /^Поставить цель 2,3\s%$/ }));
  expect(await screen.findByText('Цель сохранена')).toBeVisible();
  expect(writes).toEqual([{ indicatorId: math?.id, period: '2020', target: { number: 2.3 }, version: 1 }]);
  await waitFor(() => expect(within(panel).queryByText('Такая доля не получится')).toBeNull());
});

test('a missing start is taken from the year before; a jump has nothing to click', async () => {
  const writes = recordTargets();
  doubts(
    doubt({ finding: 'BaselineMissing', message: 'Исходное значение не указано', proposed: 60, proposal: null }),
    doubt({ finding: 'Jump', message: 'Слишком большой шаг за период: 60 → 5', proposed: null, proposal: null }),
  );
  const { panel, user } = await openTarget();
  await user.click(await within(panel).findByRole('button', { name: /^Взять исходным 60\s%$/ }));
  expect(within(panel).queryByRole('button', { name: /Поставить цель/ })).toBeNull();
  await waitFor(() =>
    expect(writes).toEqual([
      {
        indicatorId: math?.id,
        period: '2020',
        target: { number: 50 },
        version: 1,
        baseline: { number: 60 },
        baselinePeriod: '2019',
      },
    ]),
  );
});

test('target, start, its period and the reason are revised together; what cannot be is told before it is sent', async () => {
  const writes = recordTargets();
  const { panel, user } = await openTarget();
  await user.click(await within(panel).findByRole('button', { name: 'Изменить цель' }));
  const field = (name: string) => within(panel).getByLabelText(name);
  const type = async (name: string, text: string) => {
    await user.clear(field(name));
    if (text) await user.paste(text);
  };
  expect(field('Цель')).toHaveFocus();
  expect(field('Исходное значение')).toHaveValue('60');
  expect(field('Период исходного значения')).toHaveValue('2019');
  await type('Цель', 'много');
  await type('Период исходного значения', '2020');
  await user.click(within(panel).getByRole('button', { name: 'Сохранить цель' }));
  expect(within(panel).getByText(/«много» – не доля/)).toBeVisible();
  expect(within(panel).getByText('Исходный период должен быть раньше периода цели')).toBeVisible();
  expect(writes).toEqual([]);
  await type('Цель', '45,5');
  await type('Исходное значение', '30/50');
  await type('Период исходного значения', '2018');
  await type('Основание цели', '');
  await user.click(within(panel).getByRole('button', { name: 'Сохранить цель' }));
  await waitFor(() =>
    expect(writes).toEqual([
      {
        indicatorId: math?.id,
        period: '2020',
        target: { text: '45,5' },
        version: 1,
        baseline: { text: '30/50' },
        baselinePeriod: '2018',
        note: '',
      },
    ]),
  );
  expect(await within(panel).findByRole('button', { name: 'Изменить цель' })).toHaveFocus();
});

test('an emptied start is taken away, an emptied target goes whole', async () => {
  const writes = recordTargets();
  const { panel, user } = await openTarget();
  await user.click(await within(panel).findByRole('button', { name: 'Изменить цель' }));
  await user.clear(within(panel).getByRole('textbox', { name: 'Исходное значение' }));
  await user.click(within(panel).getByRole('button', { name: 'Сохранить цель' }));
  await waitFor(() => expect(writes[0]).toMatchObject({ baseline: { text: '–' }, baselinePeriod: null }));
  await user.click(await within(panel).findByRole('button', { name: 'Изменить цель' }));
  await user.clear(within(panel).getByRole('textbox', { name: 'Цель' }));
  await user.click(within(panel).getByRole('button', { name: 'Сохранить цель' }));
  expect(await screen.findByText('Цель убрана')).toBeVisible();
  expect(writes[1]).toMatchObject({ target: null, version: 1 });
});

test('a target that somebody else has changed is not written over unasked', async () => {
  const theirs = { ...targetOf(40, '40 %'), version: 7 };
  const writes = recordTargets({
    outcome: 'Conflict',
    faults: [{ code: 'target-changed', message: 'Пока вы работали, цель изменил кто-то другой', allowed: null }],
    cell: cellOf({ target: theirs }),
  });
  const { panel, user } = await openTarget();
  await user.click(await within(panel).findByRole('button', { name: 'Изменить цель' }));
  await user.clear(within(panel).getByRole('textbox', { name: 'Цель' }));
  await user.type(within(panel).getByRole('textbox', { name: 'Цель' }), '45');
  await user.click(within(panel).getByRole('button', { name: 'Сохранить цель' }));
  const note = await within(panel).findByRole('alert');
  expect(within(note).getByRole('button', { name: 'Сохранить моё' })).toHaveFocus();
  expect(note).toHaveTextContent('Цель изменил кто-то другой');
  expect(note).toHaveTextContent('У вас45; исходное 60 (2019); Программа школы');
  expect(note).toHaveTextContent('Сохранено40 %; исходное 50 % (2019); Программа школы');
  expect(writes).toHaveLength(1);
  await user.click(within(note).getByRole('button', { name: 'Сохранить моё' }));
  await waitFor(() => expect(writes[1]).toMatchObject({ target: { text: '45' }, version: 7 }));
  await waitFor(() => expect(within(panel).getByRole('button', { name: 'Изменить цель' })).toHaveFocus());
  expect(within(panel).queryByRole('alert')).toBeNull();
});

test('who sets no targets sees the way and is neither offered nor asked anything', async () => {
  let asked = false;
  server.use(
    http.get('*/api/v1/me', () => HttpResponse.json(schoolPerson)),
    http.get('*/api/v1/indicator-grid', () => HttpResponse.json({ ...entryGrid, maySetTargets: false })),
    http.get('*/api/v1/indicator-targets/lint', () => {
      asked = true;
      return HttpResponse.json({ indicators: 5, targets: 3, items: [doubt({})] });
    }),
  );
  const { panel } = await openTarget();
  expect(await within(panel).findByText(/Отстаёт от пути к цели/)).toBeVisible();
  expect(within(panel).queryByRole('button', { name: 'Изменить цель' })).toBeNull();
  expect(document.querySelector('input[data-cell$="@target"]')).toBeNull();
  expect(asked).toBe(false);
});
