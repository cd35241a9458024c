import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type AnyRouter, RouterProvider } from '@tanstack/react-router'
import { type PageData, PageDataContext } from './data/page-data.ts'
import { cssVariablesResolver, theme } from './theme.ts'
import { DimProvider, useDim } from './ui/dim.tsx'

const schemes = localStorageColorSchemeManager({ key: 'dl-scheme' })

type AppProps = { router: AnyRouter; queries: QueryClient; data: PageData }

/** The whole of Dripline in a document, on the server and in the browser. */
export const App = ({ router, queries, data }: AppProps) => (
  <PageDataContext value={data}>
    <DimProvider>
      <Themed>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </Themed>
    </DimProvider>
  </PageDataContext>
)

function Themed({ children }: { children: React.ReactNode }) {
  const { isDim } = useDim()
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      colorSchemeManager={schemes}
      defaultColorScheme="auto"
      {...(isDim ? { forceColorScheme: 'dark' as const } : {})}
    >
      {children}
    </MantineProvider>
  )
}
