/** A short name of a municipality for tables and the axis of a chart; the full one stands on cards. */
export function shortPlace(name: string): string {
  return name
    .replace(/\s*муниципальный\s+район/i, '\u00a0р\u2011н')
    .replace(/\s*муниципальный\s+округ/i, '\u00a0округ')
    .replace(/^городской округ\s+/i, '');
}
