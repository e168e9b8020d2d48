/** Apart from the other words: titles of pages live in the shell, the rest loads with its page. */
export const titles = { journal: 'Журнал изменений', of: (name: string) => `История: ${name}` };
