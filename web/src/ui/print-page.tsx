import { pageOf } from '@dripline/clinical/words/paper'
import { useReader } from '../data/reader.ts'

type PrintPageProps = {
  /** Two identifiers, on every page: "Clover Samplett, born May 4, 1982". */
  who: string
  /** What the paper is: "Infusion record, …". */
  what: string
  /** Which clinic, in which zone its times are, when it was printed. */
  from: string
  size?: 'letter' | 'label'
}

/** A text as a CSS string: nothing in a name can end it. */
export const cssText = (text: string) =>
  `"${text.replaceAll(/[\\"<>\n\r\f{};]/g, (each) => `\\${each.charCodeAt(0).toString(16)} `)}"`

const COUNTER = '\uE000'

/** The edges of every printed page: who it is about by two identifiers, what it is, where it is from, page x of y. */
export function PrintPage({ who, what, from, size = 'letter' }: PrintPageProps) {
  const [page = '', of = ''] = pageOf(useReader(), { page: COUNTER, pages: COUNTER }).split(COUNTER)
  return (
    <style>{`@page {
  size: ${size === 'letter' ? 'letter' : '4in 2.5in'};
  margin: ${size === 'letter' ? '20mm 13mm 17mm' : '9mm 4mm 7mm'};
  @top-left { content: ${cssText(who)}; font: 650 10pt sans-serif; white-space: nowrap; }
  @top-right { content: ${cssText(what)}; font: 9pt sans-serif; }
  @bottom-left { content: ${cssText(from)}; font: 8pt sans-serif; white-space: nowrap; }
  @bottom-right { content: ${cssText(page)} counter(page) ${cssText(of)} counter(pages); font: 8pt sans-serif; }
}`}</style>
  )
}
