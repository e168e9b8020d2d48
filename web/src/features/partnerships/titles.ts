/** Apart from the other words: titles of pages live in the shell, the rest loads with its page. */
export const titles = {
  list: 'Партнёрства',
  add: 'Новый договор',
  edit: 'Изменить договор',
  gaps: 'Кому нужен партнёр',
  partners: 'Кто помогает',
  network: 'Кто кому помогает',
};
