import { Readable } from 'node:stream';
import type { RequestHandler } from 'msw';
import type { Plugin } from 'vite';

/** Answers /api from the handlers of the component tests, so screens can be seen without a server: `npm run dev:mock`. */
export function mockApi(): Plugin {
  return {
    name: 'opora-mock-api',
    configureServer(server) {
      server.middlewares.use('/api', async (req, res) => {
        const { getResponse } = await import('msw');
        const { handlers } = (await server.ssrLoadModule('/src/test/handlers.ts')) as { handlers: RequestHandler[] };
        const hasBody = req.method !== 'GET' && req.method !== 'HEAD';
        const request = new Request(`http://${req.headers.host}/api${req.url}`, {
          method: req.method,
          headers: req.headers as Record<string, string>,
          ...(hasBody ? { body: Readable.toWeb(req) as ReadableStream, duplex: 'half' } : {}),
        } as RequestInit);
        const response = (await getResponse(handlers, request)) ?? new Response(null, { status: 501 });
        res.writeHead(response.status, Object.fromEntries(response.headers));
        res.end(Buffer.from(await response.arrayBuffer()));
      });
    },
  };
}
