import type { Reader } from '@dripline/clinical/words'
import type { ComponentType, ReactNode } from 'react'
import { type PageData, PageDataContext } from './data/page-data.ts'
import { ReaderContext } from './data/reader.ts'
import { Catch } from './ui/catch.tsx'
import { type Place, PlaceContext } from './ui/place.ts'
import { Shown } from './ui/shown.tsx'

type GroundProps = { data: PageData; reader: Reader; place: Place; children: ReactNode }

/** What every part of a paper document stands on. */
export const PaperGround = ({ data, reader, place, children }: GroundProps) => (
  <PageDataContext value={data}>
    <ReaderContext value={reader}>
      <PlaceContext value={place}>{children}</PlaceContext>
    </ReaderContext>
  </PageDataContext>
)

/** Ids of the island are its own, on the server as in the browser. */
export const ISLAND = 'page-'

type IslandProps = { data: PageData; reader: Reader; place: Place; page: ComponentType }

/** The one part of a paper document that may have a script: what stands inside `main`. */
export const PaperIsland = ({ data, reader, place, page: Page }: IslandProps) => (
  <PaperGround data={data} reader={reader} place={place}>
    <Catch resetKey={place.path} onReset={() => {}}>
      <Shown>
        <Page />
      </Shown>
    </Catch>
  </PaperGround>
)

/** Where an island stands, to the server as to the browser; only the frame, which has no script, knows the other pages. */
export const islandPlace = (path: string): Place => ({ page: undefined, path, pages: [] })
