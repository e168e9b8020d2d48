/** Today where the region is, `YYYY-MM-DD`. */
export function today(timeZone: string, now = new Date()): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(now);
}
