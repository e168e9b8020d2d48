import { screen } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import type { AbsentTeacher } from '@/api/gen/types.gen';
import { checkedJob } from '@/test/data/imports';
import { renderApp } from '@/test/render-app';
import { server } from '@/test/server';

const absent: AbsentTeacher[] = [
  { id: 't1', name: 'Образцова Анна Петровна', schoolId: 's1', schoolName: 'СОШ № 2', position: 'учитель химии' },
  { id: 't2', name: 'Примеров Пётр Ильич', schoolId: 's1', schoolName: 'СОШ № 2', position: null },
];

test('who is missing from a whole staff is listed, and loading waits until somebody confirms that they have left', async () => {
  let loaded = false;
  const job = {
    ...checkedJob,
    kind: 'teachers' as const,
    errorsTotal: 0,
    errors: [],
    counts: { ...checkedJob.counts, rejected: 0 },
    mapping: { columns: { schoolCode: 'A', fullName: 'B' }, wholeStaffOn: '2021-09-01' },
  };
  server.use(
    http.get('*/api/v1/imports/:id', () => HttpResponse.json(job)),
    http.get('*/api/v1/imports/:id/absent', () => HttpResponse.json(absent)),
    http.post('*/api/v1/imports/:id/load', () => {
      loaded = true;
      return HttpResponse.json({ ...job, state: 'queued', step: 'loading' });
    }),
  );
  const { user } = renderApp(`/imports/${job.id}`);
  expect(await screen.findByRole('heading', { name: 'Нет в файле: 2' })).toBeVisible();
  expect(screen.getByRole('link', { name: 'Образцова Анна Петровна' })).toHaveAttribute(
    'href',
    '/training/teachers/t1',
  );
  const load = screen.getByRole('button', { name: /Загрузить 412\sстрок/ });
  await user.click(load);
  expect(await screen.findByRole('alert')).toHaveTextContent('Подтвердите отметку');
  expect(loaded).toBe(false);
  await user.click(screen.getByRole('checkbox', { name: /не работают 2 педагога/ }));
  await user.click(load);
  expect(await screen.findByRole('heading', { name: 'Загрузка' })).toBeVisible();
  expect(loaded).toBe(true);
});
