import { expect, test } from '@playwright/test';
import { expectAccessible, signIn, url } from '../support/product.js';

test('an operator goes from all municipalities to one indicator, to its schools and to how it is defined', async ({
  page,
}) => {
  await signIn(page, 'operator-smo');
  await page.goto(url('/indicators'));
  await expect(page.locator('#content').getByText('Данные есть по 13 из 13 показателей')).toBeVisible();
  await expectAccessible(page);
  // The table scrolls by itself; the page does not.
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);

  await page.getByRole('link', { name: /^Итого, Доля обучающихся, закончивших учебный год/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/закончивших учебный год/);
  await expect(page.getByText(/значение есть у\s75\sиз\s75\sшкол/).first()).toBeVisible();
  await expectAccessible(page);
  await expect(page.getByRole('heading', { name: 'Школы по местам' })).toBeVisible();

  await page.goto(url('/indicators/definitions'));
  await page.getByRole('link', { name: /закончивших учебный год/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/закончивших учебный год/);
  await expectAccessible(page);
});

test('a school stands beside its municipality and region; what follows is recommended with the figure', async ({
  page,
}) => {
  await signIn(page, 'operator');
  await page.goto(url('/schools?search=160312002'));
  await page.getByRole('link', { name: /СОШ №2/ }).click();
  await page.waitForURL(/\/schools\/[0-9a-f-]{36}$/);
  await page.locator('main').getByRole('link', { name: 'Показатели', exact: true }).click();
  await expect(page.getByText(/Достигнуто\s\d+\sиз\s\d+\sпоказателей с целью/)).toBeVisible();
  await expectAccessible(page);

  const school = new URL(page.url()).pathname.split('/')[2];
  await page.goto(url(`/recommendations/new?school=${school}`));
  await page
    .getByRole('textbox', { name: 'Что нужно сделать' })
    .fill('Разобрать на методическом объединении задания, с которыми не справились');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Дать рекомендацию' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(
    page.getByText('Разобрать на методическом объединении задания, с которыми не справились').first(),
  ).toBeVisible();
  await expectAccessible(page);
});
