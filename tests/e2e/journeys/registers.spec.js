import { expect, test } from '@playwright/test';
import { expectAccessible, signIn, url } from '../support/product.js';

const day = (ago) => new Date(Date.now() - ago * 86_400_000).toLocaleDateString('ru-RU');

test('one seat for two: a school applies, the operator completes, the second is next', async ({ page, browser }) => {
  await signIn(page, 'operator');
  await page.goto(url('/training'));
  await page.getByRole('link', { name: 'Открыть: Курсы' }).click();
  await page.getByRole('link', { name: 'Добавить курс' }).click();
  await page.getByRole('textbox', { name: 'Название' }).fill('Курс для проверки');
  await page.getByRole('textbox', { name: 'Часов' }).fill('36');
  await page.getByRole('button', { name: 'Добавить курс' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Курс для проверки');
  await page.getByRole('link', { name: 'Объявить поток' }).first().click();
  await page.getByLabel('Первый день').fill(day(5));
  await page.getByLabel('Последний день').fill(day(3));
  await page.getByRole('textbox', { name: 'Мест', exact: true }).fill('1');
  await page.getByRole('checkbox', { name: 'Сразу открыть запись' }).check();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Объявить поток' }).click();
  await expect(page.getByText('Занято 0 из 1')).toBeVisible();
  const run = page.url();

  const theirs = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'ru-RU' });
  const school = await theirs.newPage();
  await signIn(school, 'school');
  await school.goto(run);
  const names = await school.evaluate(async () =>
    (await (await fetch('/api/v1/teachers?onStaff=true&pageSize=2')).json()).items.map(({ name }) => name),
  );
  await school.getByRole('button', { name: 'Подать заявку' }).first().click();
  const dialog = school.getByRole('dialog');
  await dialog.getByLabel('Список педагогов').fill(names.join('\n'));
  await dialog.getByRole('button', { name: 'Найти в реестре' }).click();
  await expect(dialog.getByText('Найдено точно: 2')).toBeVisible();
  // Two for one seat: nobody is put on the run before somebody has decided.
  await dialog.getByRole('button', { name: /^Записать 2/ }).click();
  await dialog.getByRole('checkbox', { name: /остальных поставить в лист ожидания/ }).check();
  await expectAccessible(school);
  await dialog.getByRole('button', { name: /^Записать 2/ }).click();
  await expect(school.getByText(/в лист ожидания: 1/)).toBeVisible();
  await expectAccessible(school);
  await theirs.close();

  await page.reload();
  await expect(page.getByText('Занято 1 из 1')).toBeVisible();
  await page.getByRole('button', { name: 'Начать обучение' }).click();
  await page.getByRole('checkbox', { name: `Выбрать: ${names[0]}` }).check();
  await page.getByRole('button', { name: 'Завершили…', exact: true }).click();
  await page.getByRole('dialog').getByLabel(`Номер: ${names[0]}`).fill('16-001');
  await page.getByRole('dialog').getByRole('button', { name: 'Отметить' }).click();
  await expect(page.getByRole('row', { name: new RegExp(names[0]) })).toContainText('завершил');
  await expect(page.getByRole('row', { name: new RegExp(names[1]) })).toContainText('в листе ожидания');
  await expectAccessible(page);
});

// Each opens on its own, says what it is, and can be used by everybody.
const pages = [
  '/training',
  '/training/courses',
  '/training/coverage',
  '/training/teachers',
  '/training/diagnostics',
  '/training/diagnostics/deficits',
  '/training/diagnostics/chains',
  '/training/events',
  '/training/associations',
  '/training/calendar',
  '/support',
  '/support/partnerships',
  '/support/partnerships/gaps',
  '/support/partnerships/partners',
  '/support/partnerships/network',
  '/support/mentoring',
  '/support/internships',
  '/support/selections',
  '/support/specialists',
  '/support/specialists/sessions',
  '/support/specialists/overview',
  '/support/specialists/visits',
  '/support/specialists/consultations',
];

test('every register is accessible, wide and narrow', async ({ page }) => {
  await signIn(page, 'operator');
  for (const [i, path] of pages.entries()) {
    await page.setViewportSize(i % 2 ? { width: 390, height: 844 } : { width: 1280, height: 900 });
    await page.goto(url(path));
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForLoadState('networkidle');
    await test.step(path, () => expectAccessible(page));
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), path).toBeLessThanOrEqual(0);
  }
});
