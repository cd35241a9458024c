import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  type RouterHistory,
} from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { usePageData } from './data/page-data.ts'
import { isStaffPage, type PageEntry } from './page.ts'
import { pages } from './pages/pages.generated.ts'
import NotFound from './pages/public/not-found.tsx'
import { Frame } from './ui/frame.tsx'
import { MainPart } from './ui/main-part.tsx'
import { PublicFrame } from './ui/public-frame.tsx'
import { StaffPage } from './ui/staff-page.tsx'

// The library writes a path's variable as $id; ours are the web's usual :id.
const pathOf = (path: string) => path.replaceAll(/:(\w+)/g, '$$$1')

const WorkFrame = lazy(() => import('./ui/work-frame.tsx'))

// Staff stay in their own frame, with its menu and search, also where no page is.
function NothingHere() {
  const { user } = usePageData().frame
  const nothing = <NotFound />
  if (!user) return <PublicFrame>{nothing}</PublicFrame>
  return (
    <Suspense fallback={<MainPart>{nothing}</MainPart>}>
      <WorkFrame>{nothing}</WorkFrame>
    </Suspense>
  )
}
const bareFrame = () => (
  <MainPart>
    <Outlet />
  </MainPart>
)

/** Every page, made into one router; the same on the server and in the browser. */
export function newRouter(history: RouterHistory) {
  const root = createRootRoute({ component: Frame, notFoundComponent: NothingHere })
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
