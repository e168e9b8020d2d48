import { expect, test } from '@playwright/test';
import { expectAccessible, signIn, url } from '../support/product.js';

test('any spelling finds the school, and its card shows the document’s figures', async ({ page }) => {
  await signIn(page, 'operator');
  for (const spelling of ['школа №2', 'СОШ № 2', 'сош 2']) {
    await page.goto(url(`/schools?search=${encodeURIComponent(spelling)}`));
    await expect(page.getByRole('link', { name: 'МБОУ «СОШ №2» ЕМР РТ' })).toBeVisible();
  }
  await expectAccessible(page);

  await page.getByRole('link', { name: 'МБОУ «СОШ №2» ЕМР РТ' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('МБОУ «СОШ №2» ЕМР РТ');
  await expect(page.getByText('под-160/20').first()).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Результаты', exact: true }).click();
  const russian = page.getByRole('row', { name: /Русский язык/ }).first();
  for (const figure of ['73,4', '71,1', '73,9']) await expect(russian).toContainText(figure);
  await expectAccessible(page);
});

test('the register works by keyboard alone, in the Russian layout as well', async ({ page }) => {
  await signIn(page, 'operator');
  await page.goto(url('/schools'));
  await expect(page.getByRole('table')).toBeVisible();
  await page.keyboard.press('Slash');
  await page.keyboard.type('160312002');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/160312002/);
});

test('the list prints every school, not only the page on screen', async ({ page }) => {
  await signIn(page, 'operator');
  await page.goto(url('/schools'));
  await expect(page.getByRole('table')).toBeVisible();
  await page.evaluate(() => {
    globalThis.print = () => {
      globalThis.printed = document.querySelectorAll('tbody tr').length;
    };
  });
  await page.getByRole('button', { name: /Печать/ }).click();
  await expect.poll(() => page.evaluate(() => globalThis.printed)).toBeGreaterThanOrEqual(93);
});

test('a telephone shows the register as cards', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, 'operator');
  await page.goto(url('/schools?municipality=92626000'));
  await expect(page.getByRole('link', { name: 'МБОУ «СОШ №2» ЕМР РТ' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expectAccessible(page);
});

test('a municipality is added and renamed by keyboard, and the dialog gives the focus back', async ({ page }) => {
  await signIn(page, 'operator');
  await page.getByRole('button', { name: /Меню учётной записи/ }).click();
  await page.getByRole('menuitem', { name: 'Муниципалитеты' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Муниципалитеты');
  await expectAccessible(page);

  const add = page.getByRole('button', { name: 'Добавить муниципалитет' });
  await add.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Код ОКТМО')).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.type('92999000');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Новый муниципальный район');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Муниципалитет добавлен')).toBeVisible();
  await expect(page.getByRole('row', { name: /Новый муниципальный район/ })).toContainText('92999000');
  await expect(add).toBeFocused();

  await page.getByRole('button', { name: 'Переименовать: Новый муниципальный район' }).click();
  await page.getByRole('dialog').getByLabel('Название').fill('Новый муниципальный округ');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: /Новый муниципальный округ/ })).toBeVisible();
});
