import { expect, test } from '@playwright/test';
import { oneTimeCode } from '../support/one-time-code.js';
import { credentials, expectAccessible, signIn, url } from '../support/product.js';

const passwordOf = (userName) => credentials().users.find((user) => user.userName === userName).password;

/** One section of the profile. */
const section = (page, name) => page.getByRole('region', { name });

async function givePassword(page, userName) {
  await page.goto(url('/sign-in'));
  await page.getByLabel('Имя пользователя').fill(userName);
  await page.getByRole('textbox', { name: 'Пароль' }).fill(passwordOf(userName));
  await page.getByRole('button', { name: 'Войти', exact: true }).click();
}

async function giveCode(page, code) {
  await page.getByLabel('Код из приложения').fill(code);
  await page.getByRole('button', { name: 'Войти', exact: true }).click();
}

test('a code is set up, asked for at sign-in, replaced by a recovery code once, and turned off', async ({ page }) => {
  await signIn(page, 'observer');
  await page.goto(url('/profile'));
  await expectAccessible(page);
  const factor = section(page, 'Вход с кодом');
  await factor.getByRole('textbox', { name: 'Пароль' }).fill(passwordOf('observer'));
  await factor.getByRole('button', { name: 'Настроить' }).click();
  await expect(factor.getByRole('img', { name: 'QR-код для приложения' })).toBeVisible();
  await expectAccessible(page);
  const secret = await factor.locator('strong').textContent();
  await factor.getByLabel('Код из приложения').fill(oneTimeCode(secret));
  await factor.getByRole('button', { name: 'Включить' }).click();
  const listed = factor.getByRole('list', { name: 'Резервные коды' }).getByRole('listitem');
  await expect(listed).toHaveCount(10);
  const codes = await listed.allTextContents();
  await expectAccessible(page);

  await page.context().clearCookies();
  await givePassword(page, 'observer');
  await expect(page.getByLabel('Код из приложения')).toBeFocused();
  await expectAccessible(page);
  await giveCode(page, '000000');
  await expect(page.getByText('Код не подошёл')).toBeVisible();
  await giveCode(page, oneTimeCode(secret, 1));
  await expect(page.getByRole('navigation', { name: 'Разделы' })).toBeVisible();

  await page.context().clearCookies();
  await givePassword(page, 'observer');
  await giveCode(page, codes[0]);
  await expect(page.getByRole('navigation', { name: 'Разделы' })).toBeVisible();
  await page.goto(url('/profile'));
  await section(page, 'Вход с кодом').getByRole('button', { name: 'Отключить' }).click();
  const dialog = page.getByRole('dialog', { name: 'Отключить вход с кодом?' });
  await expectAccessible(page);
  await dialog.getByRole('textbox', { name: 'Пароль' }).fill(passwordOf('observer'));
  await dialog.getByLabel('Код из приложения или резервный код').fill(codes[0]);
  await dialog.getByRole('button', { name: 'Отключить' }).click();
  await expect(dialog.getByText(/уже использован/)).toBeVisible();
  await dialog.getByLabel('Код из приложения или резервный код').fill(codes[1]);
  await dialog.getByRole('button', { name: 'Отключить' }).click();
  await expect(page.getByText('Вход с кодом отключён')).toBeVisible();
});

test('signing out everywhere ends every browser, also this one', async ({ browser }) => {
  const [one, two] = [await browser.newContext(), await browser.newContext()];
  const [here, there] = [await one.newPage(), await two.newPage()];
  await signIn(here, 'coordinator');
  await signIn(there, 'coordinator');
  await here.goto(url('/profile'));
  await expect(section(here, 'Сеансы').getByText(/^Chrome на /).first()).toBeVisible();
  await section(here, 'Сеансы').getByRole('button', { name: 'Выйти везде' }).click();
  await here.getByRole('dialog').getByRole('button', { name: 'Выйти везде' }).click();
  await expect(here.getByRole('heading', { level: 1, name: 'Вход' })).toBeVisible();
  expect((await one.request.get(url('/api/v1/me'))).status()).toBe(401);
  await there.goto(url('/schools'));
  await expect(there.getByRole('heading', { level: 1, name: 'Вход' })).toBeVisible();
  await one.close();
  await two.close();
});

test('the look one chooses is there on another computer, and on a telephone', async ({ browser }) => {
  const [desk, phone] = [
    await browser.newContext(),
    await browser.newContext({ viewport: { width: 390, height: 844 } }),
  ];
  const [page, small] = [await desk.newPage(), await phone.newPage()];
  await signIn(page, 'operator');
  await page.goto(url('/schools'));
  const height = () => page.locator('tbody tr').first().evaluate((row) => row.getBoundingClientRect().height);
  await expect(page.locator('tbody tr').first()).toBeVisible();
  const usual = await height();
  await page.goto(url('/profile'));
  const saved = () => page.waitForResponse((answer) => answer.url().endsWith('/me/preferences') && answer.ok());
  for (const choice of ['Плотные', 'Тёмное']) {
    const radio = section(page, 'Вид и клавиши').getByRole('radio', { name: choice });
    await Promise.all([saved(), radio.click()]);
    await expect(radio).toBeChecked();
  }
  await page.goto(url('/schools'));
  await expect(page.locator('tbody tr').first()).toBeVisible();
  expect(await height()).toBeLessThan(usual);

  await signIn(small, 'operator');
  await small.goto(url('/profile'));
  await expect(small.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await expect(section(small, 'Сеансы').getByRole('listitem').first()).toBeVisible();
  expect(await small.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);

  await page.goto(url('/profile'));
  for (const choice of ['Обычные', 'Как в системе']) {
    const radio = section(page, 'Вид и клавиши').getByRole('radio', { name: choice });
    await Promise.all([saved(), radio.click()]);
    await expect(radio).toBeChecked();
  }
  await small.reload();
  await expect(section(small, 'Сеансы').getByRole('listitem').first()).toBeVisible();
  await expectAccessible(small);
  await desk.close();
  await phone.close();
});

async function atProvider(page, address) {
  await page.getByRole('link', { name: 'Войти через учётную запись района' }).click();
  await page.locator('input[name=login]').fill(address);
  await page.locator('input[name=password]').fill('any');
  await page.getByRole('button', { name: /sign-in/i }).click();
  await page.getByRole('button', { name: /continue/i }).click();
}

test('an invited person comes in through a provider, to the page asked for', async ({ page }) => {
  await page.goto(url('/schools?locality=Rural'));
  await expect(page.getByRole('heading', { level: 1, name: 'Вход' })).toBeVisible();
  await expectAccessible(page);
  await atProvider(page, 'operator@demo.example');
  await expect(page.getByRole('heading', { level: 1, name: 'Школы' })).toBeVisible();
  expect(page.url()).toBe(url('/schools?locality=Rural'));
});

test('a stranger of the same provider is told to ask for an invitation', async ({ page }) => {
  await page.goto(url('/sign-in'));
  await atProvider(page, 'stranger@demo.example');
  await expect(page.getByRole('heading', { level: 1, name: 'Вас ещё не пригласили' })).toBeVisible();
  await expectAccessible(page);
  expect((await page.request.get(url('/api/v1/me'))).status()).toBe(401);
});
