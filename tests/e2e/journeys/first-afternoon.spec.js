import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/product.js';

const password = 'четыре простых русских слова';
const own = { 'X-Opora': 'journey' };

// Files go through the real import; its wizard has journeys of its own.
async function load(request, kind, file) {
  const sent = await request.post(`/api/v1/imports?kind=${kind}&fileName=${file}`, {
    headers: { ...own, 'Content-Type': 'text/csv' },
    data: readFileSync(join(process.env.OPORA_SAMPLES, file)),
  });
  expect(sent.status()).toBe(202);
  const { id } = await sent.json();
  await expect.poll(async () => (await (await request.get(`/api/v1/imports/${id}`)).json()).state).toBe('succeeded');
}

// A place of its own in the browser: another person at another computer.
async function join390(browser, baseURL, address) {
  const context = await browser.newContext({ baseURL, viewport: { width: 390, height: 844 }, locale: 'ru-RU' });
  const page = await context.newPage();
  await page.goto(address);
  await page.getByRole('textbox', { name: 'Придумайте пароль' }).fill(password);
  await page.getByRole('textbox', { name: 'Повторите пароль' }).fill(password);
  await page.getByRole('button', { name: 'Сохранить и войти' }).click();
  return page;
}

const codesSeen = async (page) =>
  (await (await page.request.get('/api/v1/schools?pageSize=200')).json()).items.map((school) => school.code);

test('from the set-up link to 71 schools that each see only themselves, in one afternoon', async ({ browser }) => {
  const link = new URL(process.env.OPORA_REGION_LINK);
  const context = await browser.newContext({ baseURL: link.origin, locale: 'ru-RU' });
  const page = await context.newPage();
  await page.goto(link.href);
  await page.getByLabel('Код региона по ISO 3166-2').fill('RU-TA');
  await page.getByLabel('Название региона').fill('Республика Татарстан');
  await page.getByLabel('Имя пользователя').fill('operator');
  await page.getByLabel('Как вас называть').fill('Оператор');
  await page.getByRole('textbox', { name: 'Пароль' }).fill(password);
  await page.getByRole('button', { name: 'Создать и войти' }).click();
  await expect(page.getByText('Республика Татарстан').first()).toBeVisible();

  await page.goto('/settings');
  await page.getByLabel('Школы с низкими результатами').fill('ШНРО');
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await expect(page.getByText('Сохранено').first()).toBeVisible();
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByLabel('Школы с низкими результатами')).toHaveValue('ШНРО');

  await load(page.request, 'municipalities', 'tatarstan-municipalities.csv');
  await load(page.request, 'schools', 'tatarstan-schools.csv');
  const schools = (await (await page.request.get('/api/v1/schools?pageSize=71&sort=code')).json()).items;
  expect(schools).toHaveLength(71);

  const lines = schools.map(({ code }) => `Школа ${code};;школа;${code}`);
  const people = ['Имя;Почта;Роль;Место', ...lines, 'Координатор;;координатор;92626000', 'Министерство;;наблюдатель;RU-TA'];
  await page.goto('/people/invite');
  await page.getByLabel('Выбрать файл').setInputFiles({
    name: 'люди.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(people.join('\r\n')),
  });
  await page.getByRole('button', { name: /^Пригласить: 73/ }).click();
  await expect(page.getByText('Ссылки показаны один раз')).toBeVisible();
  await expectAccessible(page);
  const slips = page.getByRole('listitem').filter({ has: page.getByText(/\/join#/) });
  await expect(slips).toHaveCount(73);
  const addressOf = (name) => slips.filter({ hasText: name }).getByText(/\/join#/).innerText();

  const school = schools.find(({ code }) => code === '160312002');
  const director = await join390(browser, link.origin, await addressOf(`Школа ${school.code}`));
  await expect(director.getByRole('heading', { level: 1 })).toHaveText(school.name);
  expect(await codesSeen(director)).toEqual([school.code]);
  const other = schools.find(({ code }) => code !== school.code);
  expect((await director.request.get(`/api/v1/schools/${other.id}`)).status()).toBe(404);
  await expectAccessible(director);

  const coordinator = await join390(browser, link.origin, await addressOf('Координатор'));
  await expect(coordinator.getByRole('heading', { level: 1 })).toHaveText('Мой день');
  const municipality = (await (await page.request.get('/api/v1/schools?pageSize=200&municipality=92626000')).json()).items;
  expect((await codesSeen(coordinator)).sort()).toEqual(municipality.map(({ code }) => code).sort());
  await expectAccessible(coordinator);

  const observer = await join390(browser, link.origin, await addressOf('Министерство'));
  await expect(observer.getByRole('heading', { level: 1 })).toHaveText('Обзор');
  expect((await observer.request.get('/api/v1/people')).status()).toBe(403);
  await expectAccessible(observer);

  for (const one of [director, coordinator, observer, page]) await one.context().close();
});
