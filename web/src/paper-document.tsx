import { renderToStaticMarkup, renderToString } from 'react-dom/server'
import type { PageData } from './data/page-data.ts'
import { readerFor } from './data/reader.ts'
import type { PageEntry } from './page.ts'
import { pages } from './pages/pages.generated.ts'
import NotFound from './pages/public/not-found.tsx'
import { ISLAND, islandPlace, PaperGround, PaperIsland } from './paper-page.tsx'
import styles from './ui/frame.module.css'
import { Frame } from './ui/frame.tsx'
import { PublicFrame } from './ui/public-frame.tsx'

/** The body of a page of paper, or of an address where nothing is: whole without script, its one island drawn apart. */
export async function drawPaper(entry: PageEntry | undefined, data: PageData): Promise<string> {
  const whole = { page: entry?.page, path: data.frame.path, pages: pages.map(({ page }) => page) }
  const reader = await readerFor(data.frame)
  const Page = entry ? (await entry.load()).default : NotFound
  const island =
    entry?.page.script === true
      ? renderToString(<PaperIsland data={data} reader={reader} place={islandPlace(data.frame.path)} page={Page} />, {
          identifierPrefix: ISLAND,
        })
      : renderToStaticMarkup(<PaperIsland data={data} reader={reader} place={whole} page={Page} />)
  const frame = renderToStaticMarkup(
    <PaperGround data={data} reader={reader} place={whole}>
      <Frame>
        <PublicFrame>
          <main
            id="main"
            tabIndex={-1}
            className={styles.main}
            {...(entry?.page.script === true ? { 'data-island': entry.file } : {})}
          >
            {ISLAND}
          </main>
        </PublicFrame>
      </Frame>
    </PaperGround>,
  )
  return frame.replace(`>${ISLAND}</main>`, () => `>${island}</main>`)
}
