/** Apart from the other words: titles of pages live in the shell, the rest loads with its page. */
export const titles = {
  list: 'Списки школ',
  create: 'Новый список школ',
  edit: 'Изменить список',
};
