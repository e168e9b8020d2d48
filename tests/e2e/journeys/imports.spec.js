import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { expectAccessible, signIn, url } from '../support/product.js';

const seed = () => join(process.env.OPORA_SAMPLES, 'yelabuga-school2-ege-mean.csv');

test('a wide seed table goes through the wizard and changes nothing the second time', async ({ page }) => {
  await signIn(page, 'operator');
  await page.goto(url('/imports'));
  await expectAccessible(page);
  await page.locator('input[type=file]').setInputFiles(seed());
  await page.getByRole('button', { name: 'Загрузить и продолжить' }).click();

  await expect(page.getByText(/Столбцы узнаны/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Проверить таблицу' }).click();

  await expect(page.getByText('Всё это уже есть в системе: загрузка ничего не изменит.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: /^Загрузить \d/ }).click();

  const job = url(`/api/v1${new URL(page.url()).pathname}`);
  await expect.poll(async () => (await (await page.request.get(job)).json()).state).toBe('succeeded');
  const { counts } = await (await page.request.get(job)).json();
  expect(counts).toMatchObject({ created: 0, updated: 0, unchanged: 51, rejected: 0 });
  await expectAccessible(page);
});

test('a broken file is answered row by row, with column, value and cure', async ({ page }) => {
  const broken = readFileSync(seed(), 'utf8').replace('73.4', '512').replace('Физика', 'Алхимия');
  await signIn(page, 'operator');
  await page.goto(url('/imports'));
  await page.locator('input[type=file]').setInputFiles({ name: 'broken.csv', mimeType: 'text/csv', buffer: Buffer.from(broken) });
  await page.getByRole('button', { name: 'Загрузить и продолжить' }).click();
  await page.getByRole('button', { name: 'Проверить таблицу' }).click();
  await expect(page.getByText('512').first()).toBeVisible();
  await expect(page.getByText('Алхимия').first()).toBeVisible();
  await expectAccessible(page);
});
