import { expect, test } from '@playwright/test';
import { expectAccessible, signIn, url } from '../support/product.js';

/** A set with two periods, made by the operator: three indicators of schools and one that the coordinator enters. */
async function makeSet(request) {
  const post = async (path, data) => {
    const answer = await request.post(url(`/api/v1/${path}`), { data, headers: { Origin: url().replace(/\/$/, '') } });
    expect(answer.ok(), `${path}: ${await answer.text()}`).toBeTruthy();
    return answer.json();
  };
  const set = await post('indicator-sets', { code: 'journey-entry', name: 'Проверка ввода' });
  const common = {
    setId: set.id,
    validFromOn: '2019-01-01',
    group: 'Проверочный раздел',
    level: 'School',
    periodKind: 'CalendarYear',
    enteredBy: 'School',
    decimals: 1,
  };
  const define = (code, more) => post('indicators', { ...common, code, ...more });
  await define('journey-low', { name: 'Доля низких отметок', unit: 'Share', direction: 'LowerIsBetter' });
  await define('journey-trained', { name: 'Доля обученных учителей', unit: 'Share', direction: 'HigherIsBetter' });
  await define('journey-partners', { name: 'Число партнёров', unit: 'Count', direction: 'HigherIsBetter', decimals: 0 });
  await define('journey-project', {
    name: 'Участие в проекте',
    unit: 'YesNo',
    direction: 'HigherIsBetter',
    enteredBy: 'Municipality',
    decimals: 0,
  });
  await post('indicator-periods', { setId: set.id, period: '2019', dueOn: null });
  await post('indicator-periods', { setId: set.id, period: '2020', dueOn: '2030-01-20' });
  return set.id;
}

/** A block as Excel puts it on the clipboard. */
function paste(page, text) {
  return page.evaluate((block) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', block);
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

test('a school fills, pastes, undoes and submits a period; the coordinator returns it, then accepts it', async ({ page, browser }) => {
  await signIn(page, 'operator');
  const set = await makeSet(page.request);

  const theirs = await browser.newContext({ locale: 'ru-RU', viewport: { width: 1440, height: 900 } });
  const school = await theirs.newPage();
  await signIn(school, 'school');
  await school.goto(url(`/indicators/entry?set=${set}`));
  const cell = (name, year = 2020) => school.getByRole('textbox', { name: `${name}, факт за ${year}` });
  await expect(cell('Доля низких отметок')).toBeVisible();
  await expectAccessible(school);

  // Typed by keyboard alone, down the column.
  await cell('Доля низких отметок').focus();
  await school.keyboard.type('12/43');
  await school.keyboard.press('Enter');
  await expect(cell('Доля обученных учителей')).toBeFocused();
  await school.keyboard.type('250 %');
  await school.keyboard.press('ArrowDown');
  await expect(cell('Число партнёров')).toBeFocused();
  await expect(school.getByText('Не сохранено: 1')).toBeVisible();
  await school.keyboard.press('Shift+Enter');
  await expect(school.getByText(/вне допустимых пределов/).first()).toBeVisible();
  await expectAccessible(school);
  await cell('Доля обученных учителей').focus();
  await school.keyboard.press('Escape');
  await expect(cell('Доля обученных учителей')).toHaveValue('');
  await expect(school.getByText('Всё сохранено')).toBeVisible();
  await expect(school.getByText(/27,9\s%/).first()).toBeVisible();

  // A block of two years, one value of which is no value; taken back and put in again.
  await cell('Доля обученных учителей', 2019).focus();
  await paste(school, '50%\t15/20\r\n3\tмного\r\n');
  const preview = school.getByRole('dialog', { name: 'Вставка из таблицы' });
  await expect(preview.getByText(/3\sзначения, 1 не принято/)).toBeVisible();
  await expectAccessible(school);
  await preview.getByRole('button', { name: /^Вставить 3/ }).click();
  await expect(cell('Доля обученных учителей')).toHaveValue('15/20');
  await expect(school.getByText('Всё сохранено')).toBeVisible();
  await school.getByRole('button', { name: /^Отменить вставку/ }).click();
  await expect(cell('Доля обученных учителей')).toHaveValue('');
  await expect(cell('Число партнёров', 2019)).toHaveValue('');
  await expect(school.getByText('Всё сохранено')).toBeVisible();
  await cell('Доля обученных учителей').focus();
  await paste(school, '15/20\n4');
  await school.getByRole('dialog').getByRole('button', { name: /^Вставить 2/ }).click();
  await expect(school.getByText('Всё сохранено')).toBeVisible();
  await school.reload();
  await expect(cell('Число партнёров')).toHaveValue('4');

  // The cell opens by keyboard, with its comment.
  await cell('Доля низких отметок').focus();
  await school.keyboard.press('Control+Enter');
  const panel = school.getByRole('dialog', { name: /Доля низких отметок/ });
  await panel.getByRole('textbox', { name: 'Комментарий' }).fill('По протоколам ВПР');
  await panel.getByRole('button', { name: 'Сохранить комментарий' }).click();
  await expect(school.getByText('Комментарий сохранён')).toBeVisible();
  await expectAccessible(school);
  await school.keyboard.press('Escape');
  await expect(panel).toBeHidden();

  // Handing in.
  await school.getByRole('combobox', { name: 'Период', exact: true }).selectOption('2020');
  await school.getByRole('button', { name: 'Сдать период' }).click();
  const question = school.getByRole('dialog', { name: 'Сдать период 2020?' });
  await expect(question.getByText('Заполнено 3 из 3.')).toBeVisible();
  await expectAccessible(school);
  await question.getByRole('button', { name: 'Сдать период' }).click();
  await expect(school.getByText('сдан, ждёт решения').first()).toBeVisible();
  await expect(cell('Число партнёров')).toHaveAttribute('readonly', '');

  // The coordinator sends it back with a reason.
  const place = await browser.newContext({ locale: 'ru-RU', viewport: { width: 1440, height: 900 } });
  const coordinator = await place.newPage();
  await signIn(coordinator, 'coordinator');
  await coordinator.goto(url(`/indicators/reports?set=${set}&period=2020&state=Submitted`));
  const name = await coordinator.getByRole('rowheader').getByRole('link').innerText();
  await expect(coordinator.getByRole('row', { name: /3 из 3/ })).toBeVisible();
  await expectAccessible(coordinator);
  await coordinator.getByRole('button', { name: `Вернуть: ${name}` }).click();
  await coordinator.getByRole('textbox', { name: 'Что исправить' }).fill('Проверьте число партнёров');
  await expectAccessible(coordinator);
  await coordinator.getByRole('dialog').getByRole('button', { name: 'Вернуть' }).click();
  await expect(coordinator.getByText(`Возвращено: ${name}`)).toBeVisible();

  // The school reads why, puts it right and submits again.
  await school.reload();
  await expect(school.getByText('Период 2020 вернули на исправление')).toBeVisible();
  await expect(school.getByText('Проверьте число партнёров').first()).toBeVisible();
  await expectAccessible(school);
  await cell('Число партнёров').fill('5');
  await school.keyboard.press('Enter');
  await expect(school.getByText('Всё сохранено')).toBeVisible();
  await school.getByRole('button', { name: 'Сдать период' }).click();
  await question.getByRole('button', { name: 'Сдать период' }).click();
  await expect(school.getByText('сдан, ждёт решения').first()).toBeVisible();

  // At 390 px: one indicator at a time.
  await school.setViewportSize({ width: 390, height: 844 });
  await expect(school.getByText('Показатель 1 из 4')).toBeVisible();
  await expectAccessible(school);
  await school.getByRole('button', { name: 'Дальше' }).click();
  await expect(school.getByRole('heading', { name: /Доля обученных учителей/ })).toBeVisible();
  await expect(cell('Доля обученных учителей')).toHaveValue('15/20');

  // The coordinator accepts.
  await coordinator.reload();
  await coordinator.getByRole('button', { name: `Принять: ${name}` }).click();
  await expect(coordinator.getByText(`Принято: ${name}`)).toBeVisible();
  await coordinator.goto(url(`/indicators/reports?set=${set}&period=2020&state=Accepted`));
  await expect(coordinator.getByRole('row', { name: /3 из 3/ })).toBeVisible();
  await theirs.close();
  await place.close();
});

test('the operator types a target, pastes a block over start, target and fact, and takes it back', async ({ page }) => {
  await signIn(page, 'operator');
  const post = async (path, data) => {
    const answer = await page.request.post(url(`/api/v1/${path}`), { data, headers: { Origin: url().replace(/\/$/, '') } });
    expect(answer.ok(), `${path}: ${await answer.text()}`).toBeTruthy();
    return answer.json();
  };
  const set = await post('indicator-sets', { code: 'journey-targets', name: 'Проверка целей' });
  const common = { setId: set.id, validFromOn: '2019-01-01', group: 'Цели', level: 'School', periodKind: 'CalendarYear', enteredBy: 'School' };
  const share = { ...common, unit: 'Share', direction: 'LowerIsBetter', decimals: 1 };
  await post('indicators', { ...share, code: 'journey-aim-low', name: 'Доля двоек' });
  await post('indicators', { ...share, code: 'journey-aim-mid', name: 'Доля троек' });
  await post('indicators', { ...common, code: 'journey-aim-count', name: 'Число договоров', unit: 'Count', direction: 'HigherIsBetter', decimals: 0 });
  await post('indicator-periods', { setId: set.id, period: '2020', dueOn: null });
  const { items } = await (await page.request.get(url('/api/v1/schools?pageSize=1'))).json();
  await page.goto(url(`/indicators/entry?set=${set.id}&school=${items[0].id}`));
  const target = (name) => page.getByRole('textbox', { name: `${name}, цель на 2020` });
  const base = (name) => page.getByRole('textbox', { name: `${name}, исходное значение для цели на 2020` });
  const fact = (name) => page.getByRole('textbox', { name: `${name}, факт за 2020` });
  const saved = () => expect(page.getByText('Всё сохранено')).toBeVisible();

  // Typed like values: down the column, across to the fact, told in words what cannot be.
  await target('Доля двоек').focus();
  await page.keyboard.type('52');
  await page.keyboard.press('Enter');
  await page.keyboard.type('250 %');
  await page.keyboard.press('ArrowRight');
  await expect(fact('Доля троек')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByText(/вне допустимых пределов/).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(target('Доля троек')).toHaveValue('');
  await saved();
  await expect(target('Доля двоек')).toHaveAccessibleDescription(/Исходное значение не указано/);
  await expectAccessible(page);

  // As copied from a programme: start, target; here with the fact behind them.
  await target('Доля двоек').focus();
  await paste(page, '53,4\t50\t12/43\r\n64,7\tмного\t–\r\n3\t5\t4\r\n');
  const preview = page.getByRole('dialog', { name: 'Вставка из таблицы' });
  await preview.getByText('Исходное значение', { exact: true }).click();
  await expect(preview.getByRole('columnheader', { name: '2020, исходное' })).toBeVisible();
  await expect(preview.getByText(/^6\sзначений, 2 не приняты, без изменений: 1$/)).toBeVisible();
  await expectAccessible(page);
  await preview.getByRole('button', { name: /^Вставить 6/ }).click();
  await saved();
  await expect(base('Доля двоек')).toHaveValue('53,4');
  await expect(target('Доля двоек')).toHaveValue('50');
  await expect(fact('Доля двоек')).toHaveAccessibleDescription(/достигнут/);
  await expect(base('Доля троек')).toHaveValue('');
  await page.reload();
  await expect(target('Число договоров')).toHaveValue('5');
  await expect(base('Число договоров')).toHaveValue('3');

  // One undo for a block; the target of before comes back.
  await base('Доля двоек').focus();
  await paste(page, '60\t–\t13/43');
  await preview.getByRole('button', { name: /^Вставить 2/ }).click();
  await saved();
  await expect(base('Доля двоек')).toHaveValue('');
  await page.getByRole('button', { name: /^Отменить вставку/ }).click();
  await saved();
  await page.reload();
  await expect(target('Доля двоек')).toHaveValue('50');
  await expect(base('Доля двоек')).toHaveValue('53,4');
  await expect(fact('Доля двоек')).toHaveValue('12/43');
});
