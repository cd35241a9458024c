import { createRootRoute, createRoute, createRouter, lazyRouteComponent, type RouterHistory } from '@tanstack/react-router'
import { isStaffPage, type PageEntry } from './page.ts'
import { pages } from './pages/index.ts'
import NotFound from './pages/public/not-found.tsx'
import { Frame } from './ui/frame.tsx'
import { StaffPage } from './ui/staff-page.tsx'

// The library writes a path's variable as $id; ours are the web's usual :id.
const pathOf = (path: string) => path.replaceAll(/:(\w+)/g, '$$$1')

const root = createRootRoute({ component: Frame, notFoundComponent: NotFound })

function routeOf({ page, load }: PageEntry) {
  const Page = lazyRouteComponent(load)
  // A staff page is not loaded on the server: its skeleton is the whole of what the server draws.
  const component = isStaffPage(page) ? () => <StaffPage skeleton={page.skeleton ?? 'cards'} page={Page} /> : Page
  return createRoute({ getParentRoute: () => root, path: pathOf(page.path), component, staticData: { page } })
}

/** Every page, made into one router; the same on the server and in the browser. */
export const newRouter = (history: RouterHistory) =>
  createRouter({ routeTree: root.addChildren(pages.map(routeOf)), history, defaultPreload: false, defaultPendingMinMs: 0 })

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    page?: PageEntry['page']
  }
}
