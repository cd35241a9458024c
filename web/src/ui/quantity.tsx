export { figure, quantity, unitWord, withSign } from '@dripline/clinical'
