import { MantineProvider } from '@mantine/core';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Toaster } from '@/ui/toaster';
import { cssVariablesResolver, theme } from './theme';

interface Props {
  queryClient: QueryClient;
  /** «test» draws without transitions. */
  env?: 'default' | 'test';
  children: ReactNode;
}

export function Providers({ queryClient, env = 'default', children }: Props) {
  return (
    <QueryClientProvider client={queryClient}>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto" env={env}>
        {children}
        <Toaster />
      </MantineProvider>
    </QueryClientProvider>
  );
}
