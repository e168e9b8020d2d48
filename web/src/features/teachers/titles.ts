export const titles = {
  list: 'Педагоги',
  add: 'Новый педагог',
  edit: 'Изменить сведения',
};
