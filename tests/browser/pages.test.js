// Every kind of page of the real site.

import { lookAt } from './looks.js';
import { REAL } from './site.js';

await lookAt(REAL);
