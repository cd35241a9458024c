import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type AnyRouter, RouterProvider } from '@tanstack/react-router'
import { type PageData, PageDataContext } from './data/page-data.ts'
import { DimProvider } from './ui/dim.tsx'

type AppProps = { router: AnyRouter; queries: QueryClient; data: PageData }

/** The whole of Dripline in a document, on the server and in the browser. */
export const App = ({ router, queries, data }: AppProps) => (
  <PageDataContext value={data}>
    <DimProvider>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </DimProvider>
  </PageDataContext>
)
