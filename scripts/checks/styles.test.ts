import { expect, test } from 'vitest'
import { pairsIn, spoken } from '../duplicates.mjs'
import { askedBy, attributesIn, classesIn, setBy, styleFaults } from './styles.mjs'

test('a class counts where it is named, in a media query as well, and not where it is another’s', () => {
  const sheet =
    '.one, .two > b { color: red }\n/* .old {} */\n@media (min-width: 4.5em) {\n  .three:global(.wide) { gap: 0.5em }\n}'
  expect(classesIn(sheet)).toEqual(['one', 'two', 'three'])
})

test('a screen asks for what it names; by a name that is made later it may ask for all', () => {
  const text = "import styles from '../a.module.css'\nconst x = styles.one + styles.two"
  expect(askedBy('web/src/pages/p.tsx', text)).toEqual([{ sheet: 'web/src/a.module.css', asked: ['one', 'two'] }])
  expect(askedBy('web/src/pages/p.tsx', `${text}\nstyles[kind]`)[0]?.asked).toBeNull()
})

test('an attribute that a style sheet asks for is set by a screen, by its own name', () => {
  expect(attributesIn('.a[data-kind="stop"] b, .a[data-is-late] { gap: 0 }\n/* [data-old] */')).toEqual([
    'data-kind',
    'data-is-late',
  ])
  expect(setBy('<p data-kind="x" />')).toEqual(['data-kind'])
  expect(setBy('root.dataset.isLate = yes')).toEqual(['data-is-late'])
  expect(setBy('<p data-disabledReason />')).not.toContain('data-disabled')
})

test('no class of a style sheet is unused, and none is missing; nor is an attribute', () => {
  expect(styleFaults()).toEqual([])
})

test('six shared lines are a pair, five are not; imports and empty lines do not count', () => {
  const six = ['a', 'b', 'c', 'd', 'e', 'f']
  const file = (name: string, lines: string[]) => ({ name, lines: spoken(lines.join('\n\n')) })
  expect(pairsIn([file('x', ['x', ...six]), file('y', [...six, 'y'])])).toEqual([{ a: 'x:3', b: 'y:1', length: 6 }])
  expect(pairsIn([file('x', six.slice(1)), file('y', six.slice(1))])).toEqual([])
  expect(spoken("import {\n  a,\n} from 'b'\n\nconst c = 1")).toEqual([{ said: 'const c = 1', number: 5 }])
})
