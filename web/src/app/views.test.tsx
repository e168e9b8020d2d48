import { screen, waitFor } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { renderApp } from '@/test/render-app';
import { server } from '@/test/server';

test('filters are kept under a name, without the page, and open again', async () => {
  const sent: unknown[] = [];
  server.use(
    http.post('*/api/v1/saved-views', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({}, { status: 201 });
    }),
  );
  const { user, router } = renderApp('/schools?kind=Basic');
  await user.click(await screen.findByRole('button', { name: 'Отборы' }));
  await user.click(await screen.findByRole('button', { name: 'Сохранить отбор' }));
  await user.type(screen.getByRole('textbox', { name: /Название отбора/ }), 'Основные школы');
  await user.click(screen.getByRole('checkbox', { name: 'Виден всем в регионе' }));
  await user.click(screen.getByRole('button', { name: 'Сохранить' }));
  await waitFor(() =>
    expect(sent).toEqual([{ screen: 'Schools', name: 'Основные школы', query: 'kind=Basic', shared: true }]),
  );
  await user.click(await screen.findByRole('button', { name: /^Сельские школы/ }));
  await waitFor(() => expect(router.state.location.search).toEqual({ locality: 'Rural' }));
});

test('a deleted view can be brought back', async () => {
  const calls: string[] = [];
  server.use(
    http.delete('*/api/v1/saved-views/:id', ({ request }) => {
      calls.push(`delete ${request.headers.get('If-Match')}`);
      return new HttpResponse(null, { status: 204 });
    }),
    http.post('*/api/v1/saved-views', async ({ request }) => {
      calls.push(`save ${((await request.json()) as { query: string }).query}`);
      return HttpResponse.json({}, { status: 201 });
    }),
  );
  const { user } = renderApp('/schools');
  await user.click(await screen.findByRole('button', { name: 'Отборы' }));
  await user.click(await screen.findByRole('button', { name: 'Удалить отбор «Сельские школы»' }));
  await user.click(await screen.findByRole('button', { name: 'Отменить' }));
  await waitFor(() => expect(calls).toEqual(['delete "1"', 'save locality=Rural']));
});
