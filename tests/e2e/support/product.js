import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from '@playwright/test';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const url = (path = '/') => new URL(path, process.env.OPORA_URL).href;
export const credentials = () => JSON.parse(process.env.OPORA_CREDENTIALS);

/** Signs in through the page as the demo person with this user name. */
export async function signIn(page, userName) {
  const { password } = credentials().users.find((user) => user.userName === userName);
  await page.goto(url('/sign-in'));
  await page.getByLabel('Имя пользователя').fill(userName);
  await page.getByRole('textbox', { name: 'Пароль' }).fill(password);
  await page.getByRole('button', { name: 'Войти' }).click();
  await expect(page.getByRole('button', { name: /Ваша учётная запись|Меню|Оператор|Координатор|Школа|Наблюдатель/ }).first()).toBeVisible();
}

/** No violation of WCAG 2.2 AA on the page as it is now, in the light theme and in the dark one. */
export async function expectAccessible(page) {
  await page.evaluate(axe);
  for (const colorScheme of ['dark', 'light']) {
    // Without motion there is no colour half-way between the themes.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    const violations = await page.evaluate(async () => {
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
      const { violations } = await globalThis.axe.run(document, { runOnly: { type: 'tag', values: tags } });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
    });
    expect(violations, `${colorScheme} theme`).toEqual([]);
  }
}
