// `npm start`: see dev/src/start.ts.
import { bootstrap } from './bootstrap.mjs';

await bootstrap('dev/src/start.ts');
