import type { Telling } from './telling.ts'

const small =
  'dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieciséis|diecisiete|dieciocho|diecinueve|veinti\\w+'
const large =
  'veinte|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|cien|ciento|\\w+cient[oa]s|quinient[oa]s|cientos|mil|miles|millón|millones|docenas?|decenas?'
const any = `\\p{N}[\\p{N}.,]*|un|una|uno|cero|${small}|${large}`
// A letter with an accent is no end of a word here.
const word = (inside: string) => `(?<![\\p{L}\\p{M}])(?:${inside})(?![\\p{L}\\p{M}])`
const telling = (kind: Telling['kind'], ...patterns: string[]): Telling[] =>
  patterns.map((pattern) => ({ kind, says: new RegExp(pattern, 'iu') }))

/** What gives a number or a promise in Spanish. */
export const spanish: readonly Telling[] = [
  ...telling(
    'share',
    word('por ?ciento|porcentajes?'),
    '%|‰',
    word(`(${any}) (de|en|por) (cada )?(${any})`),
    word(
      'mitad|tercios?|cuartas? partes?|terceras? partes?|quintas? partes?|décimas? partes?|tres cuartos|mayoría|minoría|mayor parte',
    ),
    word('casi (tod[oa]s?|siempre|nunca|nadie|ningun[oa]|la totalidad)'),
    word('(tod[oa]s|cada un[oa] de) (los|las|nuestr[oa]s) (pacientes|personas)'),
    word('doble|triple|duplica\\w*|triplica\\w*|el cuádruple'),
    word('veces (más|menos|mejor|peor|tan)'),
    word('(mejor|peor|mayor|menor|más|menos)( \\p{L}+)? que'),
    word('(más|menos) (eficaz|eficaces|efectiv[oa]s?|probables?|alivio|potentes?)'),
    word('tan (buen[oa]s?|eficaz|efectiv[oa]s?|segur[oa]s?|fuertes?|bien) como'),
    word(`hasta (${any}|vari[oa]s)`),
    word('supera(n)?|insuperable|el mejor|la mejor'),
  ),
  ...telling(
    'promise',
    word('(es|son|muy|más|totalmente|completamente|del todo) segur[oa]s?'),
    word('(tratamientos?|ketamina|infusión|infusiones|fármacos?|terapias?|métodos?) segur[oa]s?'),
    word('segur[oa]s? y eficaz|eficaz y segur[oa]s?'),
    word('(?<!(ha|he|has|han|hemos|haya|había) )probad[oa]s?|comprobad[oa]s?|demostrad[oa]s?|prueba irrefutable'),
    word('curas?|curan|curar|curad[oa]s?|curación|curativ[oa]s?'),
    word(
      '(sin|ningún|ninguno de los|libre de|cero|no (tiene|tienen|hay|da|causa|causan)) (los )?(efectos? secundarios?|riesgos?|daños?)',
    ),
    word('garant[ií]\\w*|milagr\\w*|inofensiv[oa]s?'),
    word('no (es |son |crea |causa )?(adictiv[oa]s?|adicción|dependencia)'),
    '(?<!\\bno (está |es |fue )?)\\baprobad[oa]s? por la FDA\\b',
    word('siempre funciona|funciona para tod[oa]s|nunca falla'),
  ),
  ...telling('number', '\\p{N}', word(`${small}|${large}|cero`), word('un par de|un puñado de')),
]
