import { client } from './gen/client.gen';
import { toProblem } from './problem';

/** Sets the generated client up once: same origin, cookie session, and every failure thrown as a Problem. */
export function configureClient(baseUrl = ''): void {
  client.setConfig({ baseUrl, credentials: 'same-origin' });
}

client.interceptors.error.use((error, response) =>
  error instanceof DOMException && error.name === 'AbortError' ? error : toProblem(error, response?.status),
);

/** Strong `If-Match` of the version that the person saw. */
export function ifMatch(version: number): { 'If-Match': string } {
  return { 'If-Match': `"${version}"` };
}
