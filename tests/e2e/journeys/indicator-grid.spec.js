import { expect, test } from '@playwright/test';
import { signIn, url } from '../support/product.js';

// Recording what is on the screen would be most of the time that is measured.
test.use({ trace: 'off' });

test('a grid of 60 × 24 with targets opens within a second and types without lag', { tag: '@alone' }, async ({ page }) => {
  await signIn(page, 'operator');
  const request = page.request;
  const headers = { Origin: url().replace(/\/$/, '') };
  const indicators = Array.from({ length: 60 }, (_, at) => ({
    code: `journey-big-${at + 1}`,
    number: at + 1,
    name: `Показатель большой таблицы ${at + 1}`,
    group: `Раздел ${Math.floor(at / 10) + 1}`,
    unit: 'Share',
    direction: 'LowerIsBetter',
    level: 'School',
    periodKind: 'Quarter',
    enteredBy: 'School',
    decimals: 1,
  }));
  const set = await (await request.post(url('/api/v1/indicator-sets'), { data: { code: 'journey-big', name: 'Большая' }, headers })).json();
  for (const indicator of indicators) {
    const data = { ...indicator, setId: set.id, validFromOn: '2015-01-01' };
    expect((await request.post(url('/api/v1/indicators'), { data, headers })).ok()).toBeTruthy();
  }
  for (let at = 0; at < 24; at += 1) {
    const data = { setId: set.id, period: `${2015 + Math.floor(at / 4)}-Q${(at % 4) + 1}`, dueOn: null };
    expect((await request.post(url('/api/v1/indicator-periods'), { data, headers })).ok()).toBeTruthy();
  }
  const { items } = await (await request.get(url('/api/v1/schools?pageSize=1'))).json();
  const opened = () =>
    page.evaluate(() => document.querySelectorAll('input[data-cell]').length === 2880 && performance.now());

  // A first visit brings the code; the time that counts is from the answer of a click to all inputs on the screen.
  await page.goto(url(`/indicators/entry?set=${set.id}&school=${items[0].id}`));
  await expect.poll(opened).toBeGreaterThan(0);
  await page.getByRole('link', { name: 'Мой день' }).click();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Ввод показателей');
  const took = await page.evaluate(
    () =>
      new Promise((done) => {
        const start = performance.now();
        const seen = new MutationObserver(() => {
          if (document.querySelectorAll('input[data-cell]').length < 2880) return;
          seen.disconnect();
          requestAnimationFrame(() => done(performance.now() - start));
        });
        seen.observe(document.body, { childList: true, subtree: true });
        history.back();
      }),
  );
  const input = page.locator('input[data-at="0:0"]');
  await input.focus();
  const letters = await page.evaluate(async () => {
    const field = document.activeElement;
    const times = [];
    for (let at = 0; at < 40; at += 1) {
      const start = performance.now();
      field.value += '1';
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
      times.push(performance.now() - start);
    }
    return times.sort((a, b) => a - b)[times.length / 2];
  });
  await page.keyboard.press('Escape');
  console.log(`60 × 24 with targets: opens in ${Math.round(took)} ms, a letter takes ${Math.round(letters)} ms`);
  expect(took).toBeLessThan(1_000);
  // Two frames and a half: what nobody feels.
  expect(letters).toBeLessThan(50);
});
