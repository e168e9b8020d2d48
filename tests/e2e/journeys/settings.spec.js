import { expect, test } from '@playwright/test';
import { expectAccessible, signIn, url } from '../support/product.js';

const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

test('an operator names the categories anew and gives the region a logo; both are seen at once', async ({ page }) => {
  await signIn(page, 'operator');
  await page.getByRole('button', { name: /Меню учётной записи/ }).click();
  await page.getByRole('menuitem', { name: 'Настройки региона' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Настройки региона');
  await expectAccessible(page);

  const label = page.getByRole('textbox', { name: 'Школы с низкими результатами' });
  const before = await label.inputValue();
  await label.fill('ШНРО');
  await expect(page.getByText('ШНРО и', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Сохранить', exact: true }).click();
  await expect(page.getByText('Сохранено', { exact: true })).toBeVisible();

  await page.locator('input[type="file"]').setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: picture });
  await expect(page.getByRole('img', { name: /^Логотип/ })).toBeVisible();
  await expectAccessible(page);
  await page.goto(url('/schools?category=LowResults'));
  await expect(page.getByRole('table').getByText('ШНРО').first()).toBeVisible();
  await expect(page.locator('img[src^="blob:"]').first()).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('main').locator('img[src^="blob:"]')).toBeVisible();
  await page.emulateMedia({ media: 'screen' });

  // As it was, for the journeys that come after.
  await page.goto(url('/settings'));
  await page.getByRole('button', { name: 'Убрать' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Убрать' }).click();
  await expect(page.getByText('Логотипа нет', { exact: false })).toBeVisible();
  await label.fill(before);
  await page.getByRole('button', { name: 'Сохранить', exact: true }).click();
  await expect(page.getByText('Сохранено', { exact: true })).toBeVisible();
});
