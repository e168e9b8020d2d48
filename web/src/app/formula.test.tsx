import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { type ReactNode, useState } from 'react';
import { expect, test } from 'vitest';
import type { ExplainedStep, ExplanationDetails, FormulaCheckDetails } from '@/api/gen/types.gen';
import { FormulaExplanation } from '@/features/indicators/formula-explanation';
import { FormulaField } from '@/features/indicators/formula-field';
import { server } from '@/test/server';
import { Providers } from './providers';
import { createQueryClient } from './query-client';

function show(children: ReactNode) {
  const queryClient = createQueryClient();
  queryClient.setDefaultOptions({ queries: { retry: false } });
  const router = createRouter({
    routeTree: createRootRoute({ component: () => children }),
    history: createMemoryHistory({ initialEntries: ['/'] }),
  });
  render(
    <Providers queryClient={queryClient} env="test">
      <RouterProvider router={router as never} />
    </Providers>,
  );
  return userEvent.setup();
}

const step = (of: Partial<ExplainedStep>): ExplainedStep => ({
  text: 'pupils()',
  words: 'число обучающихся',
  value: null,
  reason: null,
  note: null,
  isSmall: false,
  indicatorId: null,
  period: null,
  parts: [],
  rows: [],
  rowsTotal: 0,
  schools: [],
  schoolsTotal: 0,
  ...of,
});

const details = (of: Partial<ExplanationDetails>): ExplanationDetails => ({
  indicatorId: 'i-1',
  code: 'low',
  name: 'Доля «2» и «3»',
  place: 'СОШ № 2',
  period: '2019',
  formula: 'marks(VPR, russian, 5, 2, 3)',
  words: 'доля учеников с отметками «2» и «3» по ВПР, русский язык, 5 класс',
  method: null,
  value: '39 из 73 (53,4 %)',
  origin: 'Computed',
  changedAt: '2026-01-01T00:00:00Z',
  importId: null,
  row: null,
  isStale: false,
  isWithheld: false,
  isOfOtherLevel: false,
  step: null,
  ...of,
});

function answer(by: Record<string, ExplanationDetails>) {
  server.use(http.get('*/api/v1/indicators/:id/explanation', ({ params }) => HttpResponse.json(by[String(params.id)])));
}

const row = {
  resultId: 'r-1',
  schoolId: 's-1',
  school: 'СОШ № 2',
  year: 2019,
  subject: 'Русский язык',
  grade: 5,
  participants: 73,
  mean: 3.288,
  belowThreshold: null,
  marks: { two: 19, three: 20, four: 28, five: 6 },
  marksDerived: true,
  leftOut: null,
};

test('a value is told with its formula in words and the results behind it', async () => {
  answer({
    'i-1': details({
      step: step({ text: 'marks(…)', words: 'доля учеников', value: '39 из 73 (53,4 %)', rows: [row], rowsTotal: 1 }),
    }),
  });
  show(<FormulaExplanation indicatorId="i-1" period="2019" school="s-1" />);
  const table = await screen.findByRole('table', { name: 'Результаты' });
  expect(within(table).getByRole('cell', { name: '19 / 20 / 28 / 6' })).toBeVisible();
  expect(within(table).getByRole('link', { name: 'СОШ № 2' })).toHaveAttribute('href', '/schools/s-1');
  expect(within(table).queryByRole('columnheader', { name: 'Ниже порога' })).toBeNull();
  expect(screen.getByText(/отметками «2» и «3» по ВПР/)).toBeVisible();
});

test('what was left out says why, and a missing value its reason', async () => {
  answer({
    'i-1': details({
      value: null,
      origin: null,
      step: step({
        reason: 'нет распределения отметок',
        rows: [{ ...row, marks: null, leftOut: 'нет распределения отметок' }],
        rowsTotal: 1,
      }),
    }),
  });
  show(<FormulaExplanation indicatorId="i-1" period="2019" school="s-1" />);
  expect(await screen.findByRole('cell', { name: 'нет распределения отметок' })).toBeVisible();
  expect(screen.getAllByText('Нет данных: нет распределения отметок')).toHaveLength(2);
});

test('the way leads on to another indicator and back', async () => {
  answer({
    'i-1': details({
      step: step({
        words: 'доля',
        value: '12 из 43',
        parts: [step({ words: 'показатель «Количество»', value: '12', indicatorId: 'i-2', period: '2018' })],
      }),
    }),
    'i-2': details({
      indicatorId: 'i-2',
      name: 'Количество',
      period: '2018',
      formula: null,
      words: null,
      value: '12',
      origin: 'Entered',
    }),
  });
  const user = show(<FormulaExplanation indicatorId="i-1" period="2019" school="s-1" />);
  await user.click(await screen.findByRole('button', { name: 'Как посчитан этот показатель' }));
  expect(await screen.findByText('Значение не считается по формуле: его вводят или загружают.')).toBeVisible();
  expect(screen.getByText('СОШ № 2, 2018')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Назад' }));
  expect(await screen.findByText('СОШ № 2, 2019')).toBeVisible();
});

test('a withheld value tells that it is withheld', async () => {
  answer({ 'i-1': details({ value: null, isWithheld: true, isStale: true }) });
  show(<FormulaExplanation indicatorId="i-1" period="2019" school="s-1" />);
  expect(await screen.findByText(/за пределы программы такие значения не передаются/)).toBeVisible();
  expect(screen.queryByText(/формула даёт другое значение/)).toBeNull();
});

function Field() {
  const [text, setText] = useState('');
  return (
    <FormulaField value={text} onChange={setText} of={{ unit: 'Share', level: 'School', periodKind: 'CalendarYear' }} />
  );
}

test('a formula is checked while it is written, and a likely name put in by a button', async () => {
  server.use(
    http.post('*/api/v1/indicator-formulas/check', async ({ request }) => {
      const { text } = (await request.json()) as { text: string };
      const right = text === 'share(teachers(), pupils())';
      const wrong: FormulaCheckDetails = {
        isRight: false,
        words: null,
        errors: [
          { mistake: 'UnknownFunction', position: 18, length: 5, message: 'Функции «pupil» нет', nearest: 'pupils' },
        ],
        uses: null,
      };
      const good: FormulaCheckDetails = {
        isRight: true,
        words: 'доля: числитель — число педагогов; знаменатель — число обучающихся',
        errors: [],
        uses: { results: false, indicators: [], registers: ['teachers', 'pupils'], listed: false },
      };
      return HttpResponse.json(right ? good : wrong);
    }),
  );
  const user = show(<Field />);
  await user.type(await screen.findByRole('textbox', { name: 'Формула' }), 'share(teachers(), pupil())');
  expect(await screen.findByText('Функции «pupil» нет')).toBeVisible();
  expect(screen.getByText('(знак 19)')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Заменить на «pupils»' }));
  expect(await screen.findByText(/знаменатель — число обучающихся/)).toBeVisible();
  expect(screen.getByRole('textbox', { name: 'Формула' })).toHaveValue('share(teachers(), pupils())');
});
