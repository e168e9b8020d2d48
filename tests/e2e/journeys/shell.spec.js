import { expect, test } from '@playwright/test';
import { expectAccessible, signIn, url } from '../support/product.js';

test('the mark is seen before any script has come, and then gives way to the page', async ({ page }) => {
  let release;
  const released = new Promise((done) => {
    release = done;
  });
  await page.route('**/assets/*.js', async (route) => {
    await released;
    await route.continue();
  });
  await page.goto(url('/sign-in'), { waitUntil: 'commit' });
  await expect(page.getByText('загружается…')).toBeVisible();
  release();
  await expect(page.getByRole('button', { name: 'Войти' })).toBeVisible();
  await expect(page.getByText('загружается…')).toHaveCount(0);
});

test('the palette opens the first hit on Enter without waiting for the list', async ({ page }) => {
  await signIn(page, 'operator');
  await page.keyboard.press('Control+KeyK');
  await page.getByPlaceholder(/Название или код школы/).fill('160312002');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('МБОУ «СОШ №2» ЕМР РТ');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expectAccessible(page);
});
