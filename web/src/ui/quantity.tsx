export { figure, quantity, withSign } from '@dripline/clinical'
