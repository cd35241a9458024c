import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  type RouterHistory,
  useHydrated,
  useMatches,
  useRouter,
  useRouterState,
} from '@tanstack/react-router'
import { Suspense, useMemo } from 'react'
import { isStaffPage, type PageEntry } from './page.ts'
import { pages } from './pages/pages.generated.ts'
import NotFound from './pages/public/not-found.tsx'
import { Boundary } from './ui/boundary.tsx'
import { ChairLock } from './ui/chair-lock.tsx'
import { Frame } from './ui/frame.tsx'
import { fetchPart, later } from './ui/later.ts'
import { MainPart } from './ui/main-part.tsx'
import { PlaceContext } from './ui/place.ts'
import { StaffPage } from './ui/staff-page.tsx'

// The library writes a path's variable as $id; ours are the web's usual :id.
const pathOf = (path: string) => path.replaceAll(/:(\w+)/g, '$$$1')

const loadWorkFrame = () => import('./ui/work-frame.tsx')
const WorkFrame = later(() => loadWorkFrame().then(({ default: frame }) => frame))
const metas = pages.map(({ page }) => page)

/** Tells everything inside where it stands, as the router has it. */
function Placed() {
  const { history } = useRouter()
  const page = useMatches({ select: (all) => all.at(-1)?.staticData.page })
  const path = useRouterState({ select: (state) => state.location.pathname })
  const place = useMemo(() => ({ page, path, pages: metas, go: (href: string) => history.push(href) }), [page, path, history])
  return (
    <PlaceContext value={place}>
      <Frame>
        <Boundary resetKey={path}>
          <ChairLock>
            <Outlet />
          </ChairLock>
        </Boundary>
      </Frame>
    </PlaceContext>
  )
}

// Staff stay in their own frame, with its menu and search, also where no page is.
function NothingHere() {
  const bare = (
    <MainPart>
      <NotFound />
    </MainPart>
  )
  // The server does not wait for a file: it draws the page, and the browser its frame.
  return useHydrated() ? (
    <Suspense fallback={bare}>
      <WorkFrame>
        <NotFound />
      </WorkFrame>
    </Suspense>
  ) : (
    bare
  )
}
const bareFrame = () => (
  <MainPart>
    <Outlet />
  </MainPart>
)

/** Every page of the workspace, made into one router, and the addresses of all others; the same on the server and in the browser. */
export function newRouter(history: RouterHistory) {
  const root = createRootRoute({ component: Placed, notFoundComponent: NothingHere })
  const bare = createRoute({ getParentRoute: () => root, id: 'bare', component: bareFrame })
  // The workspace's frame has a search and menus; nobody on a bare page should wait for them.
  const work = createRoute({
    getParentRoute: () => root,
    id: 'work',
    component: lazyRouteComponent(() => fetchPart(loadWorkFrame)),
  })

  type Frames = typeof bare | typeof work
  const frameOf = ({ frame }: PageEntry['page']): Frames => (frame === 'bare' ? bare : work)
  const routesIn = (frame: Frames) =>
    pages
      .filter(({ page }) => page.mood === 'work' && frameOf(page) === frame)
      .map(({ page, load }) => {
        const Page = lazyRouteComponent(() => fetchPart(load))
        // A staff page is not loaded on the server: its skeleton is the whole of what the server draws.
        const component = isStaffPage(page) ? () => <StaffPage skeleton={page.skeleton ?? 'cards'} page={Page} /> : Page
        return createRoute({ getParentRoute: () => frame, path: pathOf(page.path), component, staticData: { page } })
      })
  // Drawn as paper, in a document of their own: see paper.tsx.
  const paper = pages
    .filter(({ page }) => page.mood === 'paper')
    .map(({ page }) => createRoute({ getParentRoute: () => root, path: pathOf(page.path), staticData: { page } }))
  const routeTree = root.addChildren([bare.addChildren(routesIn(bare)), work.addChildren(routesIn(work)), ...paper])
  return createRouter({ routeTree, history, defaultPreload: false, defaultPendingMinMs: 0 })
}

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    page?: PageEntry['page']
  }
}
