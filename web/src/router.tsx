import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  type RouterHistory,
} from '@tanstack/react-router'
import { isStaffPage, type PageEntry } from './page.ts'
import { pages } from './pages/index.ts'
import NotFound from './pages/public/not-found.tsx'
import { Frame } from './ui/frame.tsx'
import { MainPart } from './ui/main-part.tsx'
import { PublicFrame } from './ui/public-frame.tsx'
import { StaffPage } from './ui/staff-page.tsx'

// The library writes a path's variable as $id; ours are the web's usual :id.
const pathOf = (path: string) => path.replaceAll(/:(\w+)/g, '$$$1')

const notFound = () => (
  <PublicFrame>
    <NotFound />
  </PublicFrame>
)
const bareFrame = () => (
  <MainPart>
    <Outlet />
  </MainPart>
)

/** Every page, made into one router; the same on the server and in the browser. */
export function newRouter(history: RouterHistory) {
  const root = createRootRoute({ component: Frame, notFoundComponent: notFound })
  const paper = createRoute({ getParentRoute: () => root, id: 'paper', component: () => <PublicFrame /> })
  const bare = createRoute({ getParentRoute: () => root, id: 'bare', component: bareFrame })
  // The workspace's frame has a search and menus; nobody on a public page should wait for them.
  const work = createRoute({
    getParentRoute: () => root,
    id: 'work',
    component: lazyRouteComponent(() => import('./ui/work-frame.tsx')),
  })

  type Frames = typeof paper | typeof bare | typeof work
  const frameOf = ({ mood, frame }: PageEntry['page']): Frames => (mood === 'paper' ? paper : frame === 'bare' ? bare : work)
  const routesIn = (frame: Frames) =>
    pages
      .filter(({ page }) => frameOf(page) === frame)
      .map(({ page, load }) => {
        const Page = lazyRouteComponent(load)
        // A staff page is not loaded on the server: its skeleton is the whole of what the server draws.
        const component = isStaffPage(page) ? () => <StaffPage skeleton={page.skeleton ?? 'cards'} page={Page} /> : Page
        return createRoute({ getParentRoute: () => frame, path: pathOf(page.path), component, staticData: { page } })
      })
  const routeTree = root.addChildren([
    paper.addChildren(routesIn(paper)),
    bare.addChildren(routesIn(bare)),
    work.addChildren(routesIn(work)),
  ])
  return createRouter({ routeTree, history, defaultPreload: false, defaultPendingMinMs: 0 })
}

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    page?: PageEntry['page']
  }
}
