import { expect, test } from '@playwright/test';
import { expectAccessible, signIn, url } from '../support/product.js';

test('an operator invites from a pasted list, and whoever opens the link sees one school only', async ({ page, browser }) => {
  await signIn(page, 'operator');
  await page.goto(url('/people'));
  await expect(page.getByRole('heading', { level: 1, name: 'Люди и доступ' })).toBeVisible();
  await expectAccessible(page);

  await page.goto(url('/people/invite'));
  const list = page.getByRole('textbox', { name: 'Список' });
  await list.fill('Директор\t\tзавуч\t160312002');
  await page.getByRole('button', { name: 'Проверить список' }).click();
  await expect(page.getByText('Такой роли нет', { exact: false }).first()).toBeVisible();
  await expectAccessible(page);
  await list.fill('Имя\tПочта\tРоль\tМесто\nПредставитель школы\t\tшкола\t160312002');
  await page.getByRole('button', { name: 'Проверить список' }).click();
  await expect(page.getByText('Новый человек')).toBeVisible();
  await page.getByRole('button', { name: /^Пригласить: 1/ }).click();
  await expect(page.getByText('Ссылки показаны один раз')).toBeVisible();
  await expectAccessible(page);
  const address = await page.getByText(/\/join#/).innerText();

  const theirs = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'ru-RU' });
  const join = await theirs.newPage();
  const sent = [];
  join.on('request', (request) => sent.push(request.url()));
  await join.goto(address);
  await expect(join.getByRole('heading', { level: 1 })).toHaveText('Здравствуйте, Представитель школы!');
  await expectAccessible(join);
  await join.getByRole('textbox', { name: 'Придумайте пароль' }).fill('пароль12345678');
  await join.getByRole('textbox', { name: 'Повторите пароль' }).fill('пароль12345678');
  await join.getByRole('button', { name: 'Сохранить и войти' }).click();
  await expect(join.getByText(/в списке самых частых/)).toBeVisible();
  await join.getByRole('textbox', { name: 'Придумайте пароль' }).fill('четыре простых русских слова');
  await join.getByRole('textbox', { name: 'Повторите пароль' }).fill('четыре простых русских слова');
  await join.getByRole('button', { name: 'Сохранить и войти' }).click();
  await expect(join.getByRole('heading', { level: 1 })).toHaveText('МБОУ «СОШ №2» ЕМР РТ');
  const secret = address.split('#')[1];
  expect(sent.filter((one) => new URL(one).pathname.includes(secret) || new URL(one).search.includes(secret))).toEqual([]);
  const schools = await (await join.request.get(url('/api/v1/schools'))).json();
  expect(schools.items.map(({ code }) => code)).toEqual(['160312002']);
  expect((await join.request.get(url('/api/v1/people'))).status()).toBe(403);
  await join.goto(address);
  await expect(join.getByRole('heading', { level: 1 })).toHaveText('Ссылка уже использована');
  await theirs.close();

  // Blocked, the same person is out at once.
  await page.getByRole('link', { name: 'К списку людей' }).click();
  await page.getByRole('button', { name: 'Уйти без сохранения' }).click();
  await page.getByRole('link', { name: 'Представитель школы' }).click();
  await expect(page.getByText('Работает').first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Заблокировать' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Заблокировать' }).click();
  await expect(page.getByText('Заблокирован').first()).toBeVisible();
});
