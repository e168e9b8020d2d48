export const titles = { calendar: 'Календарь' };
