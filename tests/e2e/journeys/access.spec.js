import { expect, test } from '@playwright/test';
import { credentials, expectAccessible, signIn, url } from '../support/product.js';

test('a wrong password is answered in words, and the page is accessible', async ({ page }) => {
  await page.goto(url('/sign-in'));
  await expectAccessible(page);
  await page.getByLabel('Имя пользователя').fill('observer');
  await page.getByRole('textbox', { name: 'Пароль' }).fill('not the password');
  await page.getByRole('button', { name: 'Войти' }).click();
  await expect(page.getByText(/пароль неверны/)).toBeVisible();
});

test('the school of one person is the whole world of that person', async ({ page }) => {
  await signIn(page, 'school');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('МБОУ «СОШ №2» ЕМР РТ');
  await expectAccessible(page);
});

test('what lies in another municipality or region does not exist for a coordinator', async ({ page, request }) => {
  const { key } = credentials().clients.find((client) => client.kind === 'integration');
  const all = await request.get(url('/api/v1/schools?pageSize=200'), { headers: { Authorization: `Bearer ${key}` } });
  const foreign = (await all.json()).items.find((school) => school.municipality.code !== '92626000');

  await signIn(page, 'coordinator');
  await page.goto(url(`/schools/${foreign.id}`));
  await expect(page.getByText(/вне вашего доступа|не найден/i).first()).toBeVisible();
  await expectAccessible(page);
  expect((await page.request.get(url(`/api/v1/schools/${foreign.id}`))).status()).toBe(404);
});
