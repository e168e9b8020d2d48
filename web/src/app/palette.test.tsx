import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { operator } from '@/test/data/people';
import { schools } from '@/test/data/schools';
import { renderApp } from '@/test/render-app';

const [school] = schools;
const key = `opora-recent-${operator.id}`;

test('what was opened last stands first in the palette, without names of people', async () => {
  const { user, router } = renderApp(`/schools/${school?.id}`);
  await screen.findByRole('heading', { level: 1, name: school?.name ?? '' });
  await router.navigate({ to: '/people/$personId', params: { personId: operator.id } });
  await router.navigate({ to: '/schools' });
  await screen.findByRole('heading', { level: 1, name: 'Школы' });
  await waitFor(() =>
    expect(JSON.parse(window.localStorage.getItem(key) ?? '')).toEqual([
      { path: '/schools' },
      { path: `/schools/${school?.id}`, title: school?.name },
    ]),
  );

  await user.keyboard('{Control>}k{/Control}');
  const first = await screen.findByText(school?.name ?? '', { selector: '[role="dialog"] *' });
  const page = screen.getByText('Профиль', { selector: '[role="dialog"] *' });
  expect(first.compareDocumentPosition(page)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  await user.keyboard('{Enter}');
  await waitFor(() => expect(router.state.location.pathname).toBe(`/schools/${school?.id}`));
});

test('signing out leaves nothing of it to the next one', async () => {
  const { user } = renderApp('/schools');
  await waitFor(() => expect(window.localStorage.getItem(key)).not.toBeNull());
  await user.click(await screen.findByRole('button', { name: /Меню учётной записи/ }));
  await user.click(await screen.findByRole('menuitem', { name: 'Выйти' }));
  await waitFor(() => expect(window.localStorage.getItem(key)).toBeNull());
});

test('what is kept by hand and makes no sense is not shown', async () => {
  window.localStorage.setItem(key, '[{"path":7}]');
  const { user } = renderApp('/profile');
  await screen.findByRole('heading', { level: 1, name: 'Профиль' });
  await user.keyboard('{Control>}k{/Control}');
  expect(await screen.findByText('Мой день', { selector: '[role="dialog"] *' })).toBeVisible();
});
