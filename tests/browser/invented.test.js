// Every kind of page of the invented site, which has three sides and every optional field.

import { lookAt } from './looks.js';
import { GOLDEN } from './site.js';

await lookAt(GOLDEN);
