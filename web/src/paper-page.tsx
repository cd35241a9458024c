import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import type { ComponentType, ReactNode } from 'react'
import { type PageData, PageDataContext } from './data/page-data.ts'
import { cssVariablesResolver, theme } from './theme.ts'
import { Catch } from './ui/catch.tsx'
import { type Place, PlaceContext } from './ui/place.ts'
import { Shown } from './ui/shown.tsx'

const schemes = localStorageColorSchemeManager({ key: 'dl-scheme' })

type GroundProps = { data: PageData; place: Place; isWhole: boolean; children: ReactNode }

/** What every part of a paper document stands on; the whole document writes the colors once. */
export const PaperGround = ({ data, place, isWhole, children }: GroundProps) => (
  <PageDataContext value={data}>
    <PlaceContext value={place}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariablesResolver}
        colorSchemeManager={schemes}
        defaultColorScheme="auto"
        withCssVariables={isWhole}
        withGlobalClasses={isWhole}
      >
        {children}
      </MantineProvider>
    </PlaceContext>
  </PageDataContext>
)

/** Ids of the island are its own, on the server as in the browser. */
export const ISLAND = 'page-'

type IslandProps = { data: PageData; place: Place; page: ComponentType }

/** The one part of a paper document that may have a script: what stands inside `main`. */
export const PaperIsland = ({ data, place, page: Page }: IslandProps) => (
  <PaperGround data={data} place={place} isWhole={false}>
    <Catch resetKey={place.path} onReset={() => {}}>
      <Shown>
        <Page />
      </Shown>
    </Catch>
  </PaperGround>
)

/** Where an island stands, to the server as to the browser; only the frame, which has no script, knows the other pages. */
export const islandPlace = (path: string): Place => ({ page: undefined, path, pages: [] })
