import { expect, test } from '@playwright/test';
import { expectAccessible, signIn, url } from '../support/product.js';

test('the operator sees the printed share of the 2019 list and the schools behind it', async ({ page }) => {
  await signIn(page, 'operator');
  const cohorts = await (await page.request.get(url('/api/v1/cohorts'))).json();
  const list = cohorts.find((cohort) => cohort.resultsYear === 2019);

  await page.goto(url(`/indicators/dynamics?assessment=EGE&subject=russian&grade=11&year=2019&cohort=${list.id}&base=cohort`));
  await expect(page.getByText(/Рост у 50 из 71\sшколы \(70,4\s%\)/).first()).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('link', { name: /50/ }).first().click();
  await expect(page).toHaveURL(/direction=rising/);
  await expect(page.getByRole('table').getByRole('row').nth(1)).toBeVisible();
  await expect(page.getByText(/50\sшкол/).first()).toBeVisible();
  await expectAccessible(page);
});
