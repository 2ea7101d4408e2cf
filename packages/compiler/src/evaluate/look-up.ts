export { lookUp } from '../resolve/look-up.js';
