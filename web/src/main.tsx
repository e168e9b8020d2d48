import '@fontsource-variable/golos-text/wght.css';
import '@mantine/core/styles.css';
import './app/global.css';
import './app/print.css';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { configureClient } from './api/client';
import { applyStyles } from './app/apply-styles';
import { Providers } from './app/providers';
import { createQueryClient } from './app/query-client';
import { createAppRouter } from './app/router';

configureClient();
const queryClient = createQueryClient();
const router = createAppRouter(queryClient);
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
const container = createRoot(root);

/** The first page is made ready behind the splash of index.html, so that nothing flashes in between. */
async function start() {
  await applyStyles();
  await router.load();
  container.render(
    <StrictMode>
      <Providers queryClient={queryClient}>
        <RouterProvider router={router} />
      </Providers>
    </StrictMode>,
  );
}

void start();
