import { QueryClient } from '@tanstack/react-query'
import { ProblemError } from './api.ts'

const mayRecover = (error: Error) => !(error instanceof ProblemError) || error.status >= 500

/**
 * Answers are fresh until live news says otherwise; a refusal is never asked again by itself. Nothing waits in secret for a network:
 * `always` makes a press without one fail at once, where `online` would hold it and run it on return.
 */
export const newQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (count, error) => count < 2 && mayRecover(error),
        refetchOnWindowFocus: true,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
