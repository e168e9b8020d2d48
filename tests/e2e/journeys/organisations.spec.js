import { expect, test } from '@playwright/test';
import { expectAccessible, signIn, url } from '../support/product.js';

test('a coordinator adds a centre and its staff; an observer sees the centre and no names', async ({ page, browser }) => {
  await signIn(page, 'coordinator');
  await page.goto(url('/organisations/new'));
  await page.getByRole('textbox', { name: 'Название', exact: true }).fill('Центр для проверки');
  await page.getByRole('checkbox', { name: 'Методическая' }).check();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Добавить организацию' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Центр для проверки');

  await page.getByRole('button', { name: 'Добавить сотрудника' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Имя' }).fill('Проверочный методист');
  await dialog.getByRole('textbox', { name: 'Должность' }).fill('методист');
  await dialog.getByRole('button', { name: 'Добавить сотрудника' }).click();
  await expect(page.getByRole('row', { name: /Проверочный методист/ })).toBeVisible();
  await expectAccessible(page);

  const theirs = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'ru-RU' });
  const small = await theirs.newPage();
  await signIn(small, 'observer');
  await small.goto(url('/organisations?kind=EducationCentre&closed=no'));
  await expectAccessible(small);
  await small.getByRole('link', { name: 'Центр для проверки' }).click();
  await expect(small.getByText(/Имена сотрудников видят/)).toBeVisible();
  await expect(small.getByText('Проверочный методист')).toHaveCount(0);
  await expect(small.getByText(/Изменять может оператор региона/)).toBeVisible();
  await expectAccessible(small);
  await theirs.close();

  await page.getByRole('button', { name: 'Удалить: Проверочный методист' }).click();
  await dialog.getByRole('button', { name: 'Удалить' }).click();
  await expect(page.getByText('Сотрудников пока нет')).toBeVisible();
  await page.getByRole('button', { name: 'Закрыть организацию' }).click();
  await dialog.getByLabel('Дата закрытия').fill('01.09.2026');
  await dialog.getByLabel('Причина').fill('Проверка закончена');
  await dialog.getByRole('button', { name: 'Закрыть организацию' }).click();
  await expect(page.getByText(/Закрыта 01\.09\.2026/)).toBeVisible();
  await expectAccessible(page);
});
