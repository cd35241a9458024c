import { type Browser, chromium } from '@playwright/test'
import lighthouse, { type RunnerResult } from 'lighthouse'
import { openBare } from './bare.ts'

/** What Lighthouse says of a page as a phone sees it: the four groups of 100, and what came before anybody scrolled. */
export type Judged = {
  page: string
  performance: number
  accessibility: number
  practices: number
  search: number
  largestPaintMs: number
  /** The same of a page of the same bytes without our script, in the same run. */
  bareLargestPaintMs: number
  /** Bytes of script on the wire. */
  scriptBytes: number
}

/** What the public pages are promised. */
export const least = { score: 95, scriptBytes: 100_000 } as const

type Result = RunnerResult['lhr']

const pages = {
  home: '/',
  article: '/articles/how-ketamine-works-on-pain',
  booking: '/book',
  evidence: '/evidence',
  prices: '/prices',
} as const

const RUNS = 5
const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** Judges the public pages at this address, each the median of five runs, beside their bare copies. */
export async function judgePages(executablePath: string, url: string, said: (line: string) => void): Promise<Judged[]> {
  const port = 9400
  const browser: Browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', `--remote-debugging-port=${port}`],
  })
  const bare = await openBare(url)
  const look = async (address: string): Promise<Result> => {
    const answer = await lighthouse(address, { port, output: 'json', logLevel: 'error' })
    if (!answer || answer.lhr.runtimeError)
      throw new Error(`Lighthouse could not look at ${address}: ${answer?.lhr.runtimeError?.message ?? 'no answer'}`)
    return answer.lhr
  }
  try {
    const judged: Judged[] = []
    for (const [page, path] of Object.entries(pages)) {
      const runs: Result[] = []
      const bareRuns: Result[] = []
      for (let run = 0; run < RUNS; run += 1) {
        runs.push(await look(`${url}${path}`))
        bareRuns.push(await look(`${bare.url}${path}`))
      }
      judged.push(judgedFrom(page, runs, bareRuns))
      said(`${page}: ${JSON.stringify(judged.at(-1))}`)
    }
    return judged
  } finally {
    await bare.close()
    await browser.close()
  }
}

const judgedFrom = (page: string, runs: readonly Result[], bareRuns: readonly Result[]): Judged => {
  const score = (group: string) => median(runs.map(({ categories }) => Math.round(100 * (categories[group]?.score ?? 0))))
  const paint = ({ audits }: Result) => Math.round(audits['largest-contentful-paint']?.numericValue ?? Number.NaN)
  return {
    page,
    performance: score('performance'),
    accessibility: score('accessibility'),
    practices: score('best-practices'),
    search: score('seo'),
    largestPaintMs: median(runs.map(paint)),
    bareLargestPaintMs: median(bareRuns.map(paint)),
    scriptBytes: median(runs.map(scriptBytes)),
  }
}

/** The bytes of script that came, by Lighthouse’s own count of the requests. */
const scriptBytes = ({ audits }: Result): number => {
  const details = audits['network-requests']?.details
  if (details?.type !== 'table') return Number.NaN
  return details.items
    .filter(({ resourceType }) => resourceType === 'Script')
    .reduce((sum, { transferSize }) => sum + Number(transferSize), 0)
}
