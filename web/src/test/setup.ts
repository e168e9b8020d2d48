import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { configureClient } from '@/api/client';
import { server } from './server';

// happy-dom has none of these; Mantine asks for all three.
Object.defineProperty(document, 'fonts', {
  value: { ready: Promise.resolve(), addEventListener() {}, removeEventListener() {} },
  configurable: true,
});
window.matchMedia ??= ((query: string) => ({
  matches: false,
  media: query,
  addEventListener() {},
  removeEventListener() {},
})) as never;
window.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
window.scrollTo = () => {};
Element.prototype.scrollIntoView = () => {};

// A busy machine draws a screen slower than the library's one second; the page as text is no help in a report.
configure({
  asyncUtilTimeout: 20_000,
  getElementError: (message) =>
    Object.assign(new Error(message?.split('\n')[0] ?? 'not found'), { name: 'TestingLibraryElementError' }),
});
configureClient('http://localhost:3000');
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => {
  cleanup();
  server.resetHandlers();
  localStorage.clear();
  sessionStorage.clear();
});
afterAll(() => server.close());
