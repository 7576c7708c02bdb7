// `npm test`: see dev/src/test.ts.
import { bootstrap } from './bootstrap.mjs';

await bootstrap('dev/src/test.ts');
