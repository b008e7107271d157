// The process of the commit action.
import { runProcess } from '../step/process.js';
import { main } from './main.js';

runProcess(main);
