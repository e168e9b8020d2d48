import { QueryClient } from '@tanstack/react-query';
import { toProblem } from '@/api/problem';

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        // A refused request is not answered differently a moment later; a broken line may be.
        retry: (failures, error) => {
          const { status } = toProblem(error);
          return failures < 1 && (status === 0 || status >= 500);
        },
        refetchOnWindowFocus: false,
      },
    },
  });
}
