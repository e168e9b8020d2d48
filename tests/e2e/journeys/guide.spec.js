import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/product.js';

const steps = (page) => page.getByRole('region', { name: 'С чего начать' });
const step = (page, title) => steps(page).getByRole('listitem').filter({ has: page.getByRole('link', { name: title }) });

// Through the wizard as a person goes: file, columns, check, load, outcome.
async function load(page, file, count) {
  await page.locator('input[type=file]').setInputFiles(join(process.env.OPORA_SAMPLES, file));
  await page.getByRole('button', { name: 'Загрузить и продолжить' }).click();
  await page.getByRole('button', { name: 'Проверить таблицу' }).click();
  await page.getByRole('button', { name: new RegExp(`^Загрузить ${count}`) }).click();
  await expect(page.getByText('Таблица загружена')).toBeVisible();
}

test('a new operator is led from the set-up link to a real import, and steps tick by what there is', async ({ page }) => {
  const link = new URL(process.env.OPORA_SETUP_LINK);
  await page.goto(link.href);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Справка' }).click();
  await expect(page.getByText('Где взять код региона?')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByLabel('Код региона по ISO 3166-2').fill('RU-TA');
  await page.getByLabel('Название региона').fill('Республика Татарстан');
  await page.getByLabel('Имя пользователя').fill('operator');
  await page.getByLabel('Как вас называть').fill('Оператор');
  await page.getByRole('textbox', { name: 'Пароль' }).fill('четыре слова подряд');
  await page.getByRole('button', { name: 'Создать и войти' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Мой день');
  await expect(steps(page)).toContainText('Сделано 0 из 5');
  await expectAccessible(page);

  await steps(page).getByRole('link', { name: 'Загрузить муниципалитеты' }).click();
  await expect(page.getByRole('radio', { name: /Муниципалитеты/ })).toBeChecked();
  await load(page, 'tatarstan-municipalities.csv', 45);
  await page.goto(link.origin);
  await expect(steps(page)).toContainText('Сделано 1 из 5');
  await expect(step(page, 'Загрузить муниципалитеты').getByRole('img', { name: 'Сделано' })).toBeVisible();
  await expect(step(page, 'Загрузить школы').getByRole('img', { name: 'Ещё не сделано' })).toBeVisible();

  await steps(page).getByRole('link', { name: 'Загрузить школы' }).click();
  await expect(page.getByRole('radio', { name: /Школы/ })).toBeChecked();
  await load(page, 'tatarstan-schools.csv', 93);
  await page.goto(link.origin);
  await expect(steps(page)).toContainText('Сделано 2 из 5');
  await expect(steps(page)).toContainText('Школ: 93.');
  await expectAccessible(page);

  await page.context().clearCookies();
  await page.goto(link.href);
  await expect(page.getByText('Настройка уже выполнена')).toBeVisible();
});
